import {
  actorKinds,
  claimLinkKinds,
  evidenceModes,
  stanceKinds,
} from '../../../db/rules/vocabulary.ts';
import type { Random } from '../../bench/record/random.ts';
import { withRawRows } from '../../kit/raw-rows.ts';

interface Ref {
  readonly id: string;
}

/** What may be named in a change. */
interface Scene {
  readonly actors: readonly Ref[];
  readonly claims: readonly Ref[];
  readonly stances: readonly Ref[];
  readonly evidence: readonly Ref[];
  readonly links: readonly Ref[];
  readonly merges: readonly Ref[];
  readonly affiliations: readonly Ref[];
  readonly tokens: readonly Ref[];
  readonly outlets: readonly Ref[];
  readonly drafts: readonly Ref[];
  /** What was drafted and judged. */
  readonly judged: readonly Ref[];
  readonly withdrawn: readonly Ref[];
  readonly articles: readonly (Ref & { readonly text: string | null })[];
}

/** One of them; where there is none, a name of nothing. */
function oneOf(random: Random, refs: readonly Ref[]): Ref {
  return { id: refs.length > 0 ? random.pick(refs).id : 'none' };
}

interface Making {
  readonly random: Random;
  readonly scene: Scene;
  /** Another for each change. */
  readonly number: number;
}

const reason = 'Entered in error.';

/** By the name of the mutation, an input of it. What is refused changes nothing, and is as good. */
export const changes: Readonly<Record<string, (making: Making) => object>> = {
  recordActor: ({ number, random }) => ({
    name: `Newcomer ${number}`,
    kind: random.pick(actorKinds.filter((kind) => kind !== 'UNNAMED_SOURCE')),
    ...(random.chance(0.3) && { review: 'DRAFT' }),
  }),
  recordAffiliation: ({ random, scene }) => ({
    actor: oneOf(random, scene.actors),
    of: oneOf(random, scene.actors),
    kind: random.pick(['SPEAKS_FOR', 'MEMBER_OF', 'PART_OF', 'OWNED_BY']),
  }),
  endAffiliation: ({ random, scene }) => ({
    affiliation: oneOf(random, scene.affiliations),
    until: '2025-01-01',
  }),
  recordArticle: ({ number, random, scene }) => ({
    title: `News ${number}`,
    language: 'en',
    outlet: oneOf(random, scene.outlets),
    text: `${random.pick(scene.articles).text ?? 'Nothing was said.'} ${random.chance(0.5) ? number : ''}`,
    ...(random.chance(0.4) && { url: `https://news.example/${random.below(3)}` }),
  }),
  ingestArticle: ({ number, random, scene }) => ({
    title: `Read ${number}`,
    language: 'en',
    outlet: oneOf(random, scene.outlets),
    text: `Mayor Ann Hill said on Monday that pier ${number} is closed. The council denied that pier ${number} is closed.`,
  }),
  updateArticle: ({ number, random, scene }) => ({
    article: oneOf(random, scene.articles),
    ...random.pick([
      { title: `Headline ${number}` },
      { publishedAt: `2024-03-0${1 + random.below(9)}T08:00:00Z` },
      { creditedTo: oneOf(random, scene.outlets) },
    ]),
  }),
  withdrawArticle: ({ random, scene }) => ({ article: oneOf(random, scene.articles), reason }),
  restoreArticle: ({ random, scene }) => ({ article: oneOf(random, scene.withdrawn) }),
  eraseArticleText: ({ random, scene }) => ({ article: oneOf(random, scene.articles), reason }),
  updateActor: ({ number, random, scene }) => ({
    actor: oneOf(random, scene.actors),
    name: `Another ${number}`,
  }),
  mergeActors: ({ random, scene }) => ({
    from: oneOf(random, scene.actors),
    into: oneOf(random, scene.actors),
    judgement: 'CONFIRMED',
  }),
  revokeActorMerge: ({ random, scene }) => ({ merge: oneOf(random, scene.merges), reason }),
  recordClaim: ({ number, random, scene }) => ({
    text: `Pier ${number} is closed.`,
    kind: 'FACT',
    language: 'en',
    topics: [random.pick(['harbour', 'budget'])],
    concerns: [oneOf(random, scene.actors)],
    ...(random.chance(0.7) && { stances: [stanceOf(random, scene)] }),
  }),
  updateClaim: ({ number, random, scene }) => ({
    claim: oneOf(random, scene.claims),
    ...random.pick([
      { text: `Pier ${number} was closed.` },
      { topics: ['bridge'] },
      { concerns: [] },
    ]),
  }),
  withdrawClaim: ({ random, scene }) => ({ claim: oneOf(random, scene.claims), reason }),
  linkClaims: ({ random, scene }) => ({
    from: oneOf(random, scene.claims),
    to: oneOf(random, scene.claims),
    kind: random.pick(claimLinkKinds),
    judgement: 'CONFIRMED',
  }),
  revokeClaimLink: ({ random, scene }) => ({ link: oneOf(random, scene.links), reason }),
  recordStance: ({ random, scene }) => ({
    claim: oneOf(random, scene.claims),
    ...stanceOf(random, scene),
    ...(random.chance(0.1) && { saidIn: oneOf(random, scene.claims) }),
    ...(random.chance(0.2) && { review: 'DRAFT' }),
  }),
  updateStance: ({ number, random, scene }) => ({
    stance: oneOf(random, scene.stances),
    ...random.pick([{ note: `Note ${number}` }, { saidOn: `2024-03-0${1 + random.below(9)}` }]),
  }),
  reviewStance: ({ random, scene }) => ({
    stance: oneOf(random, scene.drafts.length > 0 ? scene.drafts : scene.stances),
    review: random.pick(['VERIFIED', 'VERIFIED', 'REJECTED', 'DRAFT']),
    ...(random.chance(0.2) && { kind: 'DENIES' }),
  }),
  withdrawStance: ({ random, scene }) => ({ stance: oneOf(random, scene.stances), reason }),
  addEvidence: ({ random, scene }) => ({
    stance: oneOf(random, scene.stances),
    ...evidenceOf(random, scene),
  }),
  withdrawEvidence: ({ random, scene }) => ({ evidence: oneOf(random, scene.evidence), reason }),
  importRecord: ({ number }) => ({
    lines: [
      { type: 'actor', id: `imported-${number}`, name: `Imported ${number}`, kind: 'PERSON' },
      {
        type: 'claim',
        id: `told-${number}`,
        text: `It is ${number}.`,
        kind: 'FACT',
        language: 'en',
      },
      {
        type: 'stance',
        id: `said-${number}`,
        evidence: [],
        claim: `told-${number}`,
        actor: `imported-${number}`,
        kind: 'ASSERTS',
        certainty: 'PLAIN',
        note: 'Said at the desk.',
      },
    ].map((line) => JSON.stringify(line)),
  }),
  createToken: ({ number }) => ({ name: `desk ${number}`, role: 'READER' }),
  revokeToken: ({ random, scene }) => ({ token: oneOf(random, scene.tokens) }),
  undoReview: ({ random, scene }) => ({ stance: oneOf(random, scene.judged), reason }),
};

/** The mutations that change nothing on record. */
export const idle: readonly string[] = ['backUpRecord'];

// What is recorded all day, of which most has to be kept.
const frequent = [
  'recordStance',
  'addEvidence',
  'recordClaim',
  'recordActor',
  'recordArticle',
  'reviewStance',
];

/** The kind of some change, most often a frequent one. */
export function randomKind(random: Random): string {
  return random.chance(0.7) ? random.pick(frequent) : random.pick(Object.keys(changes));
}

/** The input of some change of this kind to the record at `path`. */
export function randomInput(kind: string, path: string, making: Omit<Making, 'scene'>): object {
  return changes[kind]?.({ ...making, scene: sceneOf(path) }) ?? {};
}

function stanceOf(random: Random, scene: Scene): object {
  return {
    actor: oneOf(random, scene.actors),
    kind: random.pick([...stanceKinds, 'ASSERTS', 'DENIES', 'CONFIRMS']),
    certainty: 'PLAIN',
    note: 'Said at the desk.',
    ...(random.chance(0.7) && { evidence: [evidenceOf(random, scene)] }),
  };
}

function evidenceOf(random: Random, scene: Scene): object {
  const { id, text } = random.pick(scene.articles);
  const quote = random.pick((text ?? 'Nothing. Said.').split(/(?<=\.) /));
  return { article: { id }, quote, mode: random.pick(evidenceModes) };
}

function sceneOf(path: string): Scene {
  return withRawRows(path, (rows) => {
    const ids = (from: string) => rows<Ref>(`select id from ${from}`);
    return {
      actors: ids('actors'),
      claims: ids('claims'),
      stances: ids('stances'),
      evidence: ids('evidence'),
      links: ids('claim_links'),
      merges: ids('actor_merges'),
      affiliations: ids('affiliations'),
      tokens: ids('tokens where revoked_at is null'),
      outlets: ids("actors where kind = 'OUTLET'"),
      drafts: ids("stances where review = 'DRAFT'"),
      judged: ids(
        `stances where review <> 'DRAFT' and withdrawn_at is null
          and (select review from reviews where stance = stances.key order by key limit 1) = 'DRAFT'`,
      ),
      withdrawn: ids('articles where withdrawn_at is not null'),
      articles: rows('select id, text from articles'),
    };
  });
}
