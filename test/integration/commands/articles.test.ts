import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { restoreArticle } from '../../../db/commands/restore-article.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { committedEvents } from '../../kit/committed.ts';
import { bridgePromised, bridgeStory, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const story = {
  slug: 'story',
  title: 'A ferry runs again',
  language: 'en',
  outlet: { slug: 'courier' },
  creditedTo: { slug: 'gazette' },
  url: 'https://courier.example/ferry',
  byline: 'By our own reporter',
  publishedAt: 1_700_000_000_000,
  retrievedAt: 1_700_000_100_000,
  text: 'The ferry runs again — since Monday ⛴, the Courier says.',
} as const;

describe('recordArticle', () => {
  test('puts an article on record, letter for letter, under the hash of its text', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const last = committedEvents(record.path).length;

    const recorded = await write(record.db, recordArticle, story);

    expect(recorded).toMatchObject({ noun: 'article', created: true });
    expect(rawRows(record.path, "select * from articles where slug = 'story'")).toMatchObject([
      {
        id: recorded.id,
        text: story.text,
        sha256: sha256(story.text),
        url: story.url,
        published_at: story.publishedAt,
        text_is_public: 0,
        withdrawn_at: null,
      },
    ]);
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ARTICLE_ADDED', subject: recorded.key, visibility: 'PUBLIC' },
    ]);
    expect(
      rawRows(
        record.path,
        'select rowid from search_all_articles where search_all_articles match ?',
        '"ferry"',
      ),
    ).toEqual([{ rowid: recorded.key }]);
  });

  test('the same text from the same outlet is one article, by slug or by text', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const first = await write(record.db, recordArticle, story);
    const last = committedEvents(record.path).length;

    const again = await write(record.db, recordArticle, { ...story, sha256: sha256(story.text) });
    const { title, language, outlet, text } = story;
    const byText = await write(record.db, recordArticle, { title, language, outlet, text });
    const elsewhere = await write(record.db, recordArticle, {
      title,
      language,
      text,
      outlet: { slug: 'gazette' },
    });

    expect(again).toEqual({ ...first, created: false });
    expect(byText).toEqual({ ...first, created: false });
    expect(elsewhere).toMatchObject({ created: true });
    expect(committedEvents(record.path, last)).toHaveLength(1);
  });

  test('may come withdrawn', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const last = committedEvents(record.path).length;

    const withdrawn = { ...story, withdrawn: { reason: 'It was an impostor.' } };
    const first = await write(record.db, recordArticle, withdrawn);
    const again = await write(record.db, recordArticle, withdrawn);

    expect(again).toMatchObject({ key: first.key, created: false });
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ARTICLE_ADDED' },
      { type: 'ARTICLE_WITHDRAWN', payload: { reason: 'It was an impostor.' } },
    ]);
  });

  test.each([
    [
      'other content under its slug',
      { ...story, title: 'A ferry' },
      { code: 'CONFLICT', path: ['title'], keys: ['title'] },
    ],
    [
      'another text under its slug',
      { ...story, text: 'Another.' },
      { code: 'CONFLICT', path: ['sha256'], keys: ['sha256'] },
    ],
    [
      'its text under another slug',
      { ...story, slug: 'other' },
      { code: 'CONFLICT', path: ['sha256'], keys: ['slug'] },
    ],
    [
      'its text with another address',
      { ...story, slug: null, url: 'https://courier.example/other' },
      { code: 'CONFLICT', path: ['sha256'], keys: ['url'], reference: 'story' },
    ],
    [
      'a hash that is not that of the text',
      { ...story, slug: 'x', sha256: sha256('x') },
      { code: 'INPUT_INVALID', path: ['sha256'] },
    ],
    [
      'a hash that is none',
      { ...story, slug: 'x', sha256: 'ABC' },
      { code: 'INPUT_INVALID', path: ['sha256'] },
    ],
    [
      'neither text nor hash',
      { ...story, slug: 'x', text: null },
      { code: 'INPUT_INVALID', path: ['sha256'] },
    ],
    [
      'a NUL',
      { ...story, slug: 'x', text: 'a\0b' },
      { code: 'TEXT_INVALID', path: ['text'], reason: 'NUL' },
    ],
    [
      'half a surrogate pair',
      { ...story, slug: 'x', text: 'a\udc00b' },
      { code: 'TEXT_INVALID', path: ['text'], reason: 'LONE_SURROGATE' },
    ],
    [
      'an empty text',
      { ...story, slug: 'x', text: '' },
      { code: 'TEXT_INVALID', path: ['text'], reason: 'EMPTY' },
    ],
    [
      'a text of more than a mebibyte',
      { ...story, slug: 'x', text: 'a'.repeat(1_048_577) },
      { code: 'TEXT_INVALID', path: ['text'], reason: 'TOO_LONG' },
    ],
    [
      'a language that is none',
      { ...story, slug: 'x', text: 'x', language: 'english language' },
      { code: 'INPUT_INVALID', path: ['language'] },
    ],
    [
      'an address that is none',
      { ...story, slug: 'x', text: 'x', url: 'courier.example' },
      { code: 'INPUT_INVALID', path: ['url'] },
    ],
    [
      'a moment that is none',
      { ...story, slug: 'x', text: 'x', publishedAt: Number.NaN },
      { code: 'INPUT_INVALID', path: ['publishedAt'] },
    ],
    [
      'an outlet that is not on record',
      { ...story, slug: 'x', text: 'x', outlet: { slug: 'echo' } },
      { code: 'NOT_ON_RECORD', path: ['outlet'] },
    ],
    [
      'an agency that is not on record',
      { ...story, slug: 'x', text: 'x', creditedTo: { slug: 'echo' } },
      { code: 'NOT_ON_RECORD', path: ['creditedTo'] },
    ],
    [
      'an older version that is not on record',
      { ...story, slug: 'x', text: 'x', supersedes: { sha256: sha256('y') } },
      { code: 'NOT_ON_RECORD', path: ['supersedes'], reference: `sha256:${sha256('y')}` },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordArticle, story);

    await expectRefused(record, [recordArticle, input], refusal);
  });
});

describe('an article without its text', () => {
  const { text, ...ledger } = { ...story, sha256: sha256(story.text) };
  const quote = 'since Monday ⛴';
  const start = story.text.indexOf(quote);
  const stance = (start: number) =>
    ({
      claim: { slug: 'bridge-promised' },
      actor: { slug: 'courier' },
      kind: 'ASSERTS',
      certainty: 'PLAIN',
      evidence: [
        { article: { slug: 'story' }, quote, start, end: start + quote.length, mode: 'NARRATED' },
      ],
    }) as const;

  test('keeps the places of quotes, and checks them when the text comes', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { key } = await write(record.db, recordArticle, ledger);
    await write(record.db, recordClaim, bridgePromised);
    await write(record.db, recordStance, stance(start));
    expect(rawRows(record.path, 'select prefix, suffix from evidence')).toEqual([
      { prefix: '', suffix: '' },
    ]);
    const last = committedEvents(record.path).length;

    const completed = await write(record.db, recordArticle, story);
    const again = await write(record.db, recordArticle, ledger);

    expect(completed).toMatchObject({ key, created: false, seq: last + 1 });
    expect(again).toMatchObject({ key, created: false, seq: last + 1 });
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ARTICLE_CHANGED', subject: key, payload: { before: { text: null } } },
    ]);
    expect(rawRows(record.path, 'select quote, prefix, suffix from evidence')).toEqual([
      { quote, prefix: 'The ferry runs again — ', suffix: ', the Courier says.' },
    ]);
    expect(
      rawRows(
        record.path,
        'select rowid from search_all_articles where search_all_articles match ?',
        '"monday"',
      ),
    ).toEqual([{ rowid: key }]);
  });

  test('refuses a text in which the words do not stand there', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordArticle, ledger);
    await write(record.db, recordClaim, bridgePromised);
    await write(record.db, recordStance, stance(start + 1));

    await expectRefused(record, [recordArticle, story], {
      code: 'QUOTE_NOT_IN_ARTICLE',
      path: ['text'],
      quote,
    });
  });

  test.each([
    ['no place', { start: null, end: null }, ['evidence', '0', 'start']],
    ['a place of another length', { start: 0, end: 3 }, ['evidence', '0', 'end']],
    [
      'a place before the beginning',
      { start: -1, end: quote.length - 1 },
      ['evidence', '0', 'end'],
    ],
  ])('refuses a quote with %s', async (_, place, path) => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordArticle, ledger);
    await write(record.db, recordClaim, bridgePromised);
    const { evidence, ...rest } = stance(0);
    const input = { ...rest, evidence: [{ ...evidence[0], ...place }] };

    await expectRefused(record, [recordStance, input], { code: 'INPUT_INVALID', path });
  });
});

describe('withdrawArticle and restoreArticle', () => {
  test('take what the article shows out of the standing, and put it back', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordClaim, { ...bridgePromised, stances: [mayorDenies] });
    const status = () => rawRows(record.path, 'select status, listed from claims');
    const last = committedEvents(record.path).length;

    const article = { slug: 'bridge-story' };
    const withdrawn = await write(record.db, withdrawArticle, { article, reason: 'Fabricated.' });
    const gone = status();
    const restored = await write(record.db, restoreArticle, { article });
    const same = await write(record.db, restoreArticle, { article });

    expect(gone).toEqual([{ status: 'UNADDRESSED', listed: 1 }]);
    expect(status()).toEqual([{ status: 'DENIED', listed: 1 }]);
    expect(same).toEqual(restored);
    const because = { noun: 'article', key: withdrawn.key };
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ARTICLE_WITHDRAWN', payload: { reason: 'Fabricated.' } },
      { type: 'STANDING_CHANGED', payload: { from: 'DENIED', to: 'UNADDRESSED', because } },
      { type: 'ARTICLE_RESTORED' },
      { type: 'STANDING_CHANGED', payload: { from: 'UNADDRESSED', to: 'DENIED', because } },
    ]);
    expect(
      rawRows(
        record.path,
        'select reason, restored_at > recorded_at as ended from article_withdrawals',
      ),
    ).toEqual([{ reason: 'Fabricated.', ended: 1 }]);
    expect(rawRows(record.path, 'select withdrawn_at, withdrawn_reason from articles')).toEqual([
      { withdrawn_at: null, withdrawn_reason: null },
    ]);
  });

  test('refuse what is withdrawn already, no reason, and what is not on record', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const article = { slug: 'bridge-story' };
    const withdraw = (input: Parameters<typeof withdrawArticle>[1]) =>
      [withdrawArticle, input] as const;

    await expectRefused(record, withdraw({ article, reason: '' }), {
      code: 'TEXT_INVALID',
      path: ['reason'],
    });
    await expectRefused(record, withdraw({ article: { slug: 'x' }, reason: 'y' }), {
      code: 'NOT_ON_RECORD',
      path: ['article'],
    });
    await write(record.db, withdrawArticle, { article, reason: 'Fabricated.' });
    await expectRefused(record, withdraw({ article, reason: 'Again.' }), {
      code: 'ALREADY_WITHDRAWN',
      path: ['article'],
    });
  });
});

describe('updateArticle', () => {
  test('keeps the old values in its event', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { key } = await write(record.db, recordArticle, story);
    const last = committedEvents(record.path).length;

    await write(record.db, updateArticle, {
      article: { slug: 'story' },
      title: 'The ferry is back',
      byline: null,
      creditedTo: null,
      supersedes: { slug: 'bridge-story' },
    });

    expect(committedEvents(record.path, last)).toMatchObject([
      {
        type: 'ARTICLE_CHANGED',
        subject: key,
        payload: { before: { title: story.title, byline: story.byline, supersedes: null } },
      },
    ]);
    expect(
      rawRows(
        record.path,
        'select title, byline, credited_to, url from articles where key = ?',
        key,
      ),
    ).toEqual([{ title: 'The ferry is back', byline: null, credited_to: null, url: story.url }]);
  });

  test('of when it was published moves the stances that it dates', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordClaim, { ...bridgePromised, stances: [mayorDenies] });
    const early = {
      slug: 'early',
      title: 'Early',
      language: 'en',
      outlet: { slug: 'courier' },
      text: 'He admits it.',
    };
    await write(record.db, recordArticle, { ...early, publishedAt: 1_000_000 });
    await write(record.db, recordStance, {
      claim: { slug: 'bridge-promised' },
      actor: { slug: 'mayor' },
      kind: 'CONFIRMS',
      certainty: 'PLAIN',
      evidence: [{ article: { slug: 'early' }, quote: 'He admits it', mode: 'INDIRECT' }],
    });
    const status = () =>
      rawRows<{ status: string }>(record.path, 'select status from claims')[0]?.status;
    expect(status()).toBe('DENIED');

    await write(record.db, updateArticle, {
      article: { slug: 'early' },
      publishedAt: Date.now() + 1e9,
    });

    expect(status()).toBe('ASSERTED');
    expect(committedEvents(record.path).at(-1)).toMatchObject({
      type: 'STANDING_CHANGED',
      payload: { from: 'DENIED', to: 'ASSERTED', because: { noun: 'article' } },
    });
  });

  test('refuses a circle of versions, and to unname an agency that chains start at', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordArticle, { ...story, supersedes: { slug: 'bridge-story' } });
    await write(record.db, recordClaim, bridgePromised);
    await write(record.db, recordStance, {
      claim: { slug: 'bridge-promised' },
      actor: { slug: 'gazette' },
      kind: 'ASSERTS',
      certainty: 'PLAIN',
      evidence: [
        {
          article: { slug: 'story' },
          quote: 'The ferry runs again',
          mode: 'NARRATED',
          attribution: [{ slug: 'gazette' }],
        },
      ],
    });
    const update = (input: Parameters<typeof updateArticle>[1]) => [updateArticle, input] as const;

    await expectRefused(
      record,
      update({ article: { slug: 'bridge-story' }, supersedes: { slug: 'story' } }),
      {
        code: 'INPUT_INVALID',
        path: ['supersedes'],
      },
    );
    await expectRefused(
      record,
      update({ article: { slug: 'story' }, supersedes: { slug: 'story' } }),
      {
        code: 'INPUT_INVALID',
        path: ['supersedes'],
      },
    );
    await expectRefused(record, update({ article: { slug: 'story' }, creditedTo: null }), {
      code: 'INPUT_INVALID',
      path: ['creditedTo'],
    });
    await expectRefused(record, update({ article: { slug: 'nothing' } }), {
      code: 'NOT_ON_RECORD',
      path: ['article'],
    });
  });
});

test('the story of the tests is kept letter for letter', async () => {
  await using record = await openRecord({ filled: recordHarbour });

  expect(rawRows(record.path, 'select text from articles')).toEqual([{ text: bridgeStory }]);
});
