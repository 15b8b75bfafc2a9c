/** Verbs that attribute together with one of the words behind them. */
export const cuePhrases: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['make', new Set(['clear'])],
  ['walk', new Set(['back'])],
  ['take', new Set(['back', 'aim', 'issue'])],
  ['cast', new Set(['doubt'])],
  ['stand', new Set(['by'])],
  ['push', new Set(['back'])],
  ['hit', new Set(['back'])],
  ['play', new Set(['down'])],
  ['rule', new Set(['out'])],
]);
