import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ActorDraft } from '../../../extract/actors/actor.ts';
import type { Drafts } from '../../../extract/extractor.ts';
import type { StanceKind } from '../../../extract/stances/kinds.ts';
import { unresolved } from './claim-likeness.ts';
import { type GoldText, goldIn, goldTexts } from './gold-file.ts';
import { goldTally, readingOf } from './gold-tally.ts';
import { graded } from './grade.ts';
import { holderMatch } from './holder-match.ts';

const file = `publisher The Echo

== call denial
Trent phoned Pavlov, the Post reported. The Kremlin denied it. Mr Beck, a lawyer, would not say.
--
#call = Trent phoned|called Pavlov [Thursday]
Post REPORTS #call
Kremlin DENIES(FIRM) @Monday #call
Post > two people|people ASSERTS #call
Anton Beck|Beck|~lawyer DECLINES #call
spokeswoman QUESTIONS bridge safe
? Kremlin ASSERTS Post invented call
?? Trent DENIES Trent lied
`;

const [text] = goldIn(file, 'wire') as [GoldText];

interface Hand {
  readonly chain: readonly (string | ActorDraft)[];
  readonly kind: StanceKind;
  readonly claim: string;
  readonly mode?: 'NARRATED';
  readonly confidence?: number;
  readonly when?: string;
}

const person = (name: string): ActorDraft => ({
  id: name,
  name,
  kind: /^\p{Ll}/u.test(name) ? 'UNNAMED_SOURCE' : 'PERSON',
  aliases: [],
  isKnown: false,
});

/** Drafts as a reader would make them, by hand. */
function drafted(hands: readonly Hand[]): Drafts {
  const chains = hands.map(({ chain }) =>
    ['The Echo', ...chain].map((each) => (typeof each === 'string' ? person(each) : each)),
  );
  const claims = [...new Set(hands.map(({ claim }) => claim))];
  return {
    actors: [...new Map(chains.flat().map((actor) => [actor.id, actor])).values()],
    claims: claims.map((claim) => ({ id: claim, text: claim, kind: 'FACT', candidates: [] })),
    stances: hands.map(({ kind, claim, mode, confidence, when }, at) => ({
      claim,
      actor: chains[at]?.at(-1)?.id ?? '',
      kind,
      certainty: 'FIRM',
      ...(when === undefined ? {} : { saidPhrase: when }),
      evidence: {
        quote: '',
        start: 0,
        end: 0,
        mode: mode ?? 'INDIRECT',
        attribution: chains[at]?.map(({ id }) => id) ?? [],
        confidence: confidence ?? 0.9,
        marks: { source: [], cue: [], content: [] },
      },
    })),
  };
}

const gradesOf = (...hands: readonly Hand[]) =>
  graded(text, drafted(hands)).map(({ grade, reasons }) => [grade, ...reasons].join(' '));

const kremlin = { chain: ['Kremlin'], when: 'on Monday' };

describe('a draft is graded beside the gold', () => {
  const call = 'Trent phoned Pavlov.';
  test.each<[grade: string, Hand]>([
    ['ACCEPTABLE', { ...kremlin, kind: 'DENIES', claim: call }],
    ['ACCEPTABLE', { ...kremlin, kind: 'DENIES', claim: 'Trent called Pavlov on Thursday.' }],
    ['EDIT negated claim', { ...kremlin, kind: 'ASSERTS', claim: 'Trent did not phone Pavlov.' }],
    ['EDIT negated claim', { ...kremlin, kind: 'ASSERTS', claim: 'Trent never phoned Pavlov.' }],
    ['WRONG inverted polarity', { ...kremlin, kind: 'ASSERTS', claim: call }],
    ['WRONG inverted polarity', { ...kremlin, kind: 'CONFIRMS', claim: call }],
    [
      'WRONG inverted polarity',
      { ...kremlin, kind: 'DENIES', claim: 'Trent did not phone Pavlov.' },
    ],
    ['WRONG another polarity', { ...kremlin, kind: 'QUESTIONS', claim: call }],
    ['WRONG another polarity', { ...kremlin, kind: 'DECLINES', claim: call }],
    ['EDIT kind', { ...kremlin, kind: 'OPPOSES', claim: call }],
    ['EDIT day', { chain: ['Kremlin'], kind: 'DENIES', claim: call }],
    ['EDIT words missing pronoun', { ...kremlin, kind: 'DENIES', claim: 'He phoned Pavlov.' }],
    ['EDIT words too many', { ...kremlin, kind: 'DENIES', claim: 'Trent phoned Pavlov is right.' }],
    [
      'EDIT words too many',
      { ...kremlin, kind: 'DENIES', claim: 'Trent phoned Pavlov about grain prices.' },
    ],
    [
      'EDIT words too many',
      { ...kremlin, kind: 'DENIES', claim: 'Trent phoned Pavlov on Thursday, saying.' },
    ],
    ['EDIT no claim', { ...kremlin, kind: 'DENIES', claim: '' }],
    ['WRONG another claim', { ...kremlin, kind: 'DENIES', claim: 'The report is right.' }],
    [
      'WRONG another name in the claim',
      { ...kremlin, kind: 'DENIES', claim: 'Beck phoned Pavlov.' },
    ],
    ['WRONG inverted polarity', { chain: ['Beck'], kind: 'DENIES', claim: call }],
    ['EDIT kind', { chain: ['Beck'], kind: 'NO_REPLY', claim: call }],
    ['EDIT name', { chain: ['the lawyer'], kind: 'DECLINES', claim: call }],
    ['ACCEPTABLE', { chain: ['Post', 'two people'], kind: 'ASSERTS', claim: call }],
    ['EDIT chain', { chain: ['two people'], kind: 'ASSERTS', claim: call }],
    ['WRONG wrong named speaker', { chain: ['Pavlov'], kind: 'DENIES', claim: call }],
    ['WRONG wrong speaker', { chain: ['an aide'], kind: 'DENIES', claim: call }],
    [
      'WRONG inverted polarity',
      { chain: ['spokeswoman'], kind: 'ASSERTS', claim: 'The bridge is safe.' },
    ],
    [
      'WRONG another polarity',
      { chain: ['spokeswoman'], kind: 'DENIES', claim: 'The bridge is safe.' },
    ],
    ['WRONG sure of two readings', { chain: ['Trent'], kind: 'DENIES', claim: 'Trent lied.' }],
    ['ACCEPTABLE', { chain: ['Trent'], kind: 'DENIES', claim: 'Trent lied.', confidence: 0.3 }],
    ['WRONG own voice', { chain: [], kind: 'ASSERTS', claim: call, mode: 'NARRATED' }],
    ['UNASKED', { chain: [], kind: 'ASSERTS', claim: 'The river is low.', mode: 'NARRATED' }],
  ])('%s: %j', (grade, hand) => {
    expect(gradesOf(hand)).toEqual([grade]);
  });

  test('the second claim for one proposition is one to edit', () => {
    const post: Hand = { chain: ['Post'], kind: 'REPORTS', claim: call };

    expect(gradesOf(post, { ...kremlin, kind: 'DENIES', claim: 'Trent called Pavlov.' })).toEqual([
      'ACCEPTABLE',
      'EDIT second claim',
    ]);
  });
});

test('a tally counts drafts by grade, both gates, what was found and claims for a proposition', () => {
  const claim = 'Trent phoned Pavlov.';
  const drafts = drafted([
    { chain: ['Post'], kind: 'REPORTS', claim },
    { ...kremlin, kind: 'ASSERTS', claim },
    { chain: ['Pavlov'], kind: 'DENIES', claim },
    { chain: ['Beck'], kind: 'DECLINES', claim: 'Trent called Pavlov.' },
    { chain: [], kind: 'ASSERTS', claim: 'The river is low.', mode: 'NARRATED' },
  ]);

  expect(goldTally([readingOf(text, graded(text, drafts))])).toEqual({
    texts: 1,
    acceptable: 1,
    edit: 1,
    wrong: 2,
    unasked: 1,
    inverted: 1,
    wrongNamed: 1,
    wanted: 5,
    found: 2,
    propositions: 1,
    claims: 2,
  });
});

test.each([
  ['Ed Sands', 'Ed Sands', 'EXACT'],
  ['Sands', 'Ed Sands', 'EXACT'],
  ['Mr. Sands', 'Ed Sands', 'EXACT'],
  ['Ed', 'Ed Sands', undefined],
  ['contractor Ed Sands', 'Ed Sands', 'LONGER'],
  ['Ed Sands’s lawyer', 'Ed Sands', undefined],
  ['A lawyer for Ed Sands', 'Ed Sands', undefined],
  ['A former Brightwater engineer', 'Brightwater', undefined],
  ['police chief', 'police', undefined],
  ['Police in Vell', 'police', 'EXACT'],
  ['captain', '~captain', 'LONGER'],
])('«%s» beside «%s» is %s', (name, gold, match) => {
  expect(holderMatch({ name, aliases: [], isPublisher: false }, [gold])).toBe(match);
});

test.each([
  ['He left.', ['he']],
  ['Carl said he left.', []],
  ['We left the US.', ['we']],
  ['The mayor sold her house.', []],
  ['The mayor told them.', ['them']],
  ['That is wide of the mark.', ['that']],
  ['It has no reason to sell.', ['it']],
  ['It has rained.', []],
  ['It shows that debt is falling.', ['it']],
])('«%s» leaves %j open', (claim, open) => {
  expect(unresolved(claim)).toEqual(open);
});

test('a line that is none of the format is refused', () => {
  const broken = file.replace('Post REPORTS #call', 'Post SAYS #call');

  expect(() => goldIn(broken, 'wire')).toThrow('«Post SAYS #call» is no line of gold');
  expect(() => goldIn(file.replace('#call = ', '#cal = '), 'wire')).toThrow(
    '#call is told nowhere',
  );
});

test('the gold is of twenty-eight genres, with texts and whole articles of each size that is promised', () => {
  const gold = goldTexts(fileURLToPath(new URL('../gold', import.meta.url)));
  const articles = gold.filter(({ tag }) => tag === 'article');

  expect(new Set(gold.map(({ genre }) => genre)).size).toBe(28);
  expect(new Set(gold.map(({ genre, id }) => `${genre} ${id}`)).size).toBe(gold.length);
  expect(gold.length - articles.length).toBeGreaterThanOrEqual(120);
  expect(articles.length).toBeGreaterThanOrEqual(15);
});
