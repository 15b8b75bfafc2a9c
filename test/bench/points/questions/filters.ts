import { asked, type Landmarks, manyTimes, type Question } from './question.ts';

type Values = Readonly<Record<string, string>>;

/** For each key of a filter of stances: what many meet. */
const stanceValues = ({ id }: Landmarks): Values => ({
  actor: `{ id: "${id.actor}" }`,
  article: `{ id: "${id.article}" }`,
  certainty: 'FIRM',
  claim: `{ id: "${id.claim}" }`,
  hearsay: 'true',
  kind: 'DENIES',
  outlet: `{ id: "${id.outlet}" }`,
  polarity: 'AGAINST',
  recordedAfter: '"2020-01-01T00:00:00Z"',
  recordedBefore: '"2040-01-01T00:00:00Z"',
  review: 'VERIFIED',
  saidAfter: '"2020-01-01T00:00:00Z"',
  saidBefore: '"2040-01-01T00:00:00Z"',
  via: `{ id: "${id.outlet}" }`,
  withdrawn: 'true',
});

/** By list: for each key of its filter what many meet, and what next to nobody meets. */
const lists = (landmarks: Landmarks): readonly List[] => {
  const { id, topic } = landmarks;
  const ofStances = stanceValues(landmarks);
  const rare: Values = { actor: `{ id: "${id.rareActor}" }`, claim: `{ id: "${id.rareClaim}" }` };
  const times: Values = {
    recordedAfter: '"2020-01-01T00:00:00Z"',
    recordedBefore: '"2040-01-01T00:00:00Z"',
  };
  return [
    {
      name: 'stances',
      node: 'kind saidAt',
      values: ofStances,
      rare,
      orders: ['RECORDED_AT', 'SAID_AT'],
    },
    {
      name: 'claims',
      node: 'text',
      values: {
        ...times,
        article: `{ id: "${id.article}" }`,
        awaitingReply: 'false',
        changedAfter: '"2020-01-01T00:00:00Z"',
        changedBefore: '"2040-01-01T00:00:00Z"',
        concerns: `{ id: "${id.actor}" }`,
        disputedBy: `{ id: "${id.actor}" }`,
        happenedAfter: '"2000-01-01"',
        happenedBefore: '"2040-01-01"',
        kind: 'FACT',
        language: '"en"',
        noStances: '{ certainty: HEDGED, kind: CONFIRMS, saidAfter: "2039-01-01T00:00:00Z" }',
        onlyUnnamedSources: 'true',
        outlet: `{ id: "${id.outlet}" }`,
        review: 'VERIFIED',
        stances: '[{ kind: DENIES }, { polarity: FOR, hearsay: true }]',
        status: 'QUESTIONED',
        statusIn: '[QUESTIONED, DENIED]',
        topic: JSON.stringify(topic),
      },
      rare: {
        awaitingReply: 'true',
        language: '"xx"',
        noStances: '{ recordedAfter: "2000-01-01T00:00:00Z" }',
        stances: '[{ kind: NO_REPLY, certainty: HEDGED, hearsay: true }, { kind: OPPOSES }]',
        topic: '"nothing"',
      },
      orders: ['RECORDED_AT', 'HAPPENED_FROM', 'MOST_DISPUTED', 'STANDING_CHANGED_AT'],
    },
    {
      name: 'articles',
      node: 'title',
      values: {
        ...times,
        creditedTo: `{ id: "${id.actor}" }`,
        language: '"en"',
        outlet: `{ id: "${id.outlet}" }`,
        publishedAfter: '"2000-01-01T00:00:00Z"',
        publishedBefore: '"2040-01-01T00:00:00Z"',
        withdrawn: 'true',
      },
      rare: { language: '"xx"' },
      orders: ['RECORDED_AT', 'PUBLISHED_AT'],
    },
    {
      name: 'actors',
      node: 'name',
      values: { ...times, grantedBy: `{ id: "${id.outlet}" }`, kind: 'PERSON' },
      rare: { kind: 'GROUP' },
      orders: ['RECORDED_AT', 'NAME'],
    },
    {
      name: 'actorMerges',
      node: 'judgement',
      values: { actor: `{ id: "${id.actor}" }`, judgement: 'LIKELY', revoked: 'true' },
      rare: {},
      orders: [],
    },
  ];
};

interface List {
  readonly name: string;
  readonly node: string;
  readonly values: Values;
  readonly rare: Values;
  readonly orders: readonly string[];
}

/** Every filter of every list alone, each two of them, and what is dearest, in every order, counted and in aliases. */
export function filterQuestions(landmarks: Landmarks): readonly Question[] {
  return lists(landmarks)
    .flatMap((list) => [...ordered(list), ...alone(list), ...inPairs(list)])
    .concat(dearest(landmarks));
}

function ordered({ name, node, orders }: List): readonly Question[] {
  return orders.flatMap((field) =>
    ['ASC', 'DESC'].map((direction) =>
      asked(
        `${name} by ${field} ${direction}`,
        `{ ${name}(first: 100, orderBy: { field: ${field}, direction: ${direction} }) { nodes { ${node} } totalCount } }`,
      ),
    ),
  );
}

function alone({ name, node, orders, rare, values }: List): readonly Question[] {
  const order = orders.at(-1);
  return [...Object.entries(values), ...Object.entries(rare)].flatMap(([key, value], place) => {
    const filter = `filter: { ${key}: ${value} }`;
    const called = `${name} ${key}${place < Object.keys(values).length ? '' : ', rare'}`;
    return [
      asked(called, `{ ${name}(first: 20, ${filter}) { nodes { ${node} } } }`),
      asked(`${called}, 19 counts`, manyTimes(19, `${name}(first: 1, ${filter}) { totalCount }`)),
      ...(order === undefined
        ? []
        : [
            asked(
              `${called}, by ${order}`,
              `{ ${name}(first: 1, ${filter}, orderBy: { field: ${order} }) { nodes { ${node} } totalCount } }`,
            ),
          ]),
    ];
  });
}

/** Each two keys, where the first of them is met by many and the second by few. */
function inPairs({ name, node, rare, values }: List): readonly Question[] {
  const keys = Object.keys(values);
  return keys.flatMap((one, place) =>
    keys.slice(place + 1).map((other) => {
      const filter = `{ ${one}: ${values[one]}, ${other}: ${rare[other] ?? values[other]} }`;
      return asked(
        `${name} ${one} and ${other}`,
        `{ ${name}(first: 20, filter: ${filter}) { nodes { ${node} } totalCount } }`,
      );
    }),
  );
}

function dearest(landmarks: Landmarks): readonly Question[] {
  const values = stanceValues(landmarks);
  const nobody = 'noStances: { recordedAfter: "2000-01-01T00:00:00Z" }';
  const two = 'stances: [{ kind: DENIES }, { kind: ASSERTS, hearsay: true }]';
  const ten = `stances: [${Array.from({ length: 10 }, () => '{ hearsay: true }').join(', ')}]`;
  const each = Object.entries(values).filter(([key]) => key !== 'review' && key !== 'withdrawn');
  return [
    asked(
      'noStances and two stances, 19 counts',
      manyTimes(19, `claims(first: 1, filter: { ${nobody}, ${two} }) { totalCount }`),
    ),
    asked(
      'noStances and ten stances, 19 pages',
      manyTimes(19, `claims(first: 1, filter: { ${nobody}, ${ten} }) { nodes { id } }`),
    ),
    ...each.flatMap(([key, value]) => [
      asked(
        `claims with a stance by ${key}, 19 counts`,
        manyTimes(
          19,
          `claims(first: 1, filter: { stances: [{ ${key}: ${value} }] }) { totalCount }`,
        ),
      ),
      asked(
        `claims with no stance by ${key}, 19 counts`,
        manyTimes(
          19,
          `claims(first: 1, filter: { noStances: { ${key}: ${value} } }) { totalCount }`,
        ),
      ),
      asked(
        `50 claims' stances by ${key}`,
        `{ claims(first: 50) { nodes { stances(first: 20, filter: { ${key}: ${value} }) { nodes { kind } totalCount } } } }`,
      ),
      asked(
        `50 actors' stances by ${key}`,
        `{ actors(first: 50) { nodes { stances(first: 20, filter: { ${key}: ${value} }) { nodes { kind } totalCount } } } }`,
      ),
    ]),
  ];
}
