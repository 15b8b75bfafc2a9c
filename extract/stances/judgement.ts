import type { StanceKind } from './kinds.ts';

const judgements: readonly (readonly [StanceKind, RegExp])[] = [
  [
    'QUALIFIES',
    /\b(?:misleading|half[- ]true|half[- ]truth|mostly (?:true|false)|partly (?:true|false|right|wrong)|partially (?:true|false)|exaggerat\w+|overstated|oversimplif\w+|(?:lack\w*|missing|without) (?:important |key )?context|out of context|not the (?:whole|full) (?:story|truth))\b/iu,
  ],
  [
    'QUESTIONS',
    /\b(?:unprove[nd]|unverified|unsubstantiated|unconfirmed|dubious|speculati\w+|doubtful|questionable|far from certain)\b/iu,
  ],
  [
    'DENIES',
    /\b(?:false|untrue|fake|fabricat\w+|fiction\w*|hoax|bogus|baseless|unfounded|groundless|a lie|lies|incorrect|inaccurate|wrong|not (?:true|correct|accurate)|nonsense|rubbish|absurd|made[- ]up|invented|disinformation|misinformation)\b/iu,
  ],
  [
    'CONFIRMS',
    /\b(?:is|are|was|were|as|rated?|claims?|it|that)\W+(?:\w+ly )?(?:true|accurate|correct|authentic|genuine)\b/iu,
  ],
];

/** What words that rate a claim say of it: `completely false`, `half true`; undefined where they rate nothing. */
export function judgementOf(words: string): StanceKind | undefined {
  return judgements.find(([, pattern]) => pattern.test(words))?.[0];
}
