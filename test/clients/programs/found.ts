/** What a user does with a record, and what comes of it. Whatever the client, the same has to come. */
export interface Found {
  /** The newest claims, three of them. */
  readonly first: readonly string[];
  /** What is shown once the next page was asked for. */
  readonly both: readonly string[];
  /** How a claim stands, and why. */
  readonly claim: string;
  /** Why a stance is refused whose quote does not stand in its article, and what does. */
  readonly refused: string;
  /** A claim that is put on record while somebody listens. */
  readonly heard: string;
}

const newest = ['no-concessions', 'ceding-emboldens', 'withdrawal-precondition'];

export const expected: Found = {
  first: newest,
  both: [...newest, 'trump-end-war-hours', 'ready-for-talks', 'musk-on-zelensky-call'],
  claim:
    'DISPUTED: Denied by the Kremlin (also by Dmitry Peskov); reported by The Washington Post on the word of unnamed sources; no comment from the (incoming) Trump administration.',
  refused: 'QUOTE_NOT_IN_ARTICLE: “Moscow says ”',
  heard: 'heard-of',
};

/** The stance that is refused. */
export const refusedStance = {
  claim: { slug: 'call-happened' },
  actor: { slug: 'kremlin' },
  kind: 'DENIES',
  certainty: 'FIRM',
  evidence: [{ article: { slug: 'moscow-says-no' }, quote: 'Moscow says yes', mode: 'DIRECT' }],
} as const;

/** The claim that is heard of. */
export const heardClaim = {
  slug: expected.heard,
  text: 'The ferry was late.',
  kind: 'FACT',
  language: 'en',
  stances: [
    {
      actor: { slug: 'northern-ledger' },
      kind: 'ASSERTS',
      certainty: 'PLAIN',
      note: 'Said by telephone.',
    },
  ],
} as const;
