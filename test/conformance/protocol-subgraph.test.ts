import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import {
  answerOf,
  bearer,
  codeOf,
  type OpenHandler,
  openHandler,
} from '../integration/http/open-handler.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';

const service = { query: '{ _service { sdl } }' };
const entities =
  'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Claim { slug } ... on Actor { name } } }';

/** The ids of a claim that everyone sees, of one that strangers do not, and of an actor. */
async function prepare({ ask, db }: OpenHandler) {
  await recordHarbour(db);
  await write(db, recordClaim, bridgePromised);
  await write(db, recordStance, mayorDenies);
  const unsaid = { slug: 'unsaid', text: 'Nobody said so.', kind: 'FACT', language: 'en' } as const;
  await write(db, recordClaim, unsaid);
  const editor = { authorization: await bearer(db, { role: 'EDITOR' }) };
  const query =
    '{ seen: claim(by: { slug: "bridge-promised" }) { id } unsaid: claim(by: { slug: "unsaid" }) { id } actor(by: { slug: "mayor" }) { id } }';
  const { data } = await answerOf(ask({ query }, editor));
  const idOf = (key: string): string => Object(data?.[key]).id;
  return { editor, seen: idOf('seen'), unsaid: idOf('unsaid'), actor: idOf('actor') };
}

test('121 a subgraph tells its schema to whoever may ask for the schema, and nobody where it is none', async () => {
  await using subgraph = await openHandler({ subgraph: true, publicIntrospection: false });
  await using other = await openHandler();
  const reader = { authorization: await bearer(subgraph.db, { role: 'READER' }) };

  const { data, extensions } = await answerOf(subgraph.ask(service, reader));

  const { sdl } = Object(data?._service);
  for (const type of ['Actor', 'Article', 'Claim', 'Stance'])
    expect(sdl).toMatch(
      new RegExp(`^type ${type} implements Node @key\\(fields: "id"\\) \\{$`, 'm'),
    );
  expect(sdl).toMatch(/^type PageInfo @shareable \{$/m);
  expect(sdl.match(/^ {2}\): .*@inaccessible$/gm)).toHaveLength(2);
  expect(sdl).toMatch(/\bids: \[ID!\]!\n {2}\): \[Node\]! @shareable @inaccessible$/m);
  expect(sdl.match(/@key/g)).toHaveLength(5);
  expect(parse(sdl).definitions.length).toBeGreaterThan(100);
  const known = `directive @link(url: String, import: [String]) on SCHEMA
    directive @key(fields: String) on OBJECT
    directive @shareable on OBJECT | FIELD_DEFINITION
    directive @inaccessible on FIELD_DEFINITION\n`;
  expect(() => buildSchema(known + sdl)).not.toThrow();
  expect(extensions?.cost).toBeGreaterThan(100);
  expect(await codeOf(subgraph.ask(service))).toBe('UNAUTHENTICATED');
  const renamed = { query: 'query of { one: _service { text: sdl } }' };
  expect((await answerOf(subgraph.ask(renamed, reader))).data).toEqual({ one: { text: sdl } });
  expect(await codeOf(subgraph.ask({ ...renamed, operationName: 'none' }, reader))).toBeDefined();
  expect(await codeOf(other.ask(service))).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await codeOf(other.ask({ query: entities, variables: { representations: [] } }))).toBe(
    'GRAPHQL_VALIDATION_FAILED',
  );
});

test('122 entities are answered in their places, and what is none for whoever asks is null', async () => {
  await using handler = await openHandler({ subgraph: true, keptAnswers: 1_000_000 });
  const { actor, editor, seen, unsaid } = await prepare(handler);
  const told = async (representations: unknown, headers = {}) =>
    (await answerOf(handler.ask({ query: entities, variables: { representations } }, headers))).data
      ?._entities;
  const representations = [
    { __typename: 'Claim', id: unsaid },
    { __typename: 'Actor', id: actor },
    { __typename: 'Claim', id: actor },
    { __typename: 'Claim', id: 'what an editor mistyped' },
    { __typename: 'Claim', id: seen, slug: 'of another' },
  ];
  const claim = { __typename: 'Claim', slug: 'bridge-promised' };
  const mayor = { __typename: 'Actor', name: 'The mayor' };

  // A document that comes again takes other ways.
  for (let times = 0; times < 4; times += 1)
    expect(await told(representations)).toEqual([null, mayor, null, null, claim]);
  expect(await told(representations, editor)).toEqual([
    { __typename: 'Claim', slug: 'unsaid' },
    mayor,
    null,
    null,
    claim,
  ]);
  const written = `{ of: _entities(representations: [{ __typename: "Claim", id: "${seen}" }]) { ...named } } fragment named on _Entity { __typename }`;
  expect((await answerOf(handler.ask({ query: written }))).data).toEqual({
    of: [{ __typename: 'Claim' }],
  });
});

test('123 entities are as many as a page at most, and cost what nodes cost', async () => {
  await using handler = await openHandler({ subgraph: true });
  const { seen } = await prepare(handler);
  const asked = (count: number) => ({
    query: entities,
    variables: { representations: Array(count).fill({ __typename: 'Claim', id: seen }) },
  });
  const nodes = (count: number) => ({
    query:
      'query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Claim { slug } ... on Actor { name } } }',
    variables: { ids: Array(count).fill(seen) },
  });
  /** Of a document that was read before. */
  const costOf = async (body: object): Promise<number> => {
    await handler.ask(body);
    return (await answerOf(handler.ask(body))).extensions?.cost ?? 0;
  };

  expect((await costOf(asked(100))) - (await costOf(asked(1)))).toBeGreaterThan(80);
  // What is sent is longer, and is paid for.
  const more = (await costOf(asked(100))) - (await costOf(nodes(100)));
  expect(more).toBeGreaterThanOrEqual(0);
  expect(more).toBeLessThan(20);
  expect(await codeOf(handler.ask(asked(101)))).toBe('BAD_USER_INPUT');
  for (const representations of [
    'none',
    null,
    [null],
    [{ __typename: 'Token', id: seen }],
    [{ __typename: 'Claim', id: 1 }],
  ])
    expect(await codeOf(handler.ask({ query: entities, variables: { representations } }))).toBe(
      'BAD_USER_INPUT',
    );
  const deep = `{ _entities(representations: ${'['.repeat(500)}${']'.repeat(500)}) { __typename } }`;
  expect(await codeOf(handler.ask({ query: deep }))).toBe('QUERY_TOO_COMPLEX');
  const closed = '{ _service { sdl } _entities(representations: []) { __typename } }';
  expect(await codeOf(handler.ask({ query: closed }))).toBe('GRAPHQL_VALIDATION_FAILED');
});
