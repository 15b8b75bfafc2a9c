/** The variables of a request, as they came. */
export type Variables = Readonly<Record<string, unknown>> | null | undefined;

type OfVariables<T> = (variables: Variables) => T;

/** So many points: known from the document, or only with its variables. */
export type Cost = number | OfVariables<number>;

export function plus(one: Cost, other: Cost): Cost {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (one === 0) return other;
  if (other === 0) return one;
  return (variables) => pointsOf(one, variables) + pointsOf(other, variables);
}

export function times(count: Cost, each: Cost): Cost {
  if (typeof count === 'number' && typeof each === 'number') return count * each;
  if (count === 1) return each;
  return (variables) => pointsOf(count, variables) * pointsOf(each, variables);
}

export function pointsOf(cost: Cost, variables: Variables): number {
  return typeof cost === 'number' ? cost : cost(variables);
}
