import { type Desk, recordOf } from '../mutations/open-desk.ts';

const told = {
  actor:
    'id slug name kind aliases description recordedAt grantedBy { slug name } mergedFrom { slug }',
  article: `id slug title text textIsPublic sha256 language url byline publishedAt publishedOn modifiedAt recordedAt withdrawnAt
    outlet { slug name } creditedTo { slug } supersedes { slug } supersededBy { slug } copyOf { slug }
    versions(first: 5) { nodes { slug } } copies(first: 5) { nodes { slug } totalCount }`,
  claim:
    'id slug text kind language topics happenedFrom happenedUntil review recordedAt withdrawnAt',
  stance: `id slug kind polarity certainty saidAt saidOn saidPhrase note hearsay carrierRetracted review recordedAt withdrawnAt
    effectiveAt { at basis } actor { slug name } recordedUnder { slug } recordedOn { slug text } turnedFrom { slug } saidIn { slug }`,
  evidence:
    'id quote start end prefix suffix mode withdrawnAt article { slug title } attribution { name } onWordOf { slug }',
};

const standing = `status rule summary onlyUnnamedSources since asOf originCount articleCount
  counts { for relayed mixed none against } origins { slug name } disputedVia { slug text }
  sides { polarity split actor { slug name } stance { slug kind } spokenBy { slug } onWordOf { slug } }`;

const inFull = `${told.claim} standing { ${standing} } said: standing(saidBy: "2024-03-04T00:00:00Z") { status summary }
  concerns { slug name } replies { state actor { slug } stance { slug } } members { slug text }
  echoes { articleCount outletCount originCount origins { articleCount actor { slug } } }
  timeline { nodes { at from to because { id } } totalCount } links(first: 5) { nodes { kind judgement from { slug } to { slug } } }
  articles(first: 5) { nodes { slug } totalCount } saidAgain(first: 5) { nodes { slug } }
  stances(first: 5) { nodes { ${told.stance} evidence { ${told.evidence} } } totalCount }`;

const listed = {
  actors: `${told.actor} affiliations(first: 5) { nodes { kind role from until of { slug name } } }
    claims(first: 5) { nodes { slug } totalCount } reversals { nodes { later { slug } earlier { slug } } }
    splits { nodes { spoken { slug } stance { slug } } } merges { nodes { judgement revokedAt from { slug } } }`,
  articles: `${told.article} evidence(first: 5) { nodes { ${told.evidence} } totalCount } claims(first: 5) { nodes { slug } }`,
  claims: `${told.claim} standing { ${standing} }`,
  stances: `${told.stance} claim { slug text standing { status } } evidence { ${told.evidence} }`,
};
type List = keyof typeof listed;

const asking = (fields: string) => `query ($at: DateTime) { ${fields} }`;

const found = 'matched totalCount nodes { ... on Actor { slug } ... on Claim { slug } }';

/** Slugs, and moments, that the filters of the questions name. */
export interface Named {
  readonly actors: readonly string[];
  readonly articles: readonly string[];
  readonly claims: readonly string[];
  /** A moment of the record. */
  readonly at: string;
}

/** What is asked of a record: of each list every filter and every order, by a variable `$at` for the moment. */
export function pastQuestions(named: Named): readonly string[] {
  return [
    ...Object.entries(argumentsOf(named)).flatMap(([list, all]) => questionsOf(list as List, all)),
    ...named.claims.map((slug) =>
      asking(`claim(by: { slug: "${slug}" }, asOf: $at) { ${inFull} }`),
    ),
    asking(`claims(first: 3, asOf: $at) { nodes { ${inFull} } feedCursor }`),
    ...(['claims', 'stances', 'articles'] as const).map((list) =>
      asking(`${list}(first: 1, asOf: $at) { ${facets.join(' ')} }`),
    ),
  ];
}

/** What is searched for: words that come and go, in names, aliases, titles, texts and wordings. */
const sought = [
  ...['the', 'The outlet', 'again', 'Name', 'Alias 3', 'Title', 'other words', 'claim', 'Claim-1'],
  ...['name 2 xylophone', 'title harbour other alias', 'art', 'In other w'],
];

/** What is searched for as of `$at`, with all that is told of it. */
export const pastSearches: readonly string[] = sought.map((query) =>
  asking(`search(query: "${query}", first: 30, asOf: $at) { matched totalCount edges { score highlights { field text matches { start end } }
    node { __typename ... on Actor { ${listed.actors.replace(' kind ', ' actorKind: kind ')} } ... on Article { ${listed.articles.replace(' text ', ' articleText: text ')} } ... on Claim { ${listed.claims} } } } }`),
);

/** The same, and what is found today, where everything of a moment is found. */
export const searchesOfNow: readonly string[] = sought.map((query) =>
  asking(`now: search(query: "${query}", in: [ACTOR, CLAIM], first: 100) { ${found} }
    then: search(query: "${query}", in: [ACTOR, CLAIM], first: 100, asOf: $at) { ${found} }`),
);

const facets = ['ACTOR', 'OUTLET', 'TOPIC', 'STATUS', 'KIND', 'MONTH_SAID', 'MONTH_RECORDED'].map(
  (by) => `${by}: facets(by: ${by}) { key label count }`,
);

const questionsOf = (list: List, all: readonly string[]): readonly string[] =>
  all.map((given) => {
    const rest = 'pageInfo { hasNextPage hasPreviousPage } totalCount totalCountIsExact';
    return asking(`${list}(first: 30, ${given} asOf: $at) { nodes { ${listed[list]} } ${rest} }`);
  });

function argumentsOf({
  actors,
  articles,
  claims,
  at,
}: Named): Readonly<Record<List, readonly string[]>> {
  const filters = (all: readonly string[]) => all.map((one) => `filter: { ${one} },`);
  const orders = (fields: readonly string[]) =>
    fields.flatMap((field) =>
      ['ASC', 'DESC'].map((direction) => `orderBy: { field: ${field}, direction: ${direction} },`),
    );
  const ofActors = (key: string) => actors.map((slug) => `${key}: { slug: "${slug}" }`);
  const ofArticles = articles.map((slug) => `article: { slug: "${slug}" }`);
  const ofClaims = claims.map((slug) => `claim: { slug: "${slug}" }`);
  const statuses = ['DISPUTED', 'DENIED', 'ASSERTED', 'REPORTED', 'CORROBORATED', 'QUESTIONED'];
  return {
    claims: [
      '',
      ...filters([
        ...statuses.map((status) => `status: ${status}`),
        ...['statusIn: [DISPUTED, ASSERTED, RETRACTED]', 'kind: FACT', 'language: "en"'],
        ...[`changedAfter: "${at}"`, `changedBefore: "${at}"`, 'topic: "harbour"'],
        ...['awaitingReply: true', 'awaitingReply: false', 'onlyUnnamedSources: true'],
        ...['happenedAfter: "2024-03-03"', `recordedAfter: "${at}"`, `recordedBefore: "${at}"`],
        ...[
          ...ofActors('concerns'),
          ...ofActors('disputedBy'),
          ...ofActors('outlet'),
          ...ofArticles,
        ],
        ...ofActors('actor').flatMap((by) => [
          `stances: [{ ${by}, polarity: FOR }]`,
          `stances: [{ ${by} }]`,
        ]),
        'stances: [{ hearsay: true }], noStances: { polarity: AGAINST }',
      ]),
      ...orders(['HAPPENED_FROM', 'MOST_DISPUTED', 'RECORDED_AT', 'STANDING_CHANGED_AT']),
      'filter: { status: DISPUTED }, orderBy: { field: STANDING_CHANGED_AT },',
    ],
    stances: [
      '',
      ...filters([
        ...[
          'kind: ASSERTS',
          'polarity: AGAINST',
          'certainty: FIRM',
          'hearsay: true',
          'withdrawn: true',
        ],
        ...['saidAfter: "2024-03-04T00:00:00Z"', 'saidBefore: "2024-03-04T00:00:00Z"'],
        ...[
          `recordedAfter: "${at}"`,
          `recordedBefore: "${at}"`,
          ...ofActors('actor'),
          ...ofActors('via'),
        ],
        ...[...ofActors('outlet'), ...ofArticles, ...ofClaims, 'review: VERIFIED'],
      ]),
      ...orders(['RECORDED_AT', 'SAID_AT']),
    ],
    articles: [
      '',
      ...filters([
        ...[...ofActors('outlet'), ...ofActors('creditedTo'), 'language: "en"', 'withdrawn: true'],
        ...['publishedAfter: "2024-03-03T00:00:00Z"', 'publishedBefore: "2024-03-03T00:00:00Z"'],
        ...[`recordedAfter: "${at}"`, `recordedBefore: "${at}"`],
      ]),
      ...orders(['PUBLISHED_AT', 'RECORDED_AT']),
    ],
    actors: [
      '',
      ...filters(['kind: PERSON', ...ofActors('grantedBy'), `recordedAfter: "${at}"`]),
      ...orders(['NAME', 'RECORDED_AT']),
    ],
  };
}

/** The answers to all questions, as of a moment or as they are: byte for byte. */
export async function answersOf(
  desk: Desk,
  questions: readonly string[],
  asOf: string | null,
): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const question of questions) {
    const { data, errors } = await desk.ask(question, { at: asOf });
    // The id of its request is another for each.
    answers.push(JSON.stringify(errors?.map(({ message }) => message) ?? recordOf(data)));
  }
  return answers;
}
