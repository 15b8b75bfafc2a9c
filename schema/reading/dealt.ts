/** The rows again as they were found, one after the other. */
export function dealt<R>(
  rows: readonly R[],
  found: readonly { readonly length: number }[],
): readonly (readonly R[])[] {
  let start = 0;
  return found.map(({ length }) => {
    start += length;
    return rows.slice(start - length, start);
  });
}
