import { setTimeout as pause } from 'node:timers/promises';
import { defaultLimits, type Limits } from '../../server/limits/limits.ts';
import { answerOf, codeOf, openHandler } from '../integration/http/open-handler.ts';
import { openRecord } from '../kit/open-record.ts';
import { type Attack, attack } from './attack.ts';
import { openBareHandler } from './bare-handler.ts';

const stranger = { address: '203.0.113.7' };

/** Documents that ask for too much, one limit each: refused with QUERY_TOO_COMPLEX, or they are answered. */
const heavy: readonly (readonly [name: string, query: string, limits: (keyof Limits)[]])[] = [
  ['eleven levels', deep(11), ['depth']],
  ['a document of 60 kB', `{ __typename } #${'x'.repeat(60_000)}`, ['documentBytes']],
  ['literals nested 5,000 deep', nestedLiteral(5_000), ['tokens']],
  ['selections nested 5,000 deep', `${'{ record '.repeat(5_000)}${'}'.repeat(5_000)}`, ['tokens']],
  [
    '10,000 aliases through fragments',
    `{ record { ...A } } ${tens('A', 'B')} ${tens('B', 'C')} ${tens('C', 'D')} ${aliasedTens('D')}`,
    ['aliases', 'fields'],
  ],
  [
    '31 aliases of one field',
    `{ record { ${times(31, (n) => `a${n}: __typename`)} } }`,
    ['aliases'],
  ],
  [
    '1,000 directives through fragments',
    `{ record { ${times(125, () => '...D')} } }
    fragment D on RecordSummary { __typename ${'@skip(if: false) '.repeat(8)} }`,
    ['directives', 'fields'],
  ],
  ['450 fields at the root', `{ ${'__typename '.repeat(450)} }`, ['rootFields', 'fields']],
  ['600 times the same field', `{ record { ${'__typename '.repeat(600)} } }`, ['fields']],
  [
    'a page of pages of pages',
    '{ claims(first: 100) { nodes { stances(first: 100) { nodes { actor { stances(first: 20) { nodes { kind } } } } } } } }',
    ['cost'],
  ],
  [
    'the texts of 300 articles',
    `{ ${times(3, (n) => `a${n}: articles(first: 100) { nodes { text } }`)} }`,
    ['cost'],
  ],
];

/** Documents that are wrong in a way that is dangerous to execute. */
const circular = [
  '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  '{ claims { nodes { ...C } } } fragment C on Claim { stances { nodes { claim { ...C } } } }',
];

export const documentAttacks: readonly Attack[] = [
  ...heavy.map(([name, query, limits]) =>
    attack(name, {
      open: () => openHandler(),
      openUnprotected: () => openHandler({ limits: without(...limits) }),
      isWithstood: async (server) => {
        const codes = [await codeOf(server.ask({ query })), await codeOf(server.ask({ query }))];
        return codes.every((code) => code === 'QUERY_TOO_COMPLEX');
      },
    }),
  ),
  attack('a page whose size comes in a variable, of a document that was good before', {
    open: () => openHandler(),
    openUnprotected: () => openHandler({ limits: without('cost') }),
    isWithstood: async (server) => {
      const query =
        'query($n: Int) { claims(first: $n) { nodes { stances(first: $n) { nodes { kind polarity actor { name slug } claim { text slug } } } } } }';
      for (let n = 1; n < 6; n += 1) await server.ask({ query, variables: { n } });
      return (await codeOf(server.ask({ query, variables: { n: 100 } }))) === 'QUERY_TOO_COMPLEX';
    },
  }),
  attack('fragments that spread each other', {
    open: () => openHandler(),
    openUnprotected: () =>
      openHandler({}, (plugins) => ({
        ...plugins,
        documentLimits: { onValidate: ({ setValidationFn }) => setValidationFn(() => []) },
      })),
    isWithstood: async (server) => {
      const codes = await Promise.all(circular.map((query) => codeOf(server.ask({ query }))));
      return codes.every((code) => code === 'GRAPHQL_VALIDATION_FAILED');
    },
  }),
  attack('more in a minute than anybody reads', {
    open: () => openHandler(),
    openUnprotected: () => openHandler({ limits: without('costPerMinute') }),
    isWithstood: async (server) => {
      const query = '{ claims(first: 100) { nodes { stances(first: 100) { nodes { kind } } } } }';
      const statuses = [];
      for (let n = 0; n < 60; n += 1)
        statuses.push((await server.ask({ query }, {}, stranger)).status);
      return statuses[0] === 200 && statuses.at(-1) === 429;
    },
  }),
  attack('a database that does not answer', {
    open: () => openSilentHandler({ ...defaultLimits, requestMs: 50 }),
    openUnprotected: () => openSilentHandler(defaultLimits),
    isWithstood: async (server, isProtected) => {
      const query = '{ actor(by: { slug: "ida" }) { name } }';
      const givenUp = pause(isProtected ? 100_000 : 2_000);
      const code = await Promise.race([codeOf(server.ask({ query })), givenUp]);
      return code === 'UNAVAILABLE';
    },
  }),
  attack('a hundred mistakes in one document', {
    open: () => openHandler(),
    openUnprotected: () => openHandler({ limits: without('errors') }),
    isWithstood: async (server) => {
      const query = `{ record { ${times(100, (n) => `nothing${n}`)} } }`;
      const { errors = [] } = await answerOf(server.ask({ query }));
      return errors.length === 5;
    },
  }),
  attack('a batch of 1,000 operations', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const response = await server.ask(
        Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' })),
      );
      return response.status === 400;
    },
  }),
];

async function openSilentHandler(limits: Limits) {
  const record = await openRecord();
  const reader = { ...record.db.reader, read: () => new Promise<never>(() => {}) };
  const server = await openHandler({ db: { ...record.db, reader }, limits });
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await record[Symbol.asyncDispose]();
    },
  };
}

/** The usual limits without some of them. */
function without(...names: readonly (keyof Limits)[]): Limits {
  return { ...defaultLimits, ...Object.fromEntries(names.map((name) => [name, 2 ** 31 - 1])) };
}

function deep(levels: number): string {
  const inner = ['stances(first: 1)', 'nodes', 'claim'];
  const path = Array.from({ length: levels - 3 }, (_, n) => inner[n % 3]);
  return `{ ${['claims(first: 1)', 'nodes', ...path, '__typename'].join(' { ')} ${'}'.repeat(levels)}`;
}

function nestedLiteral(levels: number): string {
  return `{ claims(filter: { topic: ${'['.repeat(levels)}${']'.repeat(levels)} }) { nodes { id } } }`;
}

function tens(name: string, next: string): string {
  return `fragment ${name} on RecordSummary { ${times(10, () => `...${next}`)} }`;
}

function aliasedTens(name: string): string {
  return `fragment ${name} on RecordSummary { ${times(10, (n) => `a${n}: __typename`)} }`;
}

function times(count: number, each: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => each(n)).join(' ');
}
