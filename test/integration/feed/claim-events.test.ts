import { describe, expect, test } from 'vitest';
import { gazetteReports, mayorDenies, spokeswomanAsserts } from '../../kit/harbour.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';
import { codeOf, cursorNow, type Following, nextOf, take } from './following.ts';

const claimAdded = `subscription($after: String, $filter: ClaimAddedFilter, $checkpoints: Boolean) {
  claimAdded(after: $after, filter: $filter, checkpoints: $checkpoints) {
    cursor at claim { slug recordedAt standing { status } }
  }
}`;

const standingChanged = `subscription($after: String, $filter: StandingChangedFilter) {
  standingChanged(after: $after, filter: $filter) {
    cursor at from to claim { slug }
    because { __typename id ... on Stance { slug actor { slug } } ... on Article { slug } }
  }
}`;

describe('claimAdded', () => {
  test('tells what came after the cursor, then what comes, without a gap', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await addClaim(desk, 'one');
    await addClaim(desk, 'two');

    const feed = desk.follow(claimAdded, { after });
    const backlog = [await slugOf(feed), await slugOf(feed)];
    const coming = slugOf(feed);
    await addClaim(desk, 'three');

    expect(backlog).toEqual(['one', 'two']);
    expect(await coming).toBe('three');
    await feed.return();
  });

  test('without a cursor begins now', async () => {
    await using desk = await openDesk();
    await addClaim(desk, 'before');
    const feed = desk.follow(claimAdded, { checkpoints: true });
    const first = await nextOf(feed);

    await addClaim(desk, 'afterwards');

    expect(first).toEqual({ cursor: expect.any(String), at: null, claim: null });
    expect(await slugOf(feed)).toBe('afterwards');
    await feed.return();
  });

  test('waits for the first verified stance, and fires once', async () => {
    await using desk = await openDesk();
    const feed = desk.follow(claimAdded, { after: await cursorNow(desk) });
    await recordClaim(desk, 'bridge-promised', {});
    await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
    await desk.mutate('recordStance', mayorDenies);
    await desk.mutate('recordStance', spokeswomanAsserts);
    await addClaim(desk, 'next');

    expect([await slugOf(feed), await slugOf(feed)]).toEqual(['bridge-promised', 'next']);
    await feed.return();
  });

  test('resumes after each cursor with exactly the rest', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    const slugs = ['one', 'two', 'three', 'four'];
    for (const slug of slugs) await addClaim(desk, slug);
    const feed = desk.follow(claimAdded, { after });
    const cursors: unknown[] = [after];
    for (const event of await take(feed, slugs.length)) cursors.push(event.cursor);

    for (const [index, cursor] of cursors.slice(0, -1).entries()) {
      const resumed = desk.follow(claimAdded, { after: cursor });
      expect(await slugOf(resumed)).toBe(slugs[index]);
      await resumed.return();
    }
  });

  test.each([
    [{ kind: 'POSITION' }, ['demand']],
    [{ language: 'fr' }, ['pont']],
    [{ topic: 'ferry' }, ['ferry']],
    [{ actor: { slug: 'mayor' } }, ['denied']],
    [{ actor: { slug: 'spokeswoman' }, kind: 'FACT', language: 'en' }, ['plain', 'ferry']],
  ])('with %j tells %j', async (filter, slugs) => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    const add = (slug: string, facts: object, stance: object = firstStance(slug)) =>
      recordClaim(desk, slug, { ...facts, stances: [stance] });
    await add('plain', {});
    await add('demand', { kind: 'POSITION' });
    await add('pont', { language: 'fr' });
    await add('ferry', { topics: ['harbour', 'ferry'] });
    await add('denied', {}, { ...firstStance('denied'), actor: { slug: 'mayor' } });
    await add(
      'last',
      { topics: ['ferry'], kind: 'POSITION', language: 'fr' },
      {
        ...firstStance('last'),
        actor: { slug: 'mayor' },
      },
    );

    const feed = desk.follow(claimAdded, { after, filter });
    const told: unknown[] = [];
    for (const _ of slugs) told.push(await slugOf(feed));

    expect(told).toEqual(slugs);
    await feed.return();
  });

  test('looks at what was true then: a correction does not change what a replay selects', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await recordClaim(desk, 'one', { stances: [firstStance('one')], topics: ['bridge'] });
    await desk.mutate('updateClaim', { claim: { slug: 'one' }, topics: ['ferry'] });
    await recordClaim(desk, 'two', { stances: [firstStance('two')], topics: ['ferry'] });

    const byOld = desk.follow(claimAdded, { after, filter: { topic: 'bridge' } });
    const byNew = desk.follow(claimAdded, { after, filter: { topic: 'ferry' } });

    expect([await slugOf(byOld), await slugOf(byNew)]).toEqual(['one', 'two']);
    await byOld.return();
    await byNew.return();
  });

  test('an actor that is not on record is an error, not silence', async () => {
    await using desk = await openDesk();

    const feed = desk.follow(claimAdded, { filter: { actor: { slug: 'nobody' } } });

    expect(await codeOf(feed)).toBe('BAD_USER_INPUT');
  });
});

describe('standingChanged', () => {
  test('tells from what to what, and what brought it', async () => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await recordClaim(desk, 'bridge-promised', {});
    await desk.mutate('recordStance', spokeswomanAsserts);
    await desk.mutate('recordStance', mayorDenies);
    await desk.mutate('withdrawStance', {
      stance: { slug: 'spokeswoman-asserts' },
      reason: 'Another bridge.',
    });

    const feed = desk.follow(standingChanged, { after });
    const told = await take(feed, 3);

    const claim = { slug: 'bridge-promised' };
    expect(told).toMatchObject([
      {
        from: 'UNADDRESSED',
        to: 'ASSERTED',
        claim,
        because: { __typename: 'Stance', slug: 'spokeswoman-asserts' },
      },
      { from: 'ASSERTED', to: 'DISPUTED', claim, because: { slug: 'mayor-denies' } },
      { from: 'DISPUTED', to: 'DENIED', claim, because: { slug: 'spokeswoman-asserts' } },
    ]);
  });

  test('tells that an article brought it', async () => {
    await using desk = await openDesk();
    await recordClaim(desk, 'bridge-promised', {});
    await desk.mutate('recordStance', mayorDenies);
    const after = await cursorNow(desk);
    await desk.mutate('withdrawArticle', { article: { slug: 'bridge-story' }, reason: 'A hoax.' });

    const feed = desk.follow(standingChanged, { after });

    expect(await nextOf(feed)).toMatchObject({
      from: 'DENIED',
      to: 'UNADDRESSED',
      because: { __typename: 'Article', slug: 'bridge-story' },
    });
    await feed.return();
  });

  test.each([
    [{ to: 'DISPUTED' }, ['ASSERTED>DISPUTED']],
    [{ from: 'UNADDRESSED' }, ['UNADDRESSED>ASSERTED']],
    [{ actor: { slug: 'mayor' } }, ['ASSERTED>DISPUTED', 'DISPUTED>DENIED']],
    [{ actor: { slug: 'spokeswoman' }, to: 'DENIED' }, ['DISPUTED>DENIED']],
    [{ topic: 'bridge', kind: 'FACT', from: 'DISPUTED' }, ['DISPUTED>DENIED']],
  ])('with %j tells %j', async (filter, changes) => {
    await using desk = await openDesk();
    const after = await cursorNow(desk);
    await recordClaim(desk, 'bridge-promised', { topics: ['bridge'] });
    await desk.mutate('recordStance', spokeswomanAsserts);
    await desk.mutate('recordStance', mayorDenies);
    const stance = { slug: 'spokeswoman-asserts' };
    await desk.mutate('withdrawStance', { stance, reason: 'Another bridge.' });

    const feed = desk.follow(standingChanged, { after, filter });
    const told: unknown[] = [];
    for (const _ of changes) {
      const { from, to } = await nextOf(feed);
      told.push(`${from}>${to}`);
    }

    expect(told).toEqual(changes);
    await feed.return();
  });
});

async function slugOf(feed: Following): Promise<unknown> {
  const { claim } = await nextOf(feed);
  return recordOf(claim).slug;
}

function addClaim(desk: Desk, slug: string): Promise<void> {
  return recordClaim(desk, slug, { stances: [firstStance(slug)] });
}

async function recordClaim(desk: Desk, slug: string, facts: object): Promise<void> {
  const input = { slug, text: `The claim ${slug}.`, kind: 'FACT', language: 'en', ...facts };
  const answer = await desk.mutate('recordClaim', input);
  if (answer.created !== true) throw new Error(String(answer.message));
}

function firstStance(slug: string): object {
  const { claim: _claim, ...stance } = spokeswomanAsserts;
  return { ...stance, slug: `${slug}-asserted` };
}
