import { describe, expect, test } from 'vitest';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import type { ArticleInput } from '../../../db/rules/article-content.ts';
import { sha256Of } from '../../../db/rules/article-content.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { committedEvents } from '../../kit/committed.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';
import { tamper } from '../../kit/tamper.ts';

const hour = 3_600_000;
const morning = Date.parse('2026-11-10T08:00:00Z');

const told = {
  first: 'The ferry sails at nine. “It will sail,” the mayor said. It carries 120 people.',
  second: 'The ferry sails at ten. “It will sail,” the mayor said. It carries 120 people.',
  third: 'The ferry does not sail. It carries 120 people.',
};

/** A text of one page of the Courier. */
const page = (slug: string, text: string, more: Partial<ArticleInput> = {}): ArticleInput => ({
  slug,
  title: 'The ferry',
  language: 'en',
  outlet: { slug: 'courier' },
  url: 'https://courier.example/ferry',
  text,
  ...more,
});

const first = page('first', told.first, { publishedAt: morning });
const second = page('second', told.second, { publishedAt: morning, modifiedAt: morning + hour });
const third = page('third', told.third, { publishedAt: morning, modifiedAt: morning + 2 * hour });

function chain({ path }: TestRecord): Record<string, string | null> {
  const rows = rawRows<{ slug: string; older: string | null }>(
    path,
    `select a.slug, o.slug as older from articles a left join articles o on o.key = a.supersedes
     where a.url is not null order by a.slug`,
  );
  return Object.fromEntries(rows.map(({ slug, older }) => [slug, older]));
}

/** In which articles the words stand, by what quotes them. */
function versions({ path }: TestRecord): Record<string, string[]> {
  const rows = rawRows<{ quote: string; slug: string }>(
    path,
    `select coalesce(e.quote, '(erased)') as quote, a.slug from (
       select key as evidence, article from evidence union select evidence, article from evidence_versions) v
     join evidence e on e.key = v.evidence join articles a on a.key = v.article order by e.key, a.slug`,
  );
  const found: Record<string, string[]> = {};
  for (const { quote, slug } of rows) found[quote] = [...(found[quote] ?? []), slug];
  return found;
}

async function faultsOf({ db }: TestRecord): Promise<unknown> {
  return (await verifyRecord(db)).faults;
}

/** The mayor says, in an article, words that it quotes. */
async function quoteFrom({ db }: TestRecord, article: string, quote: string): Promise<void> {
  const stance = {
    slug: `said-${rowsCount(quote)}`,
    claim: { slug: bridgePromised.slug },
    actor: { slug: 'mayor' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    evidence: [{ article: { slug: article }, quote, mode: 'DIRECT' }],
  } as const;
  await write(db, recordStance, stance);
}

const rowsCount = (quote: string) => sha256Of(quote).slice(0, 8);

async function harbour(): Promise<TestRecord> {
  const record = await openRecord({ filled: recordHarbour });
  await write(record.db, recordClaim, bridgePromised);
  return record;
}

describe('another text at the same address of the same outlet', () => {
  test('supersedes the newest version by itself', async () => {
    await using record = await harbour();

    for (const one of [first, second, third]) await write(record.db, recordArticle, one);

    expect(chain(record)).toEqual({ first: null, second: 'first', third: 'second' });
    expect(await faultsOf(record)).toEqual([]);
  });

  test.each([
    ['first', 'third', 'second'],
    ['second', 'first', 'third'],
    ['second', 'third', 'first'],
    ['third', 'first', 'second'],
    ['third', 'second', 'first'],
  ] as const)('goes where its time of issue puts it: %s, %s, %s', async (...arrived) => {
    await using record = await harbour();
    const all = { first, second, third };

    for (const slug of arrived) await write(record.db, recordArticle, all[slug]);

    expect(chain(record)).toEqual({ first: null, second: 'first', third: 'second' });
    expect(await faultsOf(record)).toEqual([]);
  });

  test('that comes late is superseded from then on, and the event keeps what was before', async () => {
    await using record = await harbour();
    const a = await write(record.db, recordArticle, first);
    const c = await write(record.db, recordArticle, third);
    const last = committedEvents(record.path).length;

    const b = await write(record.db, recordArticle, second);

    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ARTICLE_ADDED', subject: b.key },
      { type: 'ARTICLE_CHANGED', subject: c.key, payload: { before: { supersedes: a.key } } },
      { type: 'ARTICLE_EDITED', subject: b.key, visibility: 'PUBLIC' },
    ]);
  });

  test('goes by retrieval where the times of issue are one or unknown, then by recording', async () => {
    await using record = await harbour();
    const at = (slug: keyof typeof told, retrievedAt: number | null) =>
      page(slug, told[slug], { publishedAt: morning, retrievedAt });

    await write(record.db, recordArticle, at('second', morning + 2 * hour));
    await write(record.db, recordArticle, at('first', morning + hour));
    await write(record.db, recordArticle, at('third', null));

    expect(chain(record)).toEqual({ first: null, second: 'first', third: 'second' });
  });

  test('is another version on the day of its change, behind what was published that day', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);

    await write(
      record.db,
      recordArticle,
      page('second', told.second, { publishedAt: morning, modifiedOn: '2026-11-10' }),
    );

    expect(chain(record)).toEqual({ first: null, second: 'first' });
  });

  test('supersedes what it is told to, where it is told', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);

    await write(record.db, recordArticle, { ...third, supersedes: { slug: 'first' } });

    expect(chain(record)).toEqual({ first: null, second: 'first', third: 'first' });
  });

  test.each([
    ['another address', { url: 'https://courier.example/ferry/' }],
    ['another outlet', { outlet: { slug: 'gazette' } }],
    ['no outlet', { outlet: null }],
  ])('is none at %s', async (_what, more) => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);

    await write(record.db, recordArticle, { ...second, ...more });

    expect(chain(record)).toEqual({ first: null, second: null });
  });

  test('passes over a version that was withdrawn', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);
    await write(record.db, withdrawArticle, { article: { slug: 'second' }, reason: 'A forgery.' });

    await write(record.db, recordArticle, third);

    expect(chain(record)).toEqual({ first: null, second: 'first', third: 'first' });
  });

  test('recorded again under its slug is on record, found superseding or not', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    const recorded = await write(record.db, recordArticle, second);
    const last = committedEvents(record.path).length;

    const again = await write(record.db, recordArticle, second);

    expect(again).toMatchObject({ key: recorded.key, created: false });
    expect(committedEvents(record.path, last)).toEqual([]);
  });
});

describe('a page that returns to an earlier text', () => {
  const seen = (text: string, more: Partial<ArticleInput> = {}) => {
    const { slug, ...rest } = page('', text, more);
    return rest;
  };

  test('records nothing, and an event tells it with that article, once', async () => {
    await using record = await harbour();
    const a = await write(record.db, recordArticle, seen(told.first));
    const b = await write(record.db, recordArticle, seen(told.second));
    const last = committedEvents(record.path).length;

    const back = await write(record.db, recordArticle, seen(told.first));
    await write(record.db, recordArticle, seen(told.first));
    await write(record.db, recordArticle, seen(told.second));

    expect(back).toMatchObject({ key: a.key, created: false });
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ARTICLE_EDITED', subject: a.key, visibility: 'PUBLIC' },
      { type: 'ARTICLE_EDITED', subject: b.key },
    ]);
  });

  test('is told by its dates where they are given, and an earlier recording sent again is none', async () => {
    await using record = await harbour();
    const dated = (slug: 'first' | 'second', hours: number) =>
      seen(told[slug], { publishedAt: morning, modifiedAt: morning + hours * hour });
    await write(record.db, recordArticle, dated('first', 0));
    await write(record.db, recordArticle, dated('second', 1));
    const last = committedEvents(record.path).length;

    await write(record.db, recordArticle, dated('first', 0));
    expect(committedEvents(record.path, last)).toEqual([]);
    await write(record.db, recordArticle, dated('first', 2));
    await write(record.db, recordArticle, dated('second', 1));

    expect(committedEvents(record.path, last).map(({ type }) => type)).toEqual(['ARTICLE_EDITED']);
  });
});

describe('the versions in which words stand', () => {
  test('are kept when an article, evidence or a text is recorded', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, second);
    await quoteFrom(record, 'second', '“It will sail,” the mayor said');
    await quoteFrom(record, 'second', 'It carries 120 people');
    await write(record.db, recordArticle, first);
    const { text, ...hashOnly } = third;
    await write(record.db, recordArticle, { ...hashOnly, sha256: sha256Of(told.third) });

    expect(versions(record)).toEqual({
      '“It will sail,” the mayor said': ['first', 'second', 'third'],
      'It carries 120 people': ['first', 'second', 'third'],
    });
    await write(record.db, recordArticle, third);
    await quoteFrom(record, 'third', 'The ferry does not sail');

    expect(versions(record)).toEqual({
      '“It will sail,” the mayor said': ['first', 'second'],
      'It carries 120 people': ['first', 'second', 'third'],
      'The ferry does not sail': ['third'],
    });
    expect(await faultsOf(record)).toEqual([]);
  });

  test('are found whatever the typography, and as whole words', async () => {
    await using record = await harbour();
    await write(
      record.db,
      recordArticle,
      page('first', 'It carries 120 people - "daily", it says.'),
    );
    await write(
      record.db,
      recordArticle,
      page('second', 'It carries 1200 people — “daily”, it says.'),
    );
    await quoteFrom(record, 'first', 'people - "daily"');
    await quoteFrom(record, 'first', 'It carries 120');

    expect(versions(record)).toEqual({
      'people - "daily"': ['first', 'second'],
      'It carries 120': ['first'],
    });
  });

  test('go with what an article supersedes, and come back', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);
    await quoteFrom(record, 'second', 'It carries 120 people');

    await write(record.db, updateArticle, { article: { slug: 'second' }, supersedes: null });
    expect(versions(record)).toEqual({ 'It carries 120 people': ['second'] });
    expect(await faultsOf(record)).toEqual([]);
    await write(record.db, updateArticle, {
      article: { slug: 'second' },
      supersedes: { slug: 'first' },
    });

    expect(versions(record)).toEqual({ 'It carries 120 people': ['first', 'second'] });
  });

  test('stay as they were found when a text is erased', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, third);
    await quoteFrom(record, 'third', 'The ferry does not sail');
    await quoteFrom(record, 'third', 'It carries 120 people');

    await write(record.db, eraseArticleText, { article: { slug: 'first' }, reason: 'A court.' });
    await write(record.db, recordArticle, second);

    expect(versions(record)).toEqual({
      'The ferry does not sail': ['third'],
      'It carries 120 people': ['first', 'second', 'third'],
    });
    await write(record.db, eraseArticleText, { article: { slug: 'third' }, reason: 'A court.' });
    const fourth = page('fourth', `${told.third} Or does it?`, { modifiedAt: morning + 3 * hour });
    await write(record.db, recordArticle, fourth);
    expect(versions(record)).toEqual({ '(erased)': ['third', 'first', 'second', 'third'] });
    expect(await faultsOf(record)).toEqual([]);
  });

  test('are verified', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);
    await quoteFrom(record, 'second', 'It carries 120 people');
    await quoteFrom(record, 'second', 'The ferry sails at ten');
    tamper(
      record.path,
      `update evidence_versions set evidence = (select key from evidence where quote = 'The ferry sails at ten')`,
    );

    const told = (noun: string, what: string) =>
      expect.objectContaining({ noun, what: expect.stringContaining(what) });
    expect(await faultsOf(record)).toEqual(
      expect.arrayContaining([
        told('evidence', 'stand in first, which is not stored'),
        told('evidence', 'do not stand in first'),
        // The words would have been issued with the first version.
        told('stance', 'effectiveAt'),
      ]),
    );
  });

  test('of what was on record before are looked for when it is opened, once', async () => {
    await using record = await harbour();
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);
    await quoteFrom(record, 'second', 'It carries 120 people');
    const before = versions(record);
    await record.db.close();
    tamper(
      record.path,
      `delete from evidence_versions where article = (select key from articles where slug = 'first');
       insert into meta (name, value) values ('evidence_versions', 'to fill')`,
    );

    await using again = await openRecord({ copyOf: record.path });

    expect(versions(again)).toEqual(before);
    expect(rawRows(again.path, "select * from meta where name = 'evidence_versions'")).toEqual([]);
    expect(await faultsOf(again)).toEqual([]);
  });
});

describe('the first version with some words', () => {
  const lacking = ({ text, ...more }: ArticleInput): ArticleInput => ({
    ...more,
    sha256: sha256Of(text ?? ''),
  });
  const evidence = (more: object) => ({
    stance: { slug: 'mayor-denies' },
    article: { slug: 'second' },
    quote: 'The ferry sails at ten',
    start: 0,
    end: 22,
    mode: 'INDIRECT' as const,
    attribution: [{ slug: 'courier' }, { slug: 'mayor' }],
    ...more,
  });

  const placeOf = (quote: string) => {
    const start = told.second.indexOf(quote);
    return { start, end: start + quote.length };
  };

  async function withoutTexts(): Promise<TestRecord> {
    const record = await harbour();
    await write(record.db, recordStance, mayorDenies);
    await write(record.db, recordArticle, lacking(first));
    await write(record.db, recordArticle, lacking(second));
    return record;
  }

  test('is believed as long as texts are not there, and checked when they come', async () => {
    await using record = await withoutTexts();
    await write(record.db, addEvidence, evidence({ firstShownBy: { slug: 'second' } }));
    await write(
      record.db,
      addEvidence,
      evidence({ quote: 'It carries 120 people', ...placeOf('It carries 120 people') }),
    );
    expect(versions(record)).toMatchObject({
      'The ferry sails at ten': ['second'],
      'It carries 120 people': ['first', 'second'],
    });
    expect(await faultsOf(record)).toEqual([]);

    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);

    expect(versions(record)).toMatchObject({
      'The ferry sails at ten': ['second'],
      'It carries 120 people': ['first', 'second'],
    });
    expect(await faultsOf(record)).toEqual([]);
  });

  test('told wrongly is refused when the text comes', async () => {
    await using record = await withoutTexts();
    const untrue = { quote: 'It carries 120 people', ...placeOf('It carries 120 people') };
    await write(record.db, addEvidence, evidence({ ...untrue, firstShownBy: { slug: 'second' } }));

    await expectRefused(record, [recordArticle, first], {
      code: 'INPUT_INVALID',
      path: ['text'],
    });
  });

  test.each([
    ['that is no version', 'bridge-story', 'no earlier version'],
    ['that lacks them', 'first', 'do not stand'],
    ['behind one that has them', 'second', 'stand in first already'],
  ])('is refused where it is one %s', async (_what, slug, says) => {
    await using record = await harbour();
    await write(record.db, recordStance, mayorDenies);
    await write(record.db, recordArticle, first);
    await write(record.db, recordArticle, second);
    const more =
      slug === 'second'
        ? { quote: 'It carries 120 people', ...placeOf('It carries 120 people') }
        : {};

    await expectRefused(record, [addEvidence, evidence({ ...more, firstShownBy: { slug } })], {
      code: 'INPUT_INVALID',
      path: ['firstShownBy'],
      message: expect.stringContaining(says),
    });
  });
});
