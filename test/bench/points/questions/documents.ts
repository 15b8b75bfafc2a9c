import { asked, askedAnew, type Landmarks, manyTimes, type Question } from './question.ts';

const times = (count: number, each: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => each(n)).join(' ');

/** What makes a document new. */
const name = (n: number): string => `query Q${n}`;

/** Documents that were never seen before, the larger and the stranger the dearer to read; some wrong in each way. */
export function documentQuestions({ id }: Landmarks): readonly Question[] {
  const leaves =
    '__typename id slug text kind language topics happenedFrom happenedUntil review recordedAt withdrawnAt';
  const by = `by: { id: "${id.rareClaim}" }`;
  const new440 = (n: number) =>
    `${name(n)} { ${times(19, (m) => `c${m}: claim(${by}) { ${leaves} standing { status summary since rule originCount articleCount asOf onlyUnnamedSources } }`)} }`;
  const fields = (count: number) => (n: number) =>
    `${name(n)} { ${times(Math.min(19, Math.ceil(count / 20)), (m) => `c${m}: claim(${by}) { ${leaves} standing { status summary since rule originCount } }`)} }`;
  return [
    askedAnew('new: one scalar', (n) => `${name(n)} { __typename }`),
    askedAnew('new: a claim', (n) => `${name(n)} { claim(${by}) { ${leaves} } }`),
    ...[40, 100, 200, 380].map((count) => askedAnew(`new: ${count} fields`, fields(count))),
    askedAnew('new: 440 fields', new440),
    askedAnew(
      'new: 490 times one field',
      (n) => `${name(n)} { record { ${times(490, () => 'feedCursor')} } }`,
    ),
    askedAnew(
      'new: one field through 60 fragments',
      (n) =>
        `${name(n)} { ...F0 } ${times(60, (m) => `fragment F${m} on Query { ...F${m + 1} }`)} fragment F60 on Query { viewer { name } }`,
    ),
    askedAnew(
      'new: 100 inline fragments',
      (n) => `${name(n)} { record { ${times(100, () => '... on RecordSummary { feedCursor }')} } }`,
    ),
    askedAnew(
      'new: 45 fragments in the same place',
      (n) =>
        `${name(n)} { claims(first: 1) { nodes { ${times(45, (m) => `...F${m}`)} } } } ${times(45, (m) => `fragment F${m} on Claim { id text slug kind }`)}`,
    ),
    askedAnew(
      'new: 190 variables',
      (n) => `query Q${n}(${times(190, (m) => `$v${m}: ID`)}) { viewer { name } }`,
    ),
    askedAnew(
      'new: filters of 900 tokens',
      (n) =>
        `${name(n)} { ${times(9, (m) => `c${m}: claims(first: 1, filter: { stances: [${times(10, () => '{ kind: DENIES hearsay: true }')}] }) { nodes { id } }`)} }`,
    ),
    askedAnew(
      'new: a string of 49 kB',
      (n) =>
        `${name(n)} { search(query: "${'\\u0041 '.repeat(1)}", first: 1) { nodes { __typename } } } #${'x'.repeat(49_000)}`,
    ),
    askedAnew(
      'new: 49 kB of escapes',
      (n) => `${name(n)} { claim(by: { slug: "${'\\u0061'.repeat(8_000)}" }) { id } }`,
    ),
    askedAnew(
      'new: 20 descriptions deep in types',
      (n) =>
        `${name(n)} { __type(name: "Claim") { ${'fields { name type { '.repeat(1)} ${'ofType { '.repeat(6)} name ${'} '.repeat(6)} }}  } }`,
    ),
    askedAnew(
      'new: 19 kinds of node',
      (n) =>
        `${name(n)} { ${times(19, (m) => `n${m}: node(id: "${id.claim}") { id ... on Claim { text kind standing { status } } ... on Actor { name aliases } ... on Stance { polarity actor { name } } }`)} }`,
    ),
    askedAnew(
      'new: the 20 largest fields',
      (n) =>
        `${name(n)} { ${times(19, (m) => `c${m}: claims(first: 1) { nodes { id stances(first: 1) { nodes { actor { name } evidence { quote article { title } } } } } }`)} }`,
    ),
    askedAnew(
      'wrong: 480 unknown fields',
      (n) => `${name(n)} { record { ${times(480, (m) => `nothing${m}`)} } }`,
    ),
    askedAnew(
      'wrong: 19 unknown roots',
      (n) => `${name(n)} { ${times(19, (m) => `claim${m}s { id }`)} }`,
    ),
    askedAnew(
      'wrong: 200 unknown arguments',
      (n) => `${name(n)} { record { ${times(200, (m) => `feedCursor(x${m}: 1)`)} } }`,
    ),
    askedAnew(
      'wrong: values of 900 tokens',
      (n) =>
        `${name(n)} { claims(filter: { stances: [${times(200, (m) => `{ kind: NO${m} }`)}] }) { nodes { id } } }`,
    ),
    askedAnew(
      'wrong: 300 clashing fields',
      (n) =>
        `${name(n)} { record { ${times(29, (m) => `a: feedCursor b${m}: feedCursor ... { a: lastEventAt }`)} } }`,
    ),
    askedAnew(
      'wrong: 300 unused fragments',
      (n) => `${name(n)} { __typename } ${times(120, (m) => `fragment F${m} on Claim { id }`)}`,
    ),
    askedAnew(
      'wrong: a brace too few after 900 tokens',
      (n) => `${name(n)} { record { ${'feedCursor '.repeat(900)} }`,
    ),
    askedAnew('wrong: 2,000 tokens', (n) => `${name(n)} { record { ${'a '.repeat(2_000)} } }`),
    askedAnew(
      'wrong: eleven levels',
      (n) => `${name(n)} { ${'record { '.repeat(11)} a ${'}'.repeat(12)}`,
    ),
    askedAnew(
      'wrong: a document of 200 kB',
      (n) => `${name(n)} { __typename } #${'x'.repeat(200_000)}`,
    ),
    asked(
      'known and wrong: 480 unknown fields',
      `{ record { ${times(480, (m) => `nothing${m}`)} } }`,
    ),
    askedAnew(
      'refused: pages of pages of pages',
      (n) =>
        `${name(n)} { claims(first: 100) { nodes { stances(first: 100) { nodes { actor { stances(first: 100) { nodes { kind } } } } } } } }`,
    ),
    ...compiledQuestions(new440),
  ];
}

/** What is asked a third time is compiled. */
function compiledQuestions(document: (n: number) => string): readonly Question[] {
  return [3, 4].map((often) => ({
    name: `new: 440 fields, each asked ${often} times`,
    every: often,
    body: (n: number) => JSON.stringify({ query: document(Math.floor(n / often)) }),
  }));
}

/** What is found wrong only while it is executed. */
export function failingQuestions(): readonly Question[] {
  const list =
    'claims(first: 50) { nodes { text stances(first: 20) { nodes { kind actor { name } } } } }';
  return [
    asked('fails: 19 wrong ids', manyTimes(19, 'node(id: "x") { id }')),
    asked('fails: 19 pages too large', manyTimes(19, 'claims(first: 101) { nodes { id } }')),
    asked(
      'fails: 19 foreign cursors',
      manyTimes(19, 'claims(first: 1, after: "x") { nodes { id } }'),
    ),
    asked(
      'fails: 19 unknown names in filters',
      manyTimes(
        19,
        'claims(first: 1, filter: { stances: [{ actor: { slug: "nobody-at-all" } }] }) { nodes { id } }',
      ),
    ),
    asked(
      'fails: 50 nested pages too large',
      '{ claims(first: 50) { nodes { stances(first: 101) { nodes { kind } } } } }',
    ),
    asked(
      'fails: 100 drafts for strangers',
      '{ claims(first: 100) { nodes { stances(first: 1, filter: { review: DRAFT }) { nodes { kind } } } } }',
    ),
    asked('fails: a list, and a wrong id', `{ ${list} node(id: "x") { id } }`),
    asked('fails: no such token', '{ __typename }', { role: 'nobody' }),
    asked('fails: status for strangers', manyTimes(19, 'status { epoch }')),
  ];
}
