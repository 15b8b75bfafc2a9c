import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Client, createClient } from '../../../sdk/src/index.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

/** What GraphiQL sends and shows: a document, and the answer as it comes over HTTP. */
interface Posted {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mistake as it is made by each way in, and what each says of it. A way on which it cannot be made is left out. */
interface Mistake {
  readonly name: string;
  readonly sdk?: readonly [make: (record: Client) => Promise<unknown>, message: string | RegExp];
  readonly graphiql?: readonly [asked: Posted, message: string | RegExp];
  readonly cli?: readonly [args: readonly string[], message: string | RegExp];
}

let place: PlaceInProcess;
let url: string;
const tokens = { admin: '', reader: '', expired: '', revoked: '' };
const other = (options: object) => createClient({ url, ...options });
const remote = (token: string, ...args: string[]) => [...args, '--url', url, '--token', token];

beforeAll(async () => {
  place = await openPlaceInProcess();
  const welcome = await place.start('serve').until('call-happened');
  url = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(welcome)?.[0] ?? '';
  tokens.admin = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';
  const admin = createClient({ url, token: tokens.admin });
  const made = async (name: string, more = {}) =>
    admin.createToken({ name, role: 'READER', ...more });
  tokens.reader = (await made('a reader')).secret;
  tokens.expired = (await made('expired', { expiresAt: '2020-01-02T03:04:05.000Z' })).secret;
  const revoked = await made('revoked');
  tokens.revoked = revoked.secret;
  await admin.revokeToken({ token: { id: revoked.token.id } });
  const lines = [
    { type: 'actor', id: 'kremlin', name: 'Another name', kind: 'GOVERNMENT' },
    { type: 'actor', id: 'Bad Slug!', name: 'The harbour master', kind: 'PERSON' },
    { type: 'actor', id: 'harbour', name: 'The harbour master', knid: 'PERSON', kind: 'PERSON' },
  ];
  for (const [index, line] of lines.entries()) {
    const head = JSON.stringify({ type: 'record', format: 'onrecord/1' });
    await writeFile(place.file(`${index}.jsonl`), `${head}\n${JSON.stringify(line)}\n`);
  }
});
afterAll(() => place?.[Symbol.asyncDispose]());

const http =
  'Show one in the header “authorization: Bearer onr_…”; in GraphiQL, in the field “Token”.';
const flag = 'Give an ADMIN token with --token.';
const claims =
  'query($first: Int, $after: String) { claims(first: $first, after: $after) { nodes { slug } } }';
const words = 'The ferry left at noon, and nobody saw it';

const mistakes: readonly Mistake[] = [
  {
    name: 'a page of 1000',
    sdk: [(record) => record.claims({ first: 1000 }), 'A page has at most 100 entries, not 1000.'],
    graphiql: [
      { query: claims, variables: { first: 1000 } },
      'A page has at most 100 entries, not 1000.',
    ],
  },
  {
    name: 'a wrong value of an enum',
    sdk: [
      (record) => record.claims({ filter: { status: 'DISPUTD' as 'DISPUTED' } }),
      /^Variable "\$filter" got invalid value "DISPUTD" at "filter\.status"; Value "DISPUTD" does not exist in "StandingStatus" enum\./,
    ],
    graphiql: [
      { query: '{ claims(filter: { status: DISPUTD }) { nodes { slug } } }' },
      /^Value "DISPUTD" does not exist in "StandingStatus" enum\./,
    ],
    cli: [['token', 'create', '--name', 'x', '--role', 'BOSS'], /--role.*BOSS.*READER/s],
  },
  {
    name: 'a bad slug',
    sdk: [
      () =>
        other({ token: tokens.admin }).recordActor({
          slug: 'Bad Slug!',
          name: 'The harbour master',
          kind: 'PERSON',
        }),
      'A slug is 1 to 80 of a-z, 0-9 and -.',
    ],
    cli: [['import', '1.jsonl'], /1\.jsonl:2 id: A slug is 1 to 80 of a-z, 0-9 and -\./],
  },
  {
    name: 'no token',
    sdk: [(record) => record.status(), 'status needs a token. Give one: createClient({ token }).'],
    graphiql: [{ query: '{ status { epoch } }' }, `status needs a token. ${http}`],
    cli: [['status', '--url', 'URL'], `URL answered: status needs a token. ${flag}`],
  },
  {
    name: 'no token for a change',
    sdk: [
      (record) => record.withdrawClaim({ claim: { slug: 'call-happened' }, reason: words }),
      'withdrawClaim is for EDITOR tokens and higher. Give one: createClient({ token }).',
    ],
    graphiql: [
      {
        query: `mutation { withdrawClaim(input: { claim: { slug: "x" }, reason: "${words}" }) { __typename } }`,
      },
      `withdrawClaim is for EDITOR tokens and higher. ${http}`,
    ],
  },
  {
    name: 'a token with too little or too much before it',
    sdk: [
      () => other({ token: `Bearer ${tokens.admin}` }).status(),
      'The word Bearer stands twice before the token: it is added to what is given. Give one: createClient({ token }).',
    ],
    graphiql: [
      { query: '{ status { epoch } }', headers: { authorization: 'ADMIN' } },
      `The token stands in the header without the word Bearer before it. ${http}`,
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'Bearer ADMIN'],
      /The word Bearer stands twice before the token/,
    ],
  },
  {
    name: 'an expired token',
    sdk: [
      () => other({ token: tokens.expired }).claims(),
      'This token expired at 2020-01-02T03:04:05.000Z: an ADMIN can make a new one. Give one: createClient({ token }).',
    ],
    graphiql: [
      { query: claims, headers: { authorization: 'Bearer EXPIRED' } },
      `This token expired at 2020-01-02T03:04:05.000Z: an ADMIN can make a new one. ${http}`,
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'EXPIRED'],
      `URL answered: This token expired at 2020-01-02T03:04:05.000Z: an ADMIN can make a new one. ${flag}`,
    ],
  },
  {
    name: 'a revoked token',
    sdk: [
      () => other({ token: tokens.revoked }).claims(),
      'This token was revoked: an ADMIN can make a new one. Give one: createClient({ token }).',
    ],
    cli: [
      ['status', '--url', 'URL', '--token', 'REVOKED'],
      `URL answered: This token was revoked: an ADMIN can make a new one. ${flag}`,
    ],
  },
  {
    name: 'a wrong field',
    sdk: [
      (record) => record.request('{ claims { nodes { sllug } } }'),
      /^Cannot query field "sllug" on type "Claim"\./,
    ],
    graphiql: [
      { query: '{ claims { nodes { sllug } } }' },
      /^Cannot query field "sllug" on type "Claim"\./,
    ],
  },
  {
    name: 'a missing variable',
    sdk: [
      (record) => record.claim({} as { by: { slug: string } }),
      'Variable "$by" of required type "ClaimBy!" was not provided.',
    ],
    graphiql: [
      { query: 'query($by: ClaimBy!) { claim(by: $by) { slug } }' },
      'Variable "$by" of required type "ClaimBy!" was not provided.',
    ],
    cli: [['erase', 'moscow-says-no'], /required option '--reason/],
  },
  {
    name: 'a bad cursor',
    sdk: [(record) => record.claims({ after: 'page 2' }), /^This is not a cursor/],
    graphiql: [{ query: claims, variables: { after: 'page 2' } }, /^This is not a cursor/],
  },
  {
    name: 'the cursor of another list',
    sdk: [
      async (record) => {
        const { pageInfo } = await record.actors({ first: 1 });
        return record.claims({ after: pageInfo.endCursor });
      },
      /cursor/,
    ],
  },
  {
    name: 'a wrong url',
    sdk: [
      () => other({ url: url.replace('/graphql', '/graphiql') }).claims(),
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
      () => other({ url: 'http://127.0.0.1:9/graphql', retries: 0 }).claims(),
      /^http:\/\/127\.0\.0\.1:9\/graphql cannot be reached: (connect ECONNREFUSED 127\.0\.0\.1:9|bad port)\.$/,
    ],
    cli: [
      ['status', '--url', 'http://127.0.0.1:9/graphql'],
      /cannot be reached: (connect ECONNREFUSED|bad port)/,
    ],
  },
  {
    name: 'an unknown key',
    sdk: [(record) => record.claims({ filtr: {} } as object), 'claims takes no filtr.'],
    graphiql: [
      { query: '{ claims(filtr: {}) { nodes { slug } } }' },
      /^Unknown argument "filtr" on field "Query\.claims"\./,
    ],
    cli: [['import', '2.jsonl'], /2\.jsonl:2 knid: The key knid is not known here\./],
  },
  {
    name: 'an unknown key in an input, and words beside it',
    sdk: [
      () =>
        other({ token: tokens.admin }).recordClaim({ txt: words } as unknown as Parameters<
          Client['recordClaim']
        >[0]),
      /^Variable "\$input" got invalid value; Field "\w+" of required type/,
    ],
    graphiql: [
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
      () =>
        other({ token: tokens.reader }).withdrawClaim({
          claim: { slug: 'call-happened' },
          reason: words,
        }),
      'withdrawClaim is for EDITOR tokens and higher. Yours has the role READER.',
    ],
    graphiql: [
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
      () =>
        other({ token: tokens.admin }).recordActor({
          slug: 'kremlin',
          name: 'Another name',
          kind: 'GOVERNMENT',
        }),
      /^The actor kremlin is on record with another name/,
    ],
    graphiql: [
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

const ways = (way: 'sdk' | 'graphiql' | 'cli') =>
  mistakes.flatMap((mistake) => (mistake[way] ? [mistake] : []));

/** With the tokens and addresses of this run in the places of their names. */
const named = (text: string): string =>
  text
    .replace('ADMIN', tokens.admin)
    .replace('READER', tokens.reader)
    .replace('EXPIRED', tokens.expired)
    .replace('REVOKED', tokens.revoked)
    .replace('ELSEWHERE', url.replace('/graphql', '/nowhere'))
    .replace(/^URL/, url);

function assertTold(said: string, expected: string | RegExp): void {
  if (typeof expected === 'string') expect(said).toBe(expected.replace(/^URL/, url));
  else if (expected.source.includes('ELSEWHERE'))
    expect(said).toContain(
      `${url.replace('/graphql', '/nowhere')} cannot be reached: it answers 404`,
    );
  else expect(said).toMatch(expected);
  expect(said.length).toBeLessThanOrEqual(300);
  expect(said).not.toMatch(/onr_[\w-]{8,}/);
  expect(said).not.toContain('The ferry');
}

describe('through the SDK', () => {
  test.each(ways('sdk'))('$name', async ({ sdk }) => {
    const [make, message] = sdk ?? [];

    const error: unknown = await make?.(createClient({ url })).catch((reason: unknown) => reason);

    assertTold(String(Object(error).message), message ?? '');
  });
});

describe('as GraphiQL shows it', () => {
  test.each(ways('graphiql'))('$name', async ({ graphiql }) => {
    const [asked, message] = graphiql ?? [];
    const { headers = {}, ...body } = asked ?? {};
    const shown = Object.entries(headers).map(([name, value]) => [name, named(value)]);

    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...Object.fromEntries(shown) },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();

    const { data, errors } = Object(answer);
    const [refusal] = Object.values(Object(data));
    assertTold(errors?.[0]?.message ?? Object(refusal).message, message ?? '');
  });
});

describe('through the command line', () => {
  test.each(ways('cli'))('$name', async ({ cli }) => {
    const [args = [], message] = cli ?? [];
    const given = args.map((arg) => (arg.endsWith('.jsonl') ? place.file(arg) : named(arg)));
    const command = args[0] === 'import' ? remote(tokens.admin, ...given) : given;

    const { code, err } = await place.run(...command);

    expect(code).not.toBe(0);
    const [said = ''] = err.split('\n').filter((line) => line !== '');
    assertTold(said.replaceAll(place.folder, ''), message ?? '');
  });
});
