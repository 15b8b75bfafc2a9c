/** Verbs that attribute together with the word behind them. */
export const cuePhrases: ReadonlySet<string> = new Set([
  'walk back',
  'take back',
  'cast doubt',
  'stand by',
  'push back',
  'hit back',
  'play down',
]);
