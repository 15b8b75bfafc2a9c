export const stanceKinds = [
  'ASSERTS',
  'CONFIRMS',
  'SUPPORTS',
  'REPORTS',
  'QUALIFIES',
  'QUESTIONS',
  'DECLINES',
  'NO_REPLY',
  'DENIES',
  'OPPOSES',
  'RETRACTS',
] as const;
export type StanceKind = (typeof stanceKinds)[number];

export const certainties = ['FIRM', 'PLAIN', 'HEDGED'] as const;
export type Certainty = (typeof certainties)[number];

const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/u)
      .map((verb) => verb.replace('_', ' ')),
  );

const kinds: readonly (readonly [StanceKind, ReadonlySet<string>])[] = [
  [
    'DENIES',
    words(
      'deny refute rebut dispute debunk disavow repudiate disclaim contradict contest rubbish rule_out discredit disprove',
    ),
  ],
  [
    'OPPOSES',
    words(`oppose reject condemn criticize criticise denounce decry slam blast attack assail rebuke lambast deplore protest object resist
      mock ridicule trash bash rip warn_against push_back hit_back speak_against vote_against`),
  ],
  [
    'SUPPORTS',
    words(`support endorse back favor favour advocate demand urge welcome applaud defend embrace champion recommend propose insist_on seek
      want call_for call_on call_upon push_for press_for promote prefer approve vote_for`),
  ],
  ['QUESTIONS', words('question doubt wonder challenge query cast_doubt')],
  ['CONFIRMS', words('confirm acknowledge admit concede verify corroborate stand_by')],
  ['RETRACTS', words('retract withdraw recant walk_back take_back')],
  [
    'ASSERTS',
    words(`say tell add write announce state declare claim argue note report explain warn insist suggest assert maintain contend complain
      reply respond answer accuse describe reveal testify tweet stress emphasize emphasise reiterate reaffirm repeat remark mention joke boast
      allege caution promise pledge vow predict assure indicate praise express highlight find conclude believe think agree recall point stipulate
      remind accord disclose post label call dismiss brand deem consider estimate expect hope fear guarantee swear threaten signal observe claim
      show brief email text counter retort reckon grumble recount attest relay write plead muse enthuse exclaim marvel theorize speculate
      concur venture lament brag quip continue ask rate rule judge`),
  ],
];

const kindByVerb = new Map(
  kinds.flatMap(([kind, verbs]) => [...verbs].map((verb) => [verb, kind] as const)),
);

/** What a verb does by itself; undefined for verbs that take no position: `sees`, `knows`. */
export function kindOfVerb(lemma: string): StanceKind | undefined {
  return kindByVerb.get(lemma);
}

const nothing =
  /^\W*(?:that )?(?:(?:there (?:was|were|is|are|has been|had been) no(?!t| (?:doubt|denying|question|disputing|mistake|secret|wonder|way)\b)\b|no (?:\w+ ){1,4}(?:took place|occurred|happened|was (?:held|made)|were (?:held|made)))|(?:[^.,;]{1,60}?)(?:(?:did|has|have|had|was|were)(?: not|n[’']t| never)|never)(?: ever)? (?:take[n]? place|took place|happen(?:ed)?|occur(?:red)?))/iu;
const unproven = /\bno (?:\w+ ){0,2}(?:evidence|proof|indication|sign|reason|basis)\b/iu;

/** Whether the words say that something did not happen. */
export function saysNothingHappened(words: string): boolean {
  return nothing.test(words) && !unproven.test(words);
}

/** `there is no evidence that`: not false, but not shown. */
export const doubts =
  /^\W*(?:that )?(?:there (?:is|was|has been|had been)|(?:\w+ ){1,3}(?:has|have|had|saw|found|is|was)) no (?:\w+ ){0,2}(?:evidence|proof|indication|sign)\b/iu;

const wish =
  /^\W*(?:\w+ ){0,3}(?:importance of|need (?:for|to)|desire (?:for|to)|optimism|hopes? (?:for|of)|demands? (?:for|that)|support for)\b/iu;

/** Whether an object is a wish: `the importance of repairs`. */
export function isWish(words: string): boolean {
  return wish.test(words);
}

const firm =
  /\b(?:firmly|categorically|flatly|strongly|completely|absolutely|definitely|emphatically|vehemently|confirm\w*|emphasi[sz]\w*|insist\w*|stress\w*|certain|unequivocally|did)\b/iu;
const hedged =
  /\b(?:reportedly|allegedly|apparently|possibl[ey]|perhaps|may|might|suggest\w*|appears?|appeared|seems?|seemed|likely|potential|is said|are said|believed to|rumou?red|hint\w*)\b/iu;

/** How sure the speaker is, by the words of the cue and those around it. */
export function certaintyOf(cue: string, content: string): Certainty {
  if (hedged.test(cue)) return 'HEDGED';
  if (firm.test(cue)) return 'FIRM';
  return hedged.test(content) ? 'HEDGED' : 'PLAIN';
}
