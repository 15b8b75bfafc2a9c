/** What a stranger may ask that costs most, by what it is: as much of each as one operation may have. */
export const costlyDocuments: Readonly<Record<string, string>> = {
  nothing: '{ __typename }',
  'lists that look at every claim': aliased(
    19,
    `claims(first: 1, filter: {
      noStances: { polarity: FOR }, stances: [{ polarity: AGAINST }, { polarity: MIXED }]
    }) { totalCount }`,
  ),
  'lists in an order that no index has': aliased(
    19,
    `stances(first: 1, filter: { polarity: WITHDRAWN, certainty: HEDGED }, orderBy: { field: SAID_AT }) { totalCount }`,
  ),
  'searches for a common word': aliased(
    10,
    'search(query: "the", first: 10) { totalCount edges { highlights { text } } }',
  ),
  'claims like a long text': aliased(
    19,
    `similarClaims(text: "the minister said the government plan would be in the report to the city council", first: 5) { score }`,
  ),
  'standings of the past': aliased(
    2,
    'claims(first: 50) { nodes { standing(asOf: "2040-01-01T00:00:00Z") { status summary } } }',
  ),
  'lists of lists that are filtered': aliased(
    4,
    `actors(first: 50, orderBy: { field: RECORDED_AT, direction: ASC }) {
      nodes { stances(first: 1, filter: { saidAfter: "2040-01-01T00:00:00Z" }) { totalCount } }
    }`,
  ),
  'counts of everything': aliased(20, 'record { counts { claims stances evidence links } }'),
  'everything of forty claims': `{ claims(first: 40) { nodes {
    slug text topics standing { summary sides(first: 10) { actor { name } } }
    stances(first: 10) { nodes { kind actor { name aliases } evidence { quote attribution { name } article { title outlet { name } } } } }
    articles(first: 10) { nodes { title } } links(first: 10) { nodes { kind to { text } } }
  } } }`,
};

function aliased(count: number, field: string): string {
  return `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ')} }`;
}
