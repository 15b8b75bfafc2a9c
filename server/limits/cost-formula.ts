/** The variables of a request, as they came. */
export type Variables = Readonly<Record<string, unknown>> | null | undefined;

type OfVariables<T> = (variables: Variables) => T;

/** So many points: known from the document, or only with its variables. */
export type Cost = number | OfVariables<number>;

/** What a selection costs: its statements once, however many objects it is made on, and the rest for each of them. */
export interface Price {
  readonly once: Cost;
  readonly each: Cost;
}

export const free: Price = { once: 0, each: 0 };

export function plus(one: Cost, other: Cost): Cost {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (one === 0) return other;
  if (other === 0) return one;
  return (variables) => pointsOf(one, variables) + pointsOf(other, variables);
}

export function times(count: Cost, each: Cost): Cost {
  if (typeof count === 'number' && typeof each === 'number') return count * each;
  if (count === 0 || each === 0) return 0;
  if (count === 1) return each;
  if (each === 1) return count;
  return (variables) => pointsOf(count, variables) * pointsOf(each, variables);
}

/** The dearer of the two. */
function dearer(one: Cost, other: Cost): Cost {
  if (typeof one === 'number' && typeof other === 'number') return Math.max(one, other);
  return (variables) => Math.max(pointsOf(one, variables), pointsOf(other, variables));
}

export function pointsOf(cost: Cost, variables: Variables): number {
  return typeof cost === 'number' ? cost : cost(variables);
}

export function together(one: Price, other: Price): Price {
  return { once: plus(one.once, other.once), each: plus(one.each, other.each) };
}

/** Where only one of the two can be made on an object: each has statements of its own. */
export function either(one: Price, other: Price): Price {
  return { once: plus(one.once, other.once), each: dearer(one.each, other.each) };
}
