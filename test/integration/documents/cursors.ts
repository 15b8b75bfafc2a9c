/** The cursors that an answer hands out at a place: these keys lead there, through lists as through objects. */
export function cursorsIn(answer: unknown, [key, ...keys]: readonly string[]): readonly string[] {
  if (Array.isArray(answer))
    return answer.flatMap((one) => cursorsIn(one, key === undefined ? [] : [key, ...keys]));
  if (typeof answer !== 'object' || answer === null) return [];
  if (key !== undefined) return cursorsIn(Reflect.get(answer, key), keys);
  return Object.entries(answer).flatMap(([name, value]) => {
    if (name === 'edges' || name === 'pageInfo') return cursorsIn(value, []);
    return ofCursors.has(name) && typeof value === 'string' ? [value] : [];
  });
}

const ofCursors = new Set(['cursor', 'startCursor', 'endCursor', 'next']);
