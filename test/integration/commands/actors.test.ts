import { describe, expect, test } from 'vitest';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { revokeActorMerge } from '../../../db/commands/revoke-actor-merge.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { committedEvents } from '../../kit/committed.ts';
import { recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';

const mayor = {
  slug: 'mayor',
  name: 'Ida Moreau',
  kind: 'PERSON',
  aliases: ['the mayor', 'Moreau'],
  description: 'Mayor of the harbour town.',
  wikidataId: 'Q1234567',
} as const;

describe('recordActor', () => {
  test('puts an actor on record with an event', async () => {
    await using record = await openRecord();

    const recorded = await write(record.db, recordActor, mayor);

    expect(recorded).toMatchObject({ noun: 'actor', created: true, seq: 1 });
    expect(recorded.id).toMatch(
      /^actor_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const [row] = rawRows(record.path, 'select * from actors');
    expect(row).toMatchObject({
      id: recorded.id,
      slug: 'mayor',
      name: 'Ida Moreau',
      aliases: '["the mayor","Moreau"]',
      wikidata_id: 'Q1234567',
      granted_by: null,
    });
    expect(committedEvents(record.path)).toMatchObject([
      {
        seq: 1,
        type: 'ACTOR_ADDED',
        noun: 'actor',
        subject: recorded.key,
        visibility: 'PUBLIC',
        by: null,
      },
    ]);
  });

  test('once more with the same content changes nothing, by slug or by Wikidata item', async () => {
    await using record = await openRecord();
    const first = await write(record.db, recordActor, mayor);

    const again = await write(record.db, recordActor, mayor);
    const { slug, ...unnamed } = mayor;
    const byItem = await write(record.db, recordActor, unnamed);

    expect(again).toEqual({ ...first, created: false });
    expect(byItem).toEqual({ ...first, created: false });
    expect(committedEvents(record.path)).toHaveLength(1);
  });

  test('makes slugs that differ from names that do not', async () => {
    await using record = await openRecord();
    const person = { name: 'Ana Šimić', kind: 'PERSON' } as const;

    for (let i = 0; i < 4; i += 1) await write(record.db, recordActor, person);
    await write(record.db, recordActor, { name: '王芳', kind: 'PERSON' });

    const slugs = rawRows<{ slug: string }>(record.path, 'select slug from actors order by key');
    expect(slugs.slice(0, 4).map(({ slug }) => slug)).toEqual([
      'ana-simic',
      'ana-simic-2',
      'ana-simic-3',
      'ana-simic-4',
    ]);
    expect(slugs[4]?.slug).toMatch(/^actor-[0-9a-f]{8}$/);
  });

  test('makes it findable', async () => {
    await using record = await openRecord();

    const { key } = await write(record.db, recordActor, mayor);

    const find = (words: string) =>
      rawRows(
        record.path,
        'select rowid from search_all_actors where search_all_actors match ?',
        words,
      );
    expect(find('"moreau"')).toEqual([{ rowid: key }]);
    expect(find('"harbour"')).toEqual([{ rowid: key }]);
  });

  test.each([
    [
      'other content under its slug',
      { ...mayor, name: 'Ida Morel' },
      { code: 'CONFLICT', path: ['name'], keys: ['name'] },
    ],
    [
      'its item under another slug',
      { ...mayor, slug: 'ida' },
      { code: 'CONFLICT', path: ['wikidataId'], keys: ['slug'] },
    ],
    [
      'a slug that is none',
      { ...mayor, slug: 'The Mayor' },
      { code: 'INPUT_INVALID', path: ['slug'] },
    ],
    [
      'an empty name',
      { name: ' ', kind: 'PERSON' },
      { code: 'TEXT_INVALID', path: ['name'], reason: 'EMPTY' },
    ],
    [
      'a NUL',
      { name: 'a\0b', kind: 'PERSON' },
      { code: 'TEXT_INVALID', path: ['name'], reason: 'NUL' },
    ],
    [
      'half a surrogate pair',
      { name: 'Ida', kind: 'PERSON', aliases: ['ok', '\ud83c'] },
      { code: 'TEXT_INVALID', path: ['aliases', '1'], reason: 'LONE_SURROGATE' },
    ],
    [
      'an item that is none',
      { name: 'Ida', kind: 'PERSON', wikidataId: '12' },
      { code: 'INPUT_INVALID', path: ['wikidataId'] },
    ],
    [
      'an unnamed source of nobody',
      { name: 'people', kind: 'UNNAMED_SOURCE' },
      { code: 'INPUT_INVALID', path: ['grantedBy'] },
    ],
    [
      'an unnamed source of a state',
      { name: 'people', kind: 'UNNAMED_SOURCE', grantedBy: { slug: 'town-hall' } },
      { code: 'INPUT_INVALID', path: ['grantedBy'] },
    ],
    [
      'anonymity granted to a person',
      { name: 'Ida', kind: 'PERSON', grantedBy: { slug: 'gazette' } },
      { code: 'INPUT_INVALID', path: ['grantedBy'] },
    ],
    [
      'an unnamed source that is known',
      { name: 'people', kind: 'UNNAMED_SOURCE', grantedBy: { slug: 'gazette' }, wikidataId: 'Q42' },
      { code: 'INPUT_INVALID', path: ['wikidataId'] },
    ],
    [
      'an outlet that is not on record',
      { name: 'people', kind: 'UNNAMED_SOURCE', grantedBy: { slug: 'echo' } },
      { code: 'NOT_ON_RECORD', path: ['grantedBy'], noun: 'actor', reference: 'echo' },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openRecord();
    await write(record.db, recordActor, mayor);
    await write(record.db, recordActor, { slug: 'gazette', name: 'Gazette', kind: 'OUTLET' });
    const townHall = { slug: 'town-hall', name: 'Town hall', kind: 'GOVERNMENT' } as const;
    await write(record.db, recordActor, townHall);

    await expectRefused(record, [recordActor, input], refusal);
  });

  test.each([
    ['no key', {}],
    ['two keys', { slug: 'gazette', id: 'actor_x' }],
    ['a hash', { sha256: 'a'.repeat(64) }],
  ])('refuses a reference with %s', async (_, grantedBy) => {
    await using record = await openRecord();
    const input = { name: 'people', kind: 'UNNAMED_SOURCE', grantedBy } as const;

    const code = 'sha256' in grantedBy ? 'NOT_ON_RECORD' : 'INPUT_INVALID';
    await expectRefused(record, [recordActor, input], { code, path: ['grantedBy'] });
  });
});

describe('updateActor', () => {
  test('keeps the old values in its event, and what is not given as it was', async () => {
    await using record = await openRecord();
    const { key } = await write(record.db, recordActor, mayor);

    const changed = await write(record.db, updateActor, {
      actor: { slug: 'mayor' },
      name: 'Ida Moreau-Lund',
      description: null,
      aliases: ['the mayor', 'Moreau'],
    });

    expect(changed).toMatchObject({ key, created: false, seq: 2 });
    expect(committedEvents(record.path, 1)).toMatchObject([
      {
        type: 'ACTOR_CHANGED',
        subject: key,
        payload: { before: { name: 'Ida Moreau', description: 'Mayor of the harbour town.' } },
      },
    ]);
    expect(rawRows(record.path, 'select name, description, wikidata_id from actors')).toEqual([
      { name: 'Ida Moreau-Lund', description: null, wikidata_id: 'Q1234567' },
    ]);
    expect(
      rawRows(
        record.path,
        'select rowid from search_all_actors where search_all_actors match ?',
        '"lund"',
      ),
    ).toHaveLength(1);
    expect(
      rawRows(
        record.path,
        'select rowid from search_all_actors where search_all_actors match ?',
        '"harbour"',
      ),
    ).toEqual([]);
  });

  test('to what it is already changes nothing', async () => {
    await using record = await openRecord();
    await write(record.db, recordActor, mayor);

    const same = await write(record.db, updateActor, {
      actor: { slug: 'mayor' },
      name: mayor.name,
    });

    expect(same).toMatchObject({ created: false, seq: 1 });
    expect(committedEvents(record.path)).toHaveLength(1);
  });

  test.each([
    [
      'an actor that is not on record',
      { actor: { slug: 'nobody' }, name: 'x' },
      { code: 'NOT_ON_RECORD', path: ['actor'] },
    ],
    [
      'the item of another',
      { actor: { slug: 'gazette' }, wikidataId: 'Q1234567' },
      { code: 'CONFLICT', path: ['wikidataId'] },
    ],
    [
      'an item for an unnamed source',
      { actor: { slug: 'council-sources' }, wikidataId: 'Q5' },
      { code: 'INPUT_INVALID', path: ['wikidataId'] },
    ],
    [
      'an empty name',
      { actor: { slug: 'gazette' }, name: '' },
      { code: 'TEXT_INVALID', path: ['name'] },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openRecord();
    await write(record.db, recordActor, { ...mayor, slug: 'ida' });
    await recordHarbour(record.db);

    await expectRefused(record, [updateActor, input], refusal);
  });
});

describe('mergeActors', () => {
  const merge = {
    from: { slug: 'courier' },
    into: { slug: 'gazette' },
    judgement: 'CONFIRMED',
    reason: 'One paper under two names.',
  } as const;

  test('is a judgement that can be revoked, and judged again', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const last = committedEvents(record.path).length;

    const merged = await write(record.db, mergeActors, merge);
    const same = await write(record.db, mergeActors, merge);
    await write(record.db, revokeActorMerge, { merge: { id: merged.id }, reason: 'They are two.' });
    const again = await write(record.db, mergeActors, merge);

    expect(same).toEqual({ ...merged, created: false });
    expect(again.key).not.toBe(merged.key);
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ACTORS_MERGED', noun: 'merge', subject: merged.key },
      { type: 'ACTOR_MERGE_REVOKED', subject: merged.key, payload: { reason: 'They are two.' } },
      { type: 'ACTORS_MERGED', subject: again.key },
    ]);
    expect(rawRows(record.path, 'select revoked_reason from actor_merges order by key')).toEqual([
      { revoked_reason: 'They are two.' },
      { revoked_reason: null },
    ]);
  });

  test('may come revoked, beside one in force', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const revoked = { ...merge, revoked: { reason: 'They are two.' } };

    const first = await write(record.db, mergeActors, revoked);
    const same = await write(record.db, mergeActors, revoked);
    await write(record.db, mergeActors, merge);

    expect(same).toMatchObject({ key: first.key, created: false });
    const types = committedEvents(record.path)
      .map(({ type }) => type)
      .slice(-3);
    expect(types).toEqual(['ACTORS_MERGED', 'ACTOR_MERGE_REVOKED', 'ACTORS_MERGED']);
  });

  test.each([
    [
      'an actor with itself',
      { ...merge, into: { slug: 'courier' } },
      { code: 'INPUT_INVALID', path: ['into'] },
    ],
    [
      'an unnamed source with a named actor',
      { ...merge, from: { slug: 'council-sources' } },
      { code: 'INPUT_INVALID', path: ['into'] },
    ],
    [
      'another judgement while one is in force',
      { ...merge, judgement: 'REJECTED' },
      { code: 'CONFLICT', path: ['judgement'] },
    ],
    [
      'a second actor that it is',
      { ...merge, into: { slug: 'town-hall' } },
      { code: 'CONFLICT', path: ['into'] },
    ],
    [
      'a circle',
      { ...merge, from: { slug: 'gazette' }, into: { slug: 'courier' } },
      { code: 'INPUT_INVALID', path: ['into'] },
    ],
    [
      'an actor that is not on record',
      { ...merge, from: { slug: 'nobody' } },
      { code: 'NOT_ON_RECORD', path: ['from'] },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, mergeActors, merge);

    await expectRefused(record, [mergeActors, input], refusal);
  });

  test('is not revoked twice, nor where there is none', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { id } = await write(record.db, mergeActors, merge);
    await write(record.db, revokeActorMerge, { merge: { id }, reason: 'They are two.' });

    const revoke = (id: string) => [revokeActorMerge, { merge: { id }, reason: 'Again.' }] as const;
    await expectRefused(record, revoke(id), { code: 'ALREADY_WITHDRAWN', path: ['merge'] });
    await expectRefused(record, revoke('merge_none'), { code: 'NOT_ON_RECORD', path: ['merge'] });
  });
});
