import { outletEndings, outletNouns } from '../actors/gazetteer.ts';
import {
  claimNouns,
  falsePredicates,
  falseWords,
  halfTrueWords,
  intensifiers,
  scornfulWords,
  unprovenWords,
} from '../lexicon/falsehood.ts';
import type { StanceKind } from './kinds.ts';

/** The third tells that it holds only where a claim is called one: `report`, `story`. */
type Rule = readonly [StanceKind, RegExp, 'CALLED'?];

const be =
  "(?:(?:is|are|was|were|has been|have been|had been|would be|will be|'s|'re|remains?|turn(?:ed|s) out to be|prove[sd]? (?:to be )?|(?:was|were) (?:found|shown|proved|proven) to be)(?: all| both)?)";
const owners =
  "(?:the|this|that|these|those|any|all|such|his|her|their|its|our|your|my|a|an|some|media|news|press|newspaper|earlier|recent|alleged|reported|'s|'|widespread|persistent|so-called|latest|online|claim)";
const named = `(?:${owners} )*(?:(?!(?:that|who|which|not|no|never|said|says|say|told|tells|was|were|is|are|had|has|have|did|claims?|claimed|denied|reported|reports?)\\b)[\\p{L}.-]+ ){0,3}?(?:'s )?(?:[\\p{L}-]+ ){0,1}?(?:${claimNouns})`;
const from =
  '(?: (?:in|by|from|of|on|made by|made in|made|published by|published in|carried by|circulating|about|against) .{1,70}?| (?:that )?(?:it|he|she|they) (?:had )?(?:made|published|ran|printed|posted|carried|aired)(?: .{1,40}?)?)?';
const that =
  "(?:,? (?:claiming|alleging|saying|stating|suggesting|asserting|implying|indicating))?(?: that|(?= (?:the|he|she|it|they|his|her|its|their|some|i|we|there) [\\p{L}'-]+ ))";
const falsehood = `(?:(?:${intensifiers}) )*(?:[\\p{L}-]+ and an? )?(?:${falseWords}|${scornfulWords})(?: (?:news|stories|story|reports?|allegations?|accusations?|claims?|invention|and|or|${falseWords}|${scornfulWords}|${intensifiers}|imagination|of|his|her|the))*(?:,? and (?:\\p{L}+ly )?[\\p{L}-]+)?`;
const fact = `(?:(?:${intensifiers}) )*(?:${falseWords})`;
const isFalse = `(?:(?:${be}|as) ${falsehood}|${falsePredicates.join('|')})`;

const rated = (words: string) =>
  `(?:that )?(?:${named}${from}${that} (?<what>\\S+(?: \\S+){1,40}?)|(?<pointer>${named}${from})) ${be} (?:\\p{L}+ly |an? |too |very )?(?:${words})`;

const called = (words: string) =>
  `(?:${named}${from}${that} (?<what>\\S+(?: \\S+){1,40}?)|(?<pointer>it|this|that|them|the (?:figures?|numbers?|estimates?)|${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?)),? (?:as |to be )?(?:(?:${intensifiers}) )*(?:${words})`;

const publications = [...outletEndings, ...outletNouns].join('|');

/** What is said of a claim: behind `said`, in quotation marks, or before `according to`. */
const clauses: readonly Rule[] = [
  [
    'DECLINES',
    rule(
      `(?:that )?(?:we|i|it|he|she|they) (?:can|could|will|would|wo|ca|is|are|am|was|were|'m|'re)(?: ?not|n't| not yet|not)(?: yet| currently| independently| immediately| in a position to| able to){0,2} (?:confirm|verify|corroborate)(?: or deny)? (?:(?:that|whether|if) |(?:${named}${from} )that )(?<what>.+)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:if )?(?:anyone|anybody|whoever|those|people|everyone)(?: who)? (?:[\\p{L}']+ ){0,3}?(?:says?|saying|telling (?:you|people)|tells you|claims?|claiming|thinks?|suggests?|suggesting|believes?)(?: that)? (?<what>.+?),? (?:is|are|they're|they 're|he's|he 's|they are|he is) (?:simply |just |completely |plain |badly |sadly |sorely |flat )?(?:wrong|mistaken|lying|liars?|misinformed|deluded)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?${named}${from}${that} (?<what>\\S+(?: \\S+){1,40}?),? (?:${be} ${falsehood}|${falsePredicates.join('|')})`,
    ),
    'CALLED',
  ],
  [
    'DENIES',
    rule(
      `(?:that )?.{2,50}? (?:is|was|were|are|has been|had been) (?:\\p{L}+ly |just |being )?(?:wrong|mistaken|incorrect|lying|untruthful|dishonest) (?:(?:to (?:say|claim|suggest|assert|allege|state)|in (?:saying|claiming|suggesting|asserting|alleging|stating)|when (?:he|she|they|it) (?:says?|said|claims?|claimed|suggests?|suggested|told .{2,30}?)) that |about (?=\\p{L}+ing )) ?(?<what>.+)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:the|this|that) (?:\\p{L}+ ){0,2}?(?:lies?|falsehood|fiction|myth|fabrication|smear|hoax|nonsense|slander|libel) that (?<what>.+?) (?:will|is|was|has|have|had|must|should|can|would|keeps?|started|comes?|came)(?: .*)?`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?:it|this|that) ${be} ${fact} (?:that|to say that|to say|to suggest that|to suggest|to claim that|to claim) (?<what>.+)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?there (?:is|was|has been|had been|'s) (?:\\p{L}+ )?(?:no|not a shred of|not an ounce of|not a grain of|nothing of|zero) (?:truth|substance|foundation|basis|merit|validity|element of truth)(?: whatsoever| at all)? (?:to|in|for|behind) ${named}${from}${that} (?<what>.+)`,
    ),
  ],
  [
    'DENIES',
    rule(`nothing (?:could|can) be (?:further|farther) from (?:the )?(?:truth|reality|facts)`),
  ],
  [
    'DENIES',
    rule(
      `(?:none|nothing|not (?:a|one) (?:single )?(?:word|syllable|shred|bit|line)) (?:of|in|about) (?<pointer>it|this|that|these|those|${named}) (?:is|was|are|were) (?:true|correct|accurate|right|real|so)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?:the (?:[\\p{L}-]+ ){0,2}?)?(?:${publications}) (?:(?:ha[sd] |have )?(?:simply |just |completely )?(?:got|gotten|gets?) (?:it|this|that|its facts|their facts|the facts|the story)(?: all| completely| badly| plain)? wrong|(?:is|was|are|were) (?:simply |just )?(?:lying|wrong|mistaken)|(?:ha[sd] |have )?lied)`,
    ),
  ],
  [
    'CONFIRMS',
    rule(
      `(?:it|this|that) (?:really |indeed )?(?:did|does) (?:indeed |really )?(?:happen|take place|occur)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?there (?:is|was|has been|had been|'s) (?:\\p{L}+ )?(?:no|not a shred of|not an ounce of|not a grain of|nothing of|zero) (?:truth|substance|foundation|basis|merit|validity|element of truth)(?: whatsoever| at all)?(?: (?:to|in|for|behind) (?<pointer>(?:it|this|that|them|these|those|${named}${from})))?`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?<pointer>it|this|that|these|those|they|such|${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?)(?: ?, [^,]{2,60} ?,)? ${isFalse}`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?${named} (?!(?:by|in|from|of|on|about|against|made|published|circulating|carried|and|or|to|that|which|who)\\b)(?<what>\\S+(?: \\S+){2,40}?) (?:${be} ${falsehood}|${falsePredicates.join('|')})`,
    ),
    'CALLED',
  ],
  [
    'DENIES',
    rule(
      `(?<pointer>(?:everything |all )?(?:that |what )[\\p{L}.' ]{2,50}? (?:ha[sd] |have )?(?:said|stated|claimed|alleged|written|told [\\p{L} ]{2,20}|says|claims)(?: about .{1,40}?)?) ${isFalse}`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?:it|this|that|there|nothing of the (?:kind|sort)|no such thing) (?:simply |just |ever |absolutely )?(?:never|did not|did n't|has not|has n't|had not|had n't|ha[sd] never|have never|ha[sd]|was|is)?(?: ever)? ?(?:happen|happened|occur|occurred|take place|took place|taken place|been)`,
    ),
  ],
  ['DENIES', rule(`(?:that )?nothing of the (?:kind|sort)(?: .*)?`)],
  [
    'DENIES',
    rule(
      `never (?:said|did|wrote|claimed|happened|thought|promised|suggested) (?:that|this|it|so|any such thing|anything of the (?:kind|sort))`,
    ),
  ],
  [
    'DENIES',
    rule(`(?:that )?(?:[\\p{L}]+ ){1,4}?(?:had|has|have|did|do|does|was|were|is|are) ?(?:not|n't)`),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?:[\\p{L}]+ ){1,4}?(?:(?:had |has |have )?done|did|does) (?:no such thing|nothing of the (?:kind|sort))`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?<pointer>it|this|that|${named}) (?:is|was|'s) (?:simply |just )?(?:wide of the mark|off the mark|not what happened|not how it happened|not what took place)`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:${fact}|(?:(?:${intensifiers}) )*(?:nonsense|rubbish|garbage|hogwash|baloney|poppycock|claptrap|fantasy|gossip|slander|smears?)|never happened|did n't happen|no such thing)`,
    ),
  ],
  ['QUALIFIES', rule(rated(halfTrueWords)), 'CALLED'],
  ['QUESTIONS', rule(rated(unprovenWords)), 'CALLED'],
  [
    'QUESTIONS',
    rule(
      `(?:that )?(?:he|she|they|it|we|i) (?:\\p{L}+ly |also )?(?:doubts?|doubted|questions?|questioned) (?:${named}${from}${that} (?<what>.+)|(?<pointer>it|this|that|${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?))`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:that )?(?:we|i) (?:\\p{L}+ly |also )?(?:deny|denied|reject|rejected|refute|dispute) (?:(?:${named}${from} )?that (?<what>.+)|(?<pointer>it|this|that|${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?))`,
    ),
  ],
  [
    'QUESTIONS',
    rule(
      `(?:that )?(?:(?:he|she|they|it|we|i|[\\p{L}. ]{2,40}?) )?(?:is|was|were|are|am|'m|'re|had been)?\\s?(?:not aware|n't aware|unaware|not familiar) (?:of|with) (?<pointer>it|this|that|(?:any )?such .+|(?:any )?${named}(?: (?:by|in|from|of|about|on) .{1,70})?)`,
    ),
  ],
];

/** `a leaflet that said`. */
const writing =
  '(?:an?|the) (?:[\\p{L}-]+ )?(?:leaflet|letter|post|tweet|video|document|memo|e-?mail|poster|flyer|message|article|report|story|book|advert|advertisement|broadcast|programme|documentary|blog)(?: (?:by|in|from) [^,]{1,40}?)? (?:(?:that|which) (?:said|says|claimed|claims|stated|states|alleged|alleges|suggested)|saying|claiming|alleging|suggesting)(?: that)?';

/** What is made of a claim by whoever gives it a name: behind `called`, `dismissed`, `described`. */
const namings: readonly Rule[] = [
  ['DENIES', rule(`(?:as )?${falsehood} ${writing} (?<what>.+)`)],
  [
    'DENIES',
    rule(`${named}${from}${that} (?<what>\\S+(?: \\S+){1,40}?),? (?:as |to be )?${falsehood}`),
    'CALLED',
  ],
  ['DENIES', rule(`(?:as )?${falsehood} (?:the )?${named}${from}${that} (?<what>.+)`), 'CALLED'],
  [
    'DENIES',
    rule(`it (?:as )?${fact} (?:that|to say that|to suggest that|to claim that) (?<what>.+)`),
  ],
  [
    'DENIES',
    rule(
      `(?<pointer>it|this|that|them|${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?),? (?:as |to be )?${falsehood}`,
    ),
  ],
  [
    'DENIES',
    rule(
      `(?:as )?${falsehood} (?<pointer>${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?)`,
    ),
    'CALLED',
  ],
  ['QUALIFIES', rule(called(halfTrueWords))],
  ['QUESTIONS', rule(called(unprovenWords))],
];

/** What follows a verb by which somebody answers a claim: `denied`, `doubted`, `rejected`. */
const objects: readonly Rule[] = [
  ['DENIES', rule(`${writing} (?<what>.+)`)],
  [
    'DENIES',
    rule(
      `${named}${from}(?:,? (?:claiming|alleging|saying|stating|suggesting|asserting|implying|indicating))? that (?<what>.+)`,
    ),
    'CALLED',
  ],
  [
    'DENIES',
    rule(
      `(?<pointer>it|this|that|them|these|those|(?!.*\\b(?:idea|notion)$)${named}(?: (?:by|in|from|of|about|on|against) .{1,70}?)?)`,
    ),
  ],
];

/** By what the words are: a clause, what a verb of naming has behind it, the object of a verb of answering. */
export const verdictRules = { clause: clauses, naming: namings, object: objects } as const;

/** The whole of the words, whatever marks stand around and whatever day behind. */
function rule(body: string): RegExp {
  return new RegExp(
    `^(?:${body})(?:,? (?:from start to finish|from beginning to end|in every (?:detail|respect|way)|on (?:every|all) counts?|pure and simple|plain and simple|out of hand|outright|again|too|at all|either|period|full stop|(?:on|in|at|to|during|after|when|through|via) .{1,60}|\\p{L}+day|yesterday|today|and (?:we|i) (?:will|would|intend|shall|are|am|have|look|hope|plan|expect|stand) .+|and (?:will|would|intends?) .+))*$`,
    'diu',
  );
}
