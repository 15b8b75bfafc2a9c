import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cited } from '../../../db/rules/sentence.ts';
import { codeOf, nextOf } from '../feed/following.ts';
import { openDesk, recordOf } from '../mutations/open-desk.ts';
import { recordFiltered } from './every-filter.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordFiltered);
});
afterAll(() => graph[Symbol.asyncDispose]());

const nobody = { slug: 'nobody' };
const noActor = { id: 'actor_01920000-0000-7000-8000-000000000000' };
const noItem = { wikidataId: 'Q999999' };
const noText = { sha256: '0'.repeat(64) };
const noPage = { url: 'https://nowhere.example/page' };

type Unknown = readonly [noun: string, name: string, path: string];
const names: readonly (readonly [type: string, filter: object, unknown: readonly Unknown[]])[] = [
  ['ClaimFilter', { article: nobody }, [['article', 'nobody', 'filter.article']]],
  ['ClaimFilter', { article: noText }, [['article', noText.sha256, 'filter.article']]],
  ['ClaimFilter', { article: noPage }, [['article', noPage.url, 'filter.article']]],
  ['ClaimFilter', { outlet: noItem }, [['actor', 'Q999999', 'filter.outlet']]],
  [
    'ClaimFilter',
    { stances: [{ actor: { slug: 'minister' } }, { actor: noActor, via: nobody }] },
    [
      ['actor', noActor.id, 'filter.stances.1.actor'],
      ['actor', 'nobody', 'filter.stances.1.via'],
    ],
  ],
  ['ClaimFilter', { stances: { claim: nobody } }, [['claim', 'nobody', 'filter.stances.0.claim']]],
  [
    'ClaimFilter',
    { noStances: { actor: nobody } },
    [['actor', 'nobody', 'filter.noStances.actor']],
  ],
  [
    'ClaimFilter',
    { kind: 'FACT', noStances: { article: noPage } },
    [['article', noPage.url, 'filter.noStances.article']],
  ],
  ['StanceFilter', { claim: nobody }, [['claim', 'nobody', 'filter.claim']]],
  ['StanceFilter', { actor: nobody }, [['actor', 'nobody', 'filter.actor']]],
  ['StanceFilter', { article: noText }, [['article', noText.sha256, 'filter.article']]],
  ['StanceFilter', { outlet: nobody }, [['actor', 'nobody', 'filter.outlet']]],
  ['StanceFilter', { via: nobody }, [['actor', 'nobody', 'filter.via']]],
  ['ArticleFilter', { outlet: nobody }, [['actor', 'nobody', 'filter.outlet']]],
  ['ArticleFilter', { creditedTo: noActor }, [['actor', noActor.id, 'filter.creditedTo']]],
  ['ActorFilter', { grantedBy: nobody }, [['actor', 'nobody', 'filter.grantedBy']]],
  ['ActorMergeFilter', { actor: nobody }, [['actor', 'nobody', 'filter.actor']]],
];

const listOf = (type: string) => `${type.charAt(0).toLowerCase()}${type.slice(1, -6)}s`;

describe('a name in a filter that nothing on record has', () => {
  test.each(names)('is told of %s %j, with its place', async (type, filter, unknown) => {
    for (const selection of ['nodes { id }', 'totalCount', 'totalCount edges { cursor }']) {
      const query = `query($filter: ${type}) { ${listOf(type)}(filter: $filter) { ${selection} } }`;

      const { data, errors } = await graph.ask(query, { filter });

      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
      expect(errors?.[0]).toMatchObject({
        message: unknown
          .map(([noun, name, path]) => `${path}: there is no ${noun} "${cited(name)}" on record.`)
          .join(' '),
        extensions: {
          code: 'BAD_USER_INPUT',
          unknown: unknown.map(([noun, name, path]) => ({ noun, name, path })),
        },
      });
    }
  });

  test('is told of the lists of one thing, too', async () => {
    const { errors } = await graph.ask(`{
      claim(by: { slug: "toll-planned" }) { stances(filter: { actor: { slug: "nobody" } }) { totalCount } }
    }`);

    expect(errors).toMatchObject([
      {
        message: 'filter.actor: there is no actor "nobody" on record.',
        path: ['claim', 'stances'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('is told on a later page, and where the list is read through a server', async () => {
    await using remote = await openGraph(recordFiltered, { isRemote: true });
    const query = '{ stances(first: 0, filter: { via: { slug: "nobody" } }) { totalCount } }';

    expect(await remote.codeOf(query)).toBe('BAD_USER_INPUT');
    expect(await graph.codeOf(query)).toBe('BAD_USER_INPUT');
  });

  test('leaves `by` as it was: what is not on record is null', async () => {
    const { data, errors } = await graph.ask(
      '{ actor(by: { slug: "nobody" }) { id } claim(by: { slug: "nobody" }) { id } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ actor: null, claim: null });
  });
});

describe('what strangers may not see', () => {
  test('is unknown to them, and known to editors', async () => {
    const query = '{ stances(filter: { claim: { slug: "draft-claim" } }) { totalCount } }';

    expect(await graph.codeOf(query)).toBe('BAD_USER_INPUT');
    expect(await graph.codeOf(query, {}, 'READER')).toBe('BAD_USER_INPUT');
    const { data } = await graph.ask(query, {}, 'EDITOR');
    expect(data).toEqual({ stances: { totalCount: 0 } });
  });
});

describe('a filter that names what is on record', () => {
  test('is answered by the one statement of its list where that holds anything', async () => {
    await graph.ask(
      '{ claims(filter: { outlet: { slug: "gazette" }, stances: [{ actor: { slug: "minister" } }, { via: { slug: "insiders" } }] }) { nodes { slug } } }',
    );

    expect(graph.statements).toHaveLength(1);
  });

  test('may select nothing: each name is looked up then, once', async () => {
    const { data, errors } = await graph.ask(
      '{ stances(filter: { actor: { slug: "agency" }, claim: { slug: "toll-fair" } }) { totalCount nodes { slug } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ stances: { totalCount: 0, nodes: [] } });
    expect(graph.statements).toHaveLength(4);
  });

  test('is looked up where it says what is not meant', async () => {
    const { data } = await graph.ask(
      '{ claims(filter: { noStances: { actor: { slug: "minister" } } }) { nodes { slug } } }',
    );

    expect(data.claims.nodes).toEqual([{ slug: 'bridge-old' }, { slug: 'toll-planned' }]);
    expect(graph.statements).toHaveLength(2);
  });
});

describe('a feed', () => {
  const noClaim = 'claim_01920000-0000-7000-8000-000000000000';

  test.each([
    ['claimAdded', 'ClaimAddedFilter', { actor: nobody }, /^filter\.actor: .*"nobody"/],
    ['standingChanged', 'StandingChangedFilter', { actor: noItem }, /^filter\.actor: .*"Q999999"/],
    ['recordEvents', 'EventFilter', { subject: noClaim }, /^filter\.subject: .*"claim_0192/],
  ])('%s is refused for a filter that names nothing', async (...refused) => {
    const [feed, type, filter, message] = refused;
    await using desk = await openDesk();
    const query = `subscription($filter: ${type}) { ${feed}(filter: $filter) { cursor } }`;

    const { value } = await desk.follow(query, { filter }).next();

    expect(value?.errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('is refused to strangers who name a draft, and told to editors', async () => {
    await using desk = await openDesk();
    const draft = { text: 'It is planned.', kind: 'FACT', language: 'en', review: 'DRAFT' };
    const { claim } = await desk.mutate('recordClaim', draft, 'claim { id }');
    const filter = { subject: recordOf(claim).id };
    const query = `subscription($filter: EventFilter) { recordEvents(filter: $filter, checkpoints: true) { cursor } }`;
    const page = 'query($filter: EventFilter) { recordEvents(filter: $filter) { nodes { type } } }';

    const told = desk.follow(query, { filter }, 'EDITOR');

    expect(await codeOf(desk.follow(query, { filter }))).toBe('BAD_USER_INPUT');
    expect(await nextOf(told)).toHaveProperty('cursor');
    await told.return();
    expect(await desk.ask(page, { filter })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect((await desk.ask(page, { filter }, 'EDITOR')).data).toEqual({
      recordEvents: { nodes: [{ type: 'CLAIM_RECORDED' }] },
    });
  });
});
