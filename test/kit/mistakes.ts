import { type Client, createClient } from '../../sdk/src/index.ts';

/** What is sent by hand, by curl or by GraphiQL: a document, and what goes with it, with values of `Mistaken` by their names, in capitals. */
interface SentByHand {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mistake as it is made by each way in, and what each says of it. A way on which it cannot be made is left out. */
export interface Mistake {
  readonly name: string;
  readonly sdk?: readonly [
    make: (place: MistakenPlace) => Promise<unknown>,
    message: string | RegExp,
  ];
  /** By hand: GraphiQL shows what is answered. */
  readonly http?: readonly [asked: SentByHand, message: string | RegExp];
  readonly cli?: readonly [args: readonly string[], message: string | RegExp];
}

interface MistakenPlace {
  readonly url: string;
  readonly values: Mistaken;
  /** A stranger’s. */
  readonly record: Client;
}

/** What is shown by mistake: tokens that allow little, or nothing any more, and the cursor of another list. */
export interface Mistaken {
  readonly admin: string;
  readonly reader: string;
  readonly expired: string;
  readonly revoked: string;
  readonly cursor: string;
}

/** Makes it, with the token of an admin. */
export async function prepareMistakes(url: string, admin: string): Promise<Mistaken> {
  const owner = createClient({ url, token: admin });
  const made = (name: string, more = {}) => owner.createToken({ name, role: 'READER', ...more });
  const [reader, expired, revoked] = [
    await made('a reader'),
    await made('expired', { expiresAt: '2020-01-02T03:04:05.000Z' }),
    await made('revoked'),
  ];
  await owner.revokeToken({ token: { id: revoked.token.id } });
  return {
    admin,
    reader: reader.secret,
    expired: expired.secret,
    revoked: revoked.secret,
    cursor: (await owner.actors({ first: 1 })).pageInfo.endCursor ?? '',
  };
}

/** With the values in the places of their names. */
export const withValues = (text: string, values: Mistaken): string =>
  Object.entries(values).reduce(
    (shown, [name, value]) => shown.replace(name.toUpperCase(), value),
    text,
  );

const hint =
  'Show one in the header “authorization: Bearer onr_…”; in GraphiQL, in the field “Token”.';
const flag = 'Give an ADMIN token with --token.';
const claims =
  'query($first: Int, $after: String) { claims(first: $first, after: $after) { nodes { slug } } }';
const words = 'The ferry left at noon, and nobody saw it';

/** What people do wrong, over the sample record. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'a page of 1000',
    sdk: [
      ({ record }) => record.claims({ first: 1000 }),
      'A page has at most 100 entries, not 1000.',
    ],
    http: [
      { query: claims, variables: { first: 1000 } },
      'A page has at most 100 entries, not 1000.',
    ],
  },
  {
    name: 'a wrong value of an enum',
    sdk: [
      ({ record }) => record.claims({ filter: { status: 'DISPUTD' as 'DISPUTED' } }),
      /^Variable "\$filter" got invalid value "DISPUTD" at "filter\.status"; Value "DISPUTD" does not exist in "StandingStatus" enum\./,
    ],
    http: [
      { query: '{ claims(filter: { status: DISPUTD }) { nodes { slug } } }' },
      /^Value "DISPUTD" does not exist in "StandingStatus" enum\./,
    ],
    cli: [['token', 'create', '--name', 'x', '--role', 'BOSS'], /--role.*BOSS.*READER/s],
  },
  {
    name: 'a bad slug',
    sdk: [
      ({ url, values }) =>
        createClient({ url, token: values.admin }).recordActor({
          slug: 'Bad Slug!',
          name: 'The harbour master',
          kind: 'PERSON',
        }),
      'A slug is 1 to 80 of a-z, 0-9 and -.',
    ],
    http: [
      {
        query:
          'mutation { recordActor(input: { slug: "Bad Slug!", name: "The harbour master", kind: PERSON }) { ... on UserError { message } } }',
        headers: { authorization: 'Bearer ADMIN' },
      },
      'A slug is 1 to 80 of a-z, 0-9 and -.',
    ],
    cli: [['import', '1.jsonl'], /1\.jsonl:2 id: A slug is 1 to 80 of a-z, 0-9 and -\./],
  },
  {
    name: 'no token',
    sdk: [
      ({ record }) => record.status(),
      'status needs a token. Give one: createClient({ token }).',
    ],
    http: [{ query: '{ status { epoch } }' }, `status needs a token. ${hint}`],
    cli: [['status', '--url', 'URL'], `URL answered: status needs a token. ${flag}`],
  },
  {
    name: 'no token for a change',
    sdk: [
      ({ record }) => record.withdrawClaim({ claim: { slug: 'call-happened' }, reason: words }),
      'withdrawClaim is for EDITOR tokens and higher. Give one: createClient({ token }).',
    ],
    http: [
      {
        query: `mutation { withdrawClaim(input: { claim: { slug: "x" }, reason: "${words}" }) { __typename } }`,
      },
      `withdrawClaim is for EDITOR tokens and higher. ${hint}`,
    ],
  },
  {
    name: 'a token with too little or too much before it',
    sdk: [
      ({ url, values }) => createClient({ url, token: `Bearer ${values.admin}` }).status(),
      'The word Bearer stands twice before the token: it is added to what is given. Give one: createClient({ token }).',
    ],
    http: [
      { query: '{ status { epoch } }', headers: { authorization: 'ADMIN' } },
      `The token stands in the header without the word Bearer before it. ${hint}`,
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'Bearer ADMIN'],
      /The word Bearer stands twice before the token/,
    ],
  },
  {
    name: 'an expired token',
    sdk: [
      ({ url, values }) => createClient({ url, token: values.expired }).claims(),
      'This token expired at 2020-01-02T03:04:05.000Z: an ADMIN can make a new one. Give one: createClient({ token }).',
    ],
    http: [
      { query: claims, headers: { authorization: 'Bearer EXPIRED' } },
      `This token expired at 2020-01-02T03:04:05.000Z: an ADMIN can make a new one. ${hint}`,
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'EXPIRED'],
      `URL answered: This token expired at 2020-01-02T03:04:05.000Z: an ADMIN can make a new one. ${flag}`,
    ],
  },
  {
    name: 'a revoked token',
    sdk: [
      ({ url, values }) => createClient({ url, token: values.revoked }).claims(),
      'This token was revoked: an ADMIN can make a new one. Give one: createClient({ token }).',
    ],
    http: [
      { query: claims, headers: { authorization: 'Bearer REVOKED' } },
      `This token was revoked: an ADMIN can make a new one. ${hint}`,
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'REVOKED'],
      `URL answered: This token was revoked: an ADMIN can make a new one. ${flag}`,
    ],
  },
  {
    name: 'a wrong field',
    sdk: [
      ({ record }) => record.request('{ claims { nodes { sllug } } }'),
      /^Cannot query field "sllug" on type "Claim"\./,
    ],
    http: [
      { query: '{ claims { nodes { sllug } } }' },
      /^Cannot query field "sllug" on type "Claim"\./,
    ],
  },
  {
    name: 'a missing variable',
    sdk: [
      ({ record }) => record.claim({} as { by: { slug: string } }),
      'Variable "$by" of required type "ClaimBy!" was not provided.',
    ],
    http: [
      { query: 'query($by: ClaimBy!) { claim(by: $by) { slug } }' },
      'Variable "$by" of required type "ClaimBy!" was not provided.',
    ],
    cli: [['erase', 'moscow-says-no'], /required option '--reason/],
  },
  {
    name: 'a bad cursor',
    sdk: [({ record }) => record.claims({ after: 'page 2' }), /^This is not a cursor/],
    http: [{ query: claims, variables: { after: 'page 2' } }, /^This is not a cursor/],
  },
  {
    name: 'the cursor of another list',
    sdk: [
      ({ record, values }) => record.claims({ after: values.cursor }),
      /^This is not a cursor of this list/,
    ],
    http: [{ query: claims, variables: { after: 'CURSOR' } }, /^This is not a cursor of this list/],
  },
  {
    name: 'a wrong url',
    sdk: [
      ({ url }) => createClient({ url: url.replace('/graphql', '/graphiql') }).claims(),
      /^What answers at http:\/\/127\.0\.0\.1:\d+\/graphiql is no GraphQL \(status 404\): give the url of a GraphQL endpoint\.$/,
    ],
    cli: [
      ['status', '--url', 'ELSEWHERE'],
      /ELSEWHERE cannot be reached: it answers 404, and no GraphQL/,
    ],
  },
  {
    name: 'a server that is down',
    sdk: [
      () => createClient({ url: 'http://127.0.0.1:9/graphql', retries: 0 }).claims(),
      /^http:\/\/127\.0\.0\.1:9\/graphql cannot be reached: (connect ECONNREFUSED 127\.0\.0\.1:9|bad port)\.$/,
    ],
    cli: [
      ['status', '--url', 'http://127.0.0.1:9/graphql'],
      /cannot be reached: (connect ECONNREFUSED|bad port)/,
    ],
  },
  {
    name: 'an unknown key',
    sdk: [({ record }) => record.claims({ filtr: {} } as object), 'claims takes no filtr.'],
    http: [
      { query: '{ claims(filtr: {}) { nodes { slug } } }' },
      /^Unknown argument "filtr" on field "Query\.claims"\./,
    ],
    cli: [['import', '2.jsonl'], /2\.jsonl:2 knid: The key knid is not known here\./],
  },
  {
    name: 'an unknown key in an input, and words beside it',
    sdk: [
      ({ url, values }) =>
        createClient({ url, token: values.admin }).recordClaim({
          txt: words,
        } as unknown as Parameters<Client['recordClaim']>[0]),
      /^Variable "\$input" got invalid value; Field "\w+" of required type/,
    ],
    http: [
      {
        query:
          'mutation($input: WithdrawClaimInput!) { withdrawClaim(input: $input) { __typename } }',
        variables: { input: { claim: { slug: 'x' }, reason: [words, words] } },
        headers: { authorization: 'Bearer ADMIN' },
      },
      'Variable "$input" got invalid value at "input.reason"; String cannot represent a non string value: […',
    ],
  },
  {
    name: 'a wrong role',
    sdk: [
      ({ url, values }) =>
        createClient({ url, token: values.reader }).withdrawClaim({
          claim: { slug: 'call-happened' },
          reason: words,
        }),
      'withdrawClaim is for EDITOR tokens and higher. Yours has the role READER.',
    ],
    http: [
      { query: '{ status { epoch } }', headers: { authorization: 'Bearer READER' } },
      'A token of the role READER does not allow status.',
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'READER'],
      `URL answered: A token of the role READER does not allow status. ${flag}`,
    ],
  },
  {
    name: 'a conflict',
    sdk: [
      ({ url, values }) =>
        createClient({ url, token: values.admin }).recordActor({
          slug: 'kremlin',
          name: 'Another name',
          kind: 'GOVERNMENT',
        }),
      /^The actor kremlin is on record with another name/,
    ],
    http: [
      {
        query:
          'mutation { recordActor(input: { slug: "kremlin", name: "Another name", kind: GOVERNMENT }) { ... on UserError { message } } }',
        headers: { authorization: 'Bearer ADMIN' },
      },
      /^The actor kremlin is on record with another name/,
    ],
    cli: [['import', '0.jsonl'], /0\.jsonl:2.*: The actor kremlin is on record with another name/],
  },
];
