import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { revokeToken } from '../../db/commands/revoke-token.ts';
import type { Role } from '../../db/rules/vocabulary.ts';
import { roleFor } from '../../schema/changing/role.ts';
import { schema } from '../../schema/schema.ts';
import { bearer, codeOf, openHandler } from '../integration/http/open-handler.ts';
import { recordHarbour } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';
import { type Attack, attack } from './attack.ts';
import { type Asked, openBareHandler } from './bare-handler.ts';

const roles: readonly Role[] = ['READER', 'EDITOR', 'REVIEWER', 'ADMIN'];
const refused = ['UNAUTHENTICATED', 'FORBIDDEN'];

/** Queries that are for some roles alone, and the least of them. */
const closedQueries: readonly (readonly [query: string, least: Role])[] = [
  ['{ exportRecord { next } }', 'EDITOR'],
  ['{ claims(filter: { review: DRAFT }) { nodes { id } } }', 'EDITOR'],
  ['{ status { epoch } }', 'ADMIN'],
  ['{ verifyRecord { faultCount } }', 'ADMIN'],
];

const subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});

export const rightsAttacks: readonly Attack[] = [
  attack('every mutation, with each role that is too low', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const headers = await headersOf(server);
      const codes = [];
      for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
        const type = field.args[0]?.type;
        const query = `mutation($input: ${type}) { ${name}(input: $input) { __typename } }`;
        const variables = { input: type && sampleOf(type) };
        for (const role of tooLow(roleFor(name)))
          codes.push(await codeOf(server.ask({ query, variables }, headers.get(role))));
      }
      return codes.length > 40 && codes.every((code) => refused.includes(code ?? ''));
    },
  }),
  attack('every query for some roles alone, with each role that is too low', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const headers = await headersOf(server);
      const codes = [];
      for (const [query, least] of closedQueries) {
        for (const role of tooLow(least))
          codes.push(await codeOf(server.ask({ query }, headers.get(role))));
      }
      return codes.every((code) => refused.includes(code ?? ''));
    },
  }),
  attack('every subscription by a stranger, where reading needs a token', {
    open: () => openHandler({ requireToken: true }),
    openUnprotected: () => openHandler(),
    isWithstood: async (server) => {
      const headers = await headersOf(server);
      const statuses = new Map<Role | undefined, number[]>();
      for (const role of [undefined, ...roles]) {
        statuses.set(role, await subscribedWith(server, headers.get(role)));
      }
      const isOpen = roles.every((role) => statuses.get(role)?.every((status) => status === 200));
      return isOpen && statuses.get(undefined)?.every((status) => status === 401) === true;
    },
  }),
  attack('a query by a stranger, where reading needs a token', {
    open: () => openHandler({ requireToken: true }),
    openUnprotected: () => openHandler(),
    isWithstood: async (server) =>
      (await codeOf(server.ask({ query: '{ __typename }' }))) === 'UNAUTHENTICATED',
  }),
  attack('a token that was revoked, one that has expired and one that was made up', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const { token, hash } = newToken();
      const { id } = await write(server.db, createToken, { name: 'gone', role: 'ADMIN', hash });
      await write(server.db, revokeToken, { token: { id } });
      const shown = [
        `Bearer ${token}`,
        await bearer(server.db, { role: 'ADMIN', expiresAt: Date.now() - 1 }),
        `Bearer ${newToken().token}`,
        'Bearer null',
      ];
      const query = '{ viewer { role } }';
      const codes = await Promise.all(
        shown.map((authorization) => codeOf(server.ask({ query }, { authorization }))),
      );
      return codes.every((code) => code === 'UNAUTHENTICATED');
    },
  }),
  attack('the text of an article, asked for by a stranger', {
    open: () => openHandler(),
    openUnprotected: () => openHandler({ publicTexts: true }),
    isWithstood: async (server) => {
      await recordHarbour(server.db);
      const texts = [
        '{ articles { nodes { text } } }',
        '{ article(by: { slug: "bridge-story" }) { text } }',
        '{ search(query: "promised") { edges { highlights { text } node { ... on Article { text } } } } }',
        '{ recordEvents { nodes { subject { ... on Article { text } } } } }',
      ].map(async (query) => (await server.ask({ query })).text());
      return (await Promise.all(texts)).every((text) => !text.includes('promised'));
    },
  }),
  attack('the schema, asked for by a stranger in production', {
    open: () => openHandler({ production: true }),
    openUnprotected: () => openHandler({ production: true, publicIntrospection: true }),
    isWithstood: async (server) => {
      const query = '{ ...Q } fragment Q on Query { a: __schema { types { name } } }';
      return (await codeOf(server.ask({ query }))) === 'UNAUTHENTICATED';
    },
  }),
  attack('names guessed from suggestions in production', {
    open: () => openHandler({ production: true }),
    openUnprotected: () => openHandler({ production: true, suggestions: true }),
    isWithstood: async (server) => {
      const response = await server.ask({ query: '{ clams { nodes { id } } }' });
      return !(await response.text()).includes('claims');
    },
  }),
  attack('GraphiQL in production', {
    open: () => openHandler({ production: true }),
    openUnprotected: () => openHandler({ production: true, graphiql: true }),
    isWithstood: async (server) =>
      (await server.get('/graphql', { accept: 'text/html' })).status >= 400,
  }),
];

/** The headers of each role, and those of a stranger. */
async function headersOf({ db }: Asked): Promise<Map<Role | undefined, Record<string, string>>> {
  const headers = new Map<Role | undefined, Record<string, string>>([[undefined, {}]]);
  for (const role of roles) headers.set(role, { authorization: await bearer(db, { role }) });
  return headers;
}

function tooLow(least: Role): readonly (Role | undefined)[] {
  return [undefined, ...roles.slice(0, roles.indexOf(least))];
}

/** With which status each subscription begins. */
async function subscribedWith(
  server: Asked,
  headers: Record<string, string> | undefined,
): Promise<number[]> {
  const statuses: number[] = [];
  for (const name of subscriptions) {
    const query = `subscription { ${name} { cursor } }`;
    const response = await server.ask({ query }, { ...headers, accept: 'text/event-stream' });
    statuses.push(response.status);
    if (response.status === 200) await response.body?.cancel();
    else await response.text();
  }
  return statuses;
}

/** A value that the type takes, with what it must have and nothing else. */
function sampleOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const given = nullable.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type)]));
  }
  return samples[getNamedType(nullable).name] ?? 'x';
}

const samples: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2026-11-10',
  DateTime: '2026-11-10T08:30:00.000Z',
  Float: 0.5,
  Int: 1,
  URL: 'https://elsewhere.example/',
};
