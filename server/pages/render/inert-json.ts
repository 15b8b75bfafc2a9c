/** JSON that ends no script, wherever it is put. */
export const inertJson = (value: object): string =>
  JSON.stringify(value, null, 1)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
