import { asked, askedAnew, type Landmarks, manyTimes, type Question } from './question.ts';

const times = (count: number, each: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => each(n)).join(' ');

/** Shapes that whoever looks for what is too cheap would try, beyond what goes through the schema field by field. */
export function oddQuestions(landmarks: Landmarks): readonly Question[] {
  return [
    ...aliased(landmarks),
    ...compared(landmarks),
    ...inThePast(landmarks),
    ...nested(landmarks),
    ...mixed(landmarks),
  ];
}

/** One field as often as an operation may hold it, on each of many objects. */
function aliased({ full }: Landmarks): readonly Question[] {
  const onClaims = (field: string, count = 19) =>
    `{ claims(first: 100) { nodes { ${times(count, (n) => `a${n}: ${field}`)} } } }`;
  const anew = (name: string, query: string) =>
    askedAnew(`${name}, new`, (n) => `query Q${n} ${query}`);
  const leaf = onClaims('text');
  const role = onClaims('withdrawnReason');
  const claim = `claim(by: { id: "${full.claim}" })`;
  return [
    asked('odd: 100 claims, 19 times their texts', leaf),
    anew('odd: 100 claims, 19 times their texts', leaf),
    asked('odd: 100 claims, 19 times why they were withdrawn', role),
    anew('odd: 100 claims, 19 times why they were withdrawn', role),
    asked(
      'odd: 100 stances, the aliases of who has many',
      `{ stances(first: 100, filter: { actor: { id: "${full.actor}" } }) { nodes { actor { aliases } } } }`,
    ),
    asked(
      'odd: 100 stances, 19 times the aliases of who has many',
      `{ stances(first: 100, filter: { actor: { id: "${full.actor}" } }) { nodes { actor { ${times(19, (n) => `a${n}: aliases`)} } } } }`,
    ),
    asked(
      'odd: 100 stances, whom their actor stands for',
      `{ stances(first: 100, filter: { actor: { id: "${full.actor}" } }) { nodes { actor { mergedFrom { name } } } } }`,
    ),
    asked('odd: 100 claims, 19 times their topics', onClaims('topics')),
    asked('odd: 100 claims, 19 times their members', onClaims('members { slug }')),
    asked('odd: 100 claims, 19 times their standings', onClaims('standing { status since }')),
    asked('odd: 100 claims, 19 times their summaries', onClaims('standing { summary }')),
    asked(
      'odd: 100 claims, 19 times their sides',
      onClaims('standing { sides { actor { name } } }'),
    ),
    asked(
      'odd: 100 claims, 10 times their replies',
      onClaims('replies { state actor { name } }', 10),
    ),
    asked(
      'odd: 100 claims, 10 times their echoes',
      onClaims('echoes { articleCount outletCount }', 10),
    ),
    asked(
      'odd: a claim of many, 10 times its timeline',
      `{ ${claim} { ${times(10, (n) => `a${n}: timeline(first: 100) { nodes { at because { id } } }`)} } }`,
    ),
    asked(
      'odd: a claim of many, 10 times its stances counted',
      `{ ${claim} { ${times(10, (n) => `a${n}: stances(first: 1, filter: { kind: ASSERTS }) { totalCount }`)} } }`,
    ),
  ];
}

/** Actors beside each other, two and ten. */
function compared({ id, otherActors }: Landmarks): readonly Question[] {
  const by = (count: number) =>
    `actors: [${[id.actor, ...otherActors]
      .slice(0, count)
      .map((each) => `{ id: "${each}" }`)
      .join(', ')}]`;
  const told = 'agree claim { text } stances { kind actor { name } evidence { quote } }';
  return [
    asked(
      'odd: two actors compared',
      `{ compareActors(${by(2)}, first: 100) { nodes { ${told} } } }`,
    ),
    asked(
      'odd: three actors compared',
      `{ compareActors(${by(3)}, first: 100) { nodes { ${told} } } }`,
    ),
    asked(
      'odd: ten actors compared',
      `{ compareActors(${by(10)}, first: 100) { nodes { ${told} } } }`,
    ),
    asked(
      'odd: two actors compared, 19 counts',
      manyTimes(19, `compareActors(${by(2)}, agree: false, first: 1) { totalCount }`),
    ),
  ];
}

const moment = '2030-01-01T00:00:00Z';

function inThePast({ id }: Landmarks): readonly Question[] {
  const past = (name: string, more: string, selection: string) =>
    manyTimes(9, `${name}(first: 1, asOf: "${moment}"${more}) { ${selection} }`);
  return [
    asked(
      'odd: facets of the past',
      past('claims', '', 'facets(by: KIND, first: 20) { key count }'),
    ),
    asked(
      'odd: claims of the past counted',
      past('claims', ', filter: { kind: FACT }', 'totalCount'),
    ),
    asked(
      'odd: stances of the past, filtered',
      past('stances', ', filter: { hearsay: true, certainty: FIRM }', 'nodes { kind } totalCount'),
    ),
    asked(
      'odd: claims of the past, with their stances',
      `{ claims(first: 50, asOf: "${moment}") { nodes { text stances(first: 20) { nodes { kind actor { name } } } } } }`,
    ),
    asked(
      'odd: an actor of the past',
      manyTimes(
        9,
        `actors(first: 5, asOf: "${moment}", filter: { grantedBy: { id: "${id.outlet}" } }) { nodes { name } }`,
      ),
    ),
  ];
}

function nested({ id }: Landmarks): readonly Question[] {
  const actor = `actor(by: { id: "${id.actor}" })`;
  return [
    asked(
      'odd: claims of claims of an actor',
      `{ ${actor} { claims(first: 20) { nodes { articles(first: 10) { nodes { claims(first: 5) { nodes { text } } } } } } } }`,
    ),
    asked(
      'odd: stances of actors of stances',
      '{ claims(first: 10) { nodes { stances(first: 5) { nodes { actor { stances(first: 5) { nodes { kind } totalCount } } } } } } }',
    ),
    asked(
      'odd: articles with evidence with articles',
      '{ articles(first: 20) { nodes { evidence(first: 10) { nodes { quote prefix suffix permalink article { evidence(first: 2) { nodes { quote } } } } } } } }',
    ),
    asked(
      'odd: fragments of fragments',
      `{ claims(first: 100) { nodes { ...A ...B ...C } } } fragment A on Claim { ...D text ...E } fragment B on Claim { ...D ...E } fragment C on Claim { ...A ...B }
      fragment D on Claim { standing { status summary } } fragment E on Claim { stances(first: 5) { nodes { kind } } }`,
    ),
  ];
}

function mixed({ id, words }: Landmarks): readonly Question[] {
  const many = JSON.stringify(words.slice(0, 12).join(' '));
  const claims = (more: string, selection = 'nodes { id }') =>
    `claims(first: 1, ${more}) { ${selection} }`;
  return [
    asked(
      'odd: all filters at once, disputed most',
      manyTimes(
        9,
        claims(
          `filter: { kind: FACT, language: "en", awaitingReply: false, disputedBy: { id: "${id.actor}" }, outlet: { id: "${id.outlet}" }, stances: [{ hearsay: false }], noStances: { kind: RETRACTS } }, orderBy: { field: MOST_DISPUTED, direction: ASC }`,
          'nodes { id } totalCount',
        ),
      ),
    ),
    asked(
      'odd: every facet of claims',
      `{ claims(first: 0) { ${['KIND', 'STATUS', 'ACTOR', 'OUTLET', 'MONTH_SAID'].map((by) => `f${by}: facets(by: ${by}, first: 100) { key count }`).join(' ')} } }`,
    ),
    asked(
      'odd: facets of filtered stances, 9 times',
      manyTimes(
        9,
        `stances(first: 0, filter: { outlet: { id: "${id.outlet}" } }) { facets(by: ACTOR, first: 100) { key count } }`,
      ),
    ),
    asked(
      'odd: search beside similar claims, 9 times each',
      `{ ${times(9, (n) => `s${n}: search(query: ${many}, first: 1) { nodes { __typename } } m${n}: similarClaims(text: ${many}, first: 1) { score }`)} }`,
    ),
    asked(
      'odd: searches for prefixes and signs',
      manyTimes(
        19,
        `search(query: "a* -b \\"c d\\" (e OR f) ${'x'.repeat(60)}", first: 1) { nodes { __typename } }`,
      ),
    ),
    asked(
      'odd: 19 statuses in a row',
      manyTimes(
        19,
        claims('filter: { statusIn: [QUESTIONED, DENIED, ASSERTED, DISPUTED] }', 'totalCount'),
      ),
    ),
    asked(
      'odd: topics, 19 times',
      manyTimes(19, 'topics(first: 100) { nodes { name claimCount } }'),
    ),
    asked(
      'odd: events of the record, 9 pages',
      manyTimes(9, 'recordEvents(first: 100) { nodes { type } }'),
    ),
  ];
}
