import { getIntrospectionQuery } from 'graphql';
import { defaultLimits, type Limits } from '../../server/limits/limits.ts';
import { bearer, codeOf, type OpenHandler, openHandler } from '../integration/http/open-handler.ts';
import { type Attack, attack } from './attack.ts';

const noLimit = 2 ** 31 - 1;

/** What the owner of one address may have done in a minute, and all strangers together. */
const few: Limits = { ...defaultLimits, costPerMinute: 4_000, strangersPerMinute: noLimit };

const unlimited: Limits = { ...few, costPerMinute: noLimit };

const times = (count: number, each: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => each(n)).join(' ');

interface Asked {
  readonly request: (n: number) => object | string;
  readonly headers?: Record<string, string> | undefined;
}

/** How often a stranger of one address is answered who asks so often. */
async function answered(
  server: OpenHandler,
  count: number,
  { headers, request }: Asked,
): Promise<number> {
  let heard = 0;
  for (let n = 0; n < count; n += 1) {
    const response = await server.ask(request(n), headers, { address: '203.0.113.7' });
    if (response.status !== 429) heard += 1;
  }
  return heard;
}

/** Whatever fails is paid for: of so many requests no more than some are looked at. */
const failing: readonly (readonly [
  name: string,
  most: number,
  request: (n: number) => object | string,
  headers?: Record<string, string>,
])[] = [
  ['documents of 480 unknown fields, each another', 10, (n) => ({ query: unknownFields(n) })],
  ['one document of 480 unknown fields, over and over', 160, () => ({ query: unknownFields(0) })],
  ['documents that break off after 900 tokens', 10, (n) => ({ query: brokenOff(n) })],
  ['bodies of 256 KiB that are no JSON', 10, (n) => `${n}`.padEnd(262_000, 'x')],
  ['bodies that are no JSON', 200, () => '{'],
  ['tokens that nobody has', 200, () => ({ query: '{ __typename }' }), forged(43)],
  ['tokens that are none', 200, () => ({ query: '{ __typename }' }), forged(5)],
  ['19 wrong ids in each operation', 60, () => ({ query: `{ ${times(19, wrongId)} }` })],
  ['lists of 10,000 in variables', 60, () => ({ query: ofTypes, variables: { type: types } })],
];

export const budgetAttacks: readonly Attack[] = [
  ...failing.map(([name, most, request, headers]) =>
    attack(name, {
      open: () => openHandler({ limits: few }),
      openUnprotected: () => openHandler({ limits: unlimited }),
      isWithstood: async (server) => {
        const heard = await answered(server, most + 20, { request, headers });
        return heard > 0 && heard <= most;
      },
    }),
  ),
  attack('look-aheads over all claims, 19 in an operation', {
    open: () => openHandler({ limits: few }),
    openUnprotected: () => openHandler({ limits: unlimited }),
    isWithstood: async (server) => {
      const lookAhead =
        'claims(first: 1, filter: { noStances: { hearsay: true }, stances: [{ kind: DENIES }, { kind: ASSERTS }] }) { totalCount }';
      const query = `{ ${times(19, (n) => `a${n}: ${lookAhead}`)} }`;
      // Each root field, and each statement that is read aside, is paid for, even where there is nothing on record.
      return (await answered(server, 40, { request: () => ({ query }) })) < 20;
    },
  }),
  attack('all fields of the schema, 29 times', {
    open: () => openHandler({ publicIntrospection: true }),
    openUnprotected: () =>
      openHandler({ publicIntrospection: true, limits: { ...defaultLimits, cost: noLimit } }),
    isWithstood: async (server) => {
      const all = times(29, (n) => `f${n}: fields { name type { name kind } }`);
      const query = `{ __schema { types { ${all} } } }`;
      const isRefused = (await codeOf(server.ask({ query }))) === 'QUERY_TOO_COMPLEX';
      return (
        isRefused && (await codeOf(server.ask({ query: getIntrospectionQuery() }))) === undefined
      );
    },
  }),
  attack('strangers from three hundred addresses', {
    open: () => openHandler({ limits: { ...defaultLimits, strangersPerMinute: 4_000 } }),
    openUnprotected: () =>
      openHandler({ limits: { ...defaultLimits, strangersPerMinute: noLimit } }),
    isWithstood: async (server) => {
      const authorization = await bearer(server.db, { role: 'READER' });
      const ask = (n: number, headers = {}) =>
        server.ask({ query: '{ viewer { name } }' }, headers, {
          address: `203.0.${n >> 8}.${n & 255}`,
        });
      let heard = 0;
      for (let n = 0; n < 300; n += 1) if ((await ask(n)).status === 200) heard += 1;
      const { status } = await ask(0, { authorization });
      return heard < 150 && status === 200;
    },
  }),
];

function unknownFields(n: number): string {
  return `query Q${n} { record { ${times(480, (m) => `nothing${m}`)} } }`;
}

function brokenOff(n: number): string {
  return `query Q${n} { record { ${'feedCursor '.repeat(900)}`;
}

function forged(length: number): Record<string, string> {
  return { authorization: `Bearer onr_${'x'.repeat(length)}` };
}

function wrongId(n: number): string {
  return `a${n}: node(id: "x") { id }`;
}

const ofTypes =
  'query ($type: [EventType!]) { recordEvents(first: 1, filter: { type: $type }) { nodes { type } } }';

const types = Array(10_000).fill('CLAIM_RECORDED');
