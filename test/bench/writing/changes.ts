import type { Request } from '../contenders/contender.ts';
import type { Material } from './material.ts';

/** One way to change the record. */
export interface Change {
  readonly name: string;
  readonly shows: string;
  /** The table in which it puts one row to which all others lead, where the same rows are inserted by others as well. */
  readonly rowsOf?: string;
  readonly field: string;
  /** What is asked for; `material` gives another each time. */
  readonly input: (material: Material, prepared: string | undefined) => object;
  /** What is recorded beforehand for each of these to be about, whose id is given to `input`. */
  readonly prepared?: Omit<Change, 'prepared'>;
}

const someoneSays = (material: Material) => ({
  actor: { id: material.actor() },
  kind: material.random.pick(['ASSERTS', 'REPORTS', 'DENIES', 'QUESTIONS']),
  certainty: 'PLAIN',
  evidence: [material.evidence()],
});

const recordStance: Change = {
  name: 'stance',
  shows: 'recordStance on a claim on record, with one piece of evidence',
  field: 'recordStance',
  input: (material) => ({ claim: { id: material.claim() }, ...someoneSays(material) }),
};

/** What the ceilings are about. */
export const recordClaim: Change = {
  name: 'claim',
  shows: 'recordClaim with one stance and one piece of evidence, in an article on record',
  rowsOf: 'claims',
  field: 'recordClaim',
  input: (material) => ({
    text: material.sentence(),
    kind: 'FACT',
    language: 'en',
    topics: material.topics(),
    stances: [someoneSays(material)],
  }),
};

export const otherChanges: readonly Change[] = [
  recordStance,
  {
    name: 'article',
    shows: 'recordArticle with a text of 3 kB',
    field: 'recordArticle',
    input: (material) => ({
      title: material.sentence(8),
      language: 'en',
      outlet: { id: material.outlet() },
      publishedAt: new Date(Date.UTC(2026, 0, 1 + material.random.below(300))).toISOString(),
      text: material.text(3_000),
    }),
  },
  {
    name: 'actor',
    shows: 'recordActor with one alias',
    field: 'recordActor',
    input: (material) => ({
      name: material.name(),
      kind: 'PERSON',
      aliases: [material.name()],
    }),
  },
  {
    name: 'review',
    shows: 'reviewStance: a draft is verified',
    field: 'reviewStance',
    input: (_material, prepared) => ({ stance: { id: prepared }, review: 'VERIFIED' }),
    prepared: {
      ...recordStance,
      input: (material) => ({
        claim: { id: material.claim() },
        ...someoneSays(material),
        review: 'DRAFT',
      }),
    },
  },
  {
    name: 'evidence',
    shows: 'addEvidence to a stance on record',
    field: 'addEvidence',
    input: (material) => ({ stance: { id: material.stance() }, ...material.evidence() }),
  },
];

/** Requests for so many of these, none like another. */
export function requestsFor(
  { field, input }: Change,
  {
    material,
    token,
    count,
    prepared = [],
  }: {
    readonly material: Material;
    readonly token: string;
    readonly count: number;
    readonly prepared?: readonly string[];
  },
): readonly Request[] {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const query = `mutation Change($input: ${type}Input!) {
  ${field}(input: $input) { __typename ... on ${type}Payload { created cursor ${nounOf(field)} { id } } }
}`;
  return Array.from({ length: count }, (_, i) => ({
    path: '/graphql',
    body: JSON.stringify({ query, variables: { input: input(material, prepared[i]) } }),
    token,
  }));
}

/** The ids that the answers tell. @throws Error where one of them is a refusal */
export function idsIn({ field }: Change, answers: readonly { readonly body: string }[]): string[] {
  return answers.map(({ body }) => {
    const { created, [nounOf(field)]: told } = Object(Object(JSON.parse(body).data)[field]);
    if (created === undefined || typeof told?.id !== 'string')
      throw new Error(`A change was not made: ${body}`);
    return told.id;
  });
}

const nounOf = (field: string): string => field.replace(/^[a-z]+/, '').toLowerCase();
