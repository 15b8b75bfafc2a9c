import { asked, type Landmarks, manyTimes, type Question } from './question.ts';
import { fieldsOf, isPaged, selected, sized, typeNamed } from './schema-fields.ts';

/** Roots that take what is not in a record made at random, or are asked in other questions. */
const elsewhere = ['drafts', 'search', 'similarClaims', 'exportRecord', 'verifyRecord', 'status'];

/** Every field of the query: a page as large as can be, one entry, deep in the list, counted, and nineteen times. */
export function rootQuestions(landmarks: Landmarks): readonly Question[] {
  const { id } = landmarks;
  const args: Readonly<Record<string, readonly string[]>> = {
    actor: [`by: { id: "${id.actor}" }`],
    article: [`by: { id: "${id.article}" }`],
    claim: [`by: { id: "${id.claim}" }`],
    node: [`id: "${id.claim}"`],
    nodes: [`ids: ${JSON.stringify(Array(100).fill(id.claim))}`],
  };
  const roots = fieldsOf(typeNamed('Query')).filter(({ name }) => !elsewhere.includes(name));
  return roots
    .flatMap((field) => {
      const of = (size: number) => sized(field, size, args[field.name] ?? []);
      const selection = selected(field);
      return [
        asked(field.name, `{ ${of(100)} ${selection} }`),
        asked(`${field.name}, 19 times`, manyTimes(19, `${of(1)} ${selection}`)),
        ...(isPaged(field)
          ? [asked(`${field.name} counted, 19 times`, manyTimes(19, `${of(1)} { totalCount }`))]
          : []),
      ];
    })
    .concat(deepPages(landmarks), byHand(landmarks));
}

function deepPages({ cursorOf }: Landmarks): readonly Question[] {
  return [1, 0.5, 0.01].map((place) =>
    asked(
      `claims at ${place} of the list, 19 times`,
      manyTimes(
        19,
        `claims(first: 5, after: "${cursorOf(place)}") { nodes { text } pageInfo { endCursor } }`,
      ),
    ),
  );
}

function byHand({ id }: Landmarks): readonly Question[] {
  const standing =
    'status summary originCount counts { for against } origins { name } sides { polarity actor { name } }';
  const everything = (
    first: number,
  ) => `{ claims(first: 50) { nodes { text stances(first: ${first}) {
    nodes { kind actor { name } evidence { quote article { title url outlet { name } } } } } } } }`;
  return [
    asked('50 claims with 20 stances and their words', everything(20)),
    asked('50 claims with 60 stances and their words', everything(60)),
    asked(
      '50 claims with all about their standing',
      `{ claims(first: 50) { nodes { standing { ${standing} } } } }`,
    ),
    asked(
      '50 claims as they stood',
      `{ claims(first: 50) { nodes { standing(asOf: "2030-01-01T00:00:00Z") { ${standing} } } } }`,
    ),
    asked(
      'a claim as it stood, 19 times',
      manyTimes(
        19,
        `claim(by: { id: "${id.claim}" }) { standing(asOf: "2030-01-01T00:00:00Z") { ${standing} } }`,
      ),
    ),
    asked(
      '50 claims as far as was said',
      `{ claims(first: 50) { nodes { standing(saidBy: "2030-01-01T00:00:00Z") { ${standing} } } } }`,
    ),
    asked(
      '50 articles with their changes',
      '{ articles(first: 50) { nodes { changes { comeCount goneCount lost { kind } } } } }',
    ),
    asked('50 articles with their texts', '{ articles(first: 50) { nodes { text } } }', {
      role: 'EDITOR',
    }),
    asked('one scalar', '{ __typename }'),
    asked('who asks', '{ viewer { name } }', { role: 'EDITOR' }),
    asked(
      'the whole schema',
      '{ __schema { types { name description fields { name description type { name kind } args { name type { name } } } inputFields { name } enumValues { name } } } }',
    ),
    asked(
      'the types of the fields of all types',
      '{ __schema { types { fields { type { name fields { name type { name } } } } } } }',
    ),
    asked(
      'all fields, 20 times',
      `{ __schema { types { ${Array.from({ length: 20 }, (_, n) => `f${n}: fields { name isDeprecated }`).join(' ')} } } }`,
    ),
    asked(
      'a type of the schema, 19 times',
      manyTimes(
        19,
        '__type(name: "Claim") { fields { name description type { name ofType { name } } args { name description } } }',
      ),
    ),
    asked(
      'everything about 40 claims',
      `{ claims(first: 40) { nodes { id slug text kind language topics recordedAt
      standing { ${standing} } stances(first: 5) { nodes { id kind polarity certainty actor { id name kind } evidence { quote prefix suffix permalink
      article { title url outlet { name } } attribution { name } } } } links { nodes { kind to { text } } } } } }`,
    ),
  ];
}
