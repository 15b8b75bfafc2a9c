/** A request, and what is to come back for it. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the status and the body are like, as `200 {"data"…`; null where who asks leaves before there is an answer. */
  readonly answer: RegExp | null;
}

type Kind = (number: number) => Asked;

const json = { 'content-type': 'application/json', accept: 'application/json' };
const answered = /^200 \{"data":\{(?!.*"errors")/;

/** Each asks from an address of a thousand, behind the one proxy that is trusted. */
function addressOf(number: number): string {
  return `203.0.${113 + (Math.floor(number / 250) % 4)}.${1 + (number % 250)}`;
}

function post(number: number, body: string, answer: RegExp): Asked {
  const headers = { ...json, 'x-forwarded-for': addressOf(number) };
  return { method: 'POST', path: '/graphql', headers, body, answer };
}

function withToken(token: string, { headers, ...asked }: Asked): Asked {
  return { ...asked, headers: { ...headers, authorization: `Bearer ${token}` } };
}

function get(number: number, path: string, answer: RegExp): Asked {
  const headers = { accept: 'application/json', 'x-forwarded-for': addressOf(number) };
  return { method: 'GET', path, headers, body: '', answer };
}

function asking(query: string, variables: (number: number) => object = () => ({})): Kind {
  return (number) =>
    post(number, JSON.stringify({ query, variables: variables(number) }), answered);
}

function refused(query: string, answer: RegExp): Kind {
  return (number) => post(number, JSON.stringify({ query }), answer);
}

const claims = ['call-happened', 'call-land', 'ready-for-talks', 'withdrawal-precondition'];
const actors = ['kremlin', 'trump', 'harbour-courier', 'northern-ledger'];
const words = ['Moscow', 'call', 'talks', 'sources'];
const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? '';

const standing = 'status rule summary counts { for against } sides(first: 5) { actor { name } }';
const claimText = `query ($slug: String!) { claim(by: { slug: $slug }) {
  text topics standing { ${standing} } stances(first: 10) { nodes { kind actor { name } evidence { quote } } } } }`;

const lists: readonly Kind[] = [
  asking(`{ claims(first: 20) { totalCount feedCursor pageInfo { hasNextPage endCursor }
    nodes { slug text standing { ${standing} } stances(first: 3) { nodes { kind actor { slug } } } } } }`),
  asking('{ claims(first: 10, filter: { status: DISPUTED }) { totalCount nodes { slug } } }'),
  asking(
    `query ($slug: String!) { stances(first: 20, filter: { actor: { slug: $slug } }) {
      nodes { kind certainty claim { slug } evidence { quote article { title } } } } }`,
    (number) => ({ slug: pick(actors, number) }),
  ),
  asking(
    '{ actors(first: 20) { nodes { slug name kind affiliations(first: 3) { totalCount } } } }',
  ),
];

const byName: readonly Kind[] = [
  asking(claimText, (number) => ({ slug: pick(claims, number) })),
  asking(
    '{ article(by: { slug: "moscow-says-no" }) { title evidence(first: 5) { nodes { quote } } } }',
  ),
  asking(
    'query ($query: String!) { search(query: $query, first: 10) { totalCount edges { score highlights { text } node { __typename } } } }',
    (number) => ({
      query: pick(words, number),
    }),
  ),
  (number) => {
    const query = `{ claim(by: { slug: "${pick(claims, number)}" }) { text } }`;
    return get(number, `/graphql?query=${encodeURIComponent(query)}`, answered);
  },
  asking('{ __schema { types { name kind fields { name type { name kind } } } } }'),
  // A document that nobody has asked before.
  (number) => {
    const query = `{ never${number}: claim(by: { slug: "${pick(claims, number)}" }) { slug text } }`;
    return post(number, JSON.stringify({ query }), answered);
  },
];

const bad: readonly Kind[] = [
  (number) => post(number, '{"query": ', /^400 /),
  refused('{ claims(first: 1 { nodes { slug } }', /GRAPHQL_PARSE_FAILED/),
  refused('{ claims(first: 1) { nodes { colour } } }', /GRAPHQL_VALIDATION_FAILED/),
  refused(
    '{ claims(first: 100) { nodes { stances(first: 100) { nodes { evidence { article { text } } } } } } }',
    /QUERY_TOO_COMPLEX/,
  ),
  refused(
    'mutation { recordActor(input: { name: "X", kind: PERSON }) { __typename } }',
    /"errors"/,
  ),
  (number) => get(number, '/healthz', /^200 /),
  (number) => get(number, `/nothing-${number}`, /^404 /),
  (number) => ({ ...asking(claimText, () => ({ slug: 'call-happened' }))(number), answer: null }),
];

/** Names that are recorded again and again: the record is as large as it will be once each of them is there. */
const names = 200;

function changes(token: string): readonly Kind[] {
  const asking = (query: string, answer: RegExp): Kind => {
    return (number) => {
      const body = JSON.stringify({ query, variables: variables(number) });
      return withToken(token, post(number, body, answer));
    };
  };
  return [
    asking(recordClaim, /^200 .*"RecordClaimPayload"/),
    asking(updateActor, /^200 .*"UpdateActorPayload"/),
    asking(recordStance, /^200 .*"NotOnRecord"/),
    (number) => {
      const body = JSON.stringify({ query: '{ viewer { name } }' });
      return withToken(`onr_${'x'.repeat(43)}`, post(number, body, /UNAUTHENTICATED/));
    },
  ];
}

const variables = (number: number): object => ({
  name: `life-${number % names}`,
  text: `What is said for the ${number % names}th time is so.`,
  description: `Described ${number % 2 === 0 ? 'one way' : 'another way'}.`,
});

const recordClaim = `mutation ($name: String, $text: String!) { recordClaim(input: {
  slug: $name, text: $text, kind: FACT, language: "en", topics: ["life"],
  stances: [{ actor: { slug: "kremlin" }, kind: ASSERTS, certainty: PLAIN, note: "In the square." }]
}) { __typename } }`;
const updateActor = `mutation ($description: String) {
  updateActor(input: { actor: { slug: "kremlin" }, description: $description }) { __typename } }`;
const recordStance = `mutation { recordStance(input: { claim: { slug: "no-such-claim" }, actor: { slug: "kremlin" },
  kind: DENIES, certainty: PLAIN, note: "By telephone." }) { __typename } }`;

/** The requests of a long life, by their numbers: of all that is asked, one in five is a change, and as many are bad. */
export function mixedRequests(token: string): (number: number) => Asked {
  const kinds = [...lists, ...lists, ...byName, ...byName, ...changes(token), ...bad];
  return (number) => {
    // By a step that has nothing in common with their count, so that neighbours are of many kinds.
    const kind = kinds[(number * 11) % kinds.length];
    if (kind === undefined) throw new Error('There are no requests.');
    return kind(number);
  };
}
