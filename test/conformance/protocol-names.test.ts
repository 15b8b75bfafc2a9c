import { expect, test } from 'vitest';
import { codeOf, cursorNow } from '../integration/feed/following.ts';
import { openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { bridgePromised, gazetteReports, mayorDenies } from '../kit/harbour.ts';
import { caseOf, said } from '../unit/rules/told-case.ts';

test('51 a name in a filter that nothing on record has is refused, and told with its place', async () => {
  await using desk = await openDesk();
  const filter = { actor: { slug: 'nobody' } };
  const unknown = [{ noun: 'actor', name: 'nobody', path: 'filter.actor' }];
  const list = 'query($filter: StanceFilter) { stances(filter: $filter) { totalCount } }';
  const feed = 'subscription($filter: ClaimAddedFilter) { claimAdded(filter: $filter) { cursor } }';

  const { errors } = await desk.ask(list, { filter });
  const nothing = await desk.ask(list, { filter: { actor: { slug: 'mayor' } } });

  expect(errors).toMatchObject([
    {
      message: 'filter.actor: there is no actor "nobody" on record.',
      extensions: { code: 'BAD_USER_INPUT', unknown },
    },
  ]);
  expect(await codeOf(desk.follow(feed, { filter }))).toBe('BAD_USER_INPUT');
  expect(nothing.data).toEqual({ stances: { totalCount: 0 } });
});

test('52 whoever records an actor or a claim is told what on record it may be', async () => {
  await using desk = await openDesk();
  const selection = 'similar { by score actor { slug } }';
  const twin = { slug: 'twin', name: 'Courier', kind: 'OUTLET' };
  const { claim: _claim, ...reports } = gazetteReports;
  await desk.mutate('recordClaim', { ...bridgePromised, stances: [reports] });
  const courier = { by: 'NAME', score: 1, actor: { slug: 'courier' } };

  const created = await desk.mutate('recordActor', twin, selection);
  const again = await desk.mutate('recordActor', twin, selection);
  const claim = await desk.mutate(
    'recordClaim',
    { ...bridgePromised, slug: 'twin', text: 'The mayor has promised a bridge.' },
    'similar { claim { slug } }',
  );
  const merge = { from: { slug: 'twin' }, into: { slug: 'courier' }, judgement: 'REJECTED' };
  await desk.mutate('mergeActors', merge);
  const judged = await desk.mutate('recordActor', twin, selection);

  expect(created).toMatchObject({ created: true, similar: [courier] });
  expect(again).toMatchObject({ created: false, similar: [courier] });
  expect(claim.similar).toEqual([{ claim: { slug: 'bridge-promised' } }]);
  expect(judged.similar).toEqual([]);
});

test('53 every merge is listed with the id by which it is taken back', async () => {
  await using desk = await openDesk();
  const merge = { from: { slug: 'courier' }, into: { slug: 'gazette' }, judgement: 'CONFIRMED' };
  await desk.mutate('mergeActors', merge);
  const ask = `{
    actorMerges { nodes { id revokedAt from { slug } into { slug } } }
    actor(by: { slug: "courier" }) { merges { nodes { id } } }
  }`;

  const before = await desk.ask(ask);
  const [listed] = [recordOf(before.data?.actorMerges).nodes].flat();
  const { id } = recordOf(listed);
  await desk.mutate('revokeActorMerge', { merge: { id }, reason: 'Two papers.' });
  const after = await desk.ask(ask);

  expect(listed).toMatchObject({ revokedAt: null, from: merge.from, into: merge.into });
  expect(before.data?.actor).toEqual({ merges: { nodes: [{ id }] } });
  expect(after.data).toEqual({
    actorMerges: { nodes: [{ ...recordOf(listed), revokedAt: expect.any(String) }] },
    actor: { merges: { nodes: [{ id }] } },
  });
});

test('54 an event tells how a standing changed, and because of what', async () => {
  await using desk = await openDesk();
  const { claim: _claim, ...reports } = gazetteReports;
  await desk.mutate('recordClaim', { ...bridgePromised, stances: [reports] });
  const after = await cursorNow(desk);
  await desk.mutate('recordStance', mayorDenies);

  const { data } = await desk.ask(
    `query($after: String) { recordEvents(after: $after) {
      nodes { type from to because { ... on Stance { slug } } }
    } }`,
    { after },
  );

  const nothing = { from: null, to: null, because: null };
  expect(data?.recordEvents).toEqual({
    nodes: [
      { type: 'STANCE_ADDED', ...nothing },
      {
        type: 'STANDING_CHANGED',
        from: 'REPORTED',
        to: 'DISPUTED',
        because: { slug: 'mayor-denies' },
      },
    ],
  });
});

test('55 anonymity is granted by outlets, persons and organizations alone', async () => {
  await using desk = await openDesk();
  await desk.mutate('recordActor', { slug: 'union', name: 'Union', kind: 'ORGANIZATION' });
  await desk.mutate('recordActor', { slug: 'critics', name: 'critics', kind: 'GROUP' });
  const grant = (slug: string) =>
    desk.mutate('recordActor', {
      slug: `friends-of-${slug}`,
      name: `friends of ${slug}`,
      kind: 'UNNAMED_SOURCE',
      grantedBy: { slug },
    });

  for (const slug of ['gazette', 'mayor', 'union'])
    expect(await grant(slug)).toMatchObject({ created: true });
  for (const slug of ['town-hall', 'critics', 'council-sources'])
    expect(await grant(slug)).toMatchObject({ code: 'INPUT_INVALID', path: ['grantedBy'] });
  const article = {
    slug: 'newsletter',
    title: 'My bridge',
    language: 'en',
    outlet: { slug: 'mayor' },
    text: 'Friends tell me that it will be built.',
  };
  await desk.mutate('recordArticle', article);
  await desk.mutate('recordClaim', bridgePromised);
  const stance = (actor: string) => ({
    claim: { slug: 'bridge-promised' },
    actor: { slug: actor },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    evidence: [
      {
        article: { slug: 'newsletter' },
        quote: 'it will be built',
        mode: 'INDIRECT',
        attribution: [{ slug: actor }],
      },
    ],
  });
  expect(await desk.mutate('recordStance', stance('friends-of-mayor'))).toMatchObject({
    created: true,
  });
  expect(await desk.mutate('recordStance', stance('friends-of-union'))).toMatchObject({
    code: 'ATTRIBUTION_BROKEN',
  });
});

test('56 somebody whom an article only describes goes by those words', async () => {
  await using desk = await openDesk();
  for (const title of ['Ferry lost', 'Harbour shut']) {
    await desk.mutate('ingestArticle', {
      title,
      language: 'en',
      outlet: { slug: 'gazette' },
      text: `${title}\n\nThe minister denied on Tuesday that the ferry had sunk.\n`,
    });
  }

  const { data } = await desk.ask(
    '{ actors(first: 2) { nodes { name description } } }',
    {},
    'EDITOR',
  );

  expect(data?.actors).toEqual({
    nodes: ['Harbour shut', 'Ferry lost'].map((title) => ({
      name: 'The minister',
      description: `Not named: known from “${title}” alone.`,
    })),
  });
});

test('57 a summary says that a claim was retracted where that is on record', () => {
  const retracts = said('Axios', 'RETRACTS');

  expect(caseOf({ stances: [retracts] }).summary()).toBe('Earlier words taken back by Axios.');
  expect(caseOf({ stances: [said('Axios', 'DENIES'), retracts] }).summary()).toBe(
    'Denial retracted by Axios.',
  );
  expect(caseOf({ stances: [said('Axios', 'REPORTS'), retracts] }).summary()).toBe(
    'Retracted by Axios.',
  );
});
