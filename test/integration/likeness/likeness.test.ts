import { describe, expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { sha256Of } from '../../../db/rules/article-content.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { likenessOf, NearTexts, numbersFrom } from '../../kit/near-texts.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner, write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { exported, exportFile, imported } from '../interchange/files.ts';

/** Different texts, none of them blank. */
function nearTexts(seed: number, count: number): string[] {
  return [...new Set(new NearTexts(seed).take(count))];
}

/** Records each text, in short transactions of several. */
async function recordAll(db: Database, texts: readonly string[]): Promise<void> {
  for (let from = 0; from < texts.length; from += 25) {
    const some = texts.slice(from, from + 25);
    await db.write({ author: owner, command: 'recordAll', input: null }, async (tx) => {
      for (const text of some) {
        await recordArticle(tx, { slug: slugOf(text), title: 'A story', language: 'en', text });
      }
    });
  }
}

const slugOf = (text: string): string => `a-${sha256Of(text).slice(0, 20)}`;

/** The pairs on record, each as two hashes. */
function pairsIn(path: string): ReadonlySet<string> {
  const rows = rawRows<{ one: string; other: string }>(
    path,
    `select a.sha256 as one, b.sha256 as other from likenesses
     join texts a on a.key = one join texts b on b.key = other`,
  );
  return new Set(rows.map(({ one, other }) => `${one} ${other}`));
}

/** The pairs that there are by comparing each text with each. */
function pairsOf(texts: readonly string[]): ReadonlySet<string> {
  const isAlike = likenessOf(texts);
  const hashes = texts.map(sha256Of);
  return new Set(
    hashes.flatMap((one, i) =>
      hashes.flatMap((other, j) => (i !== j && isAlike(i, j) ? [`${one} ${other}`] : [])),
    ),
  );
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const number = numbersFrom(seed);
  const all = [...list];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = number(at + 1);
    const [a, b] = [all[at], all[other]];
    if (a !== undefined && b !== undefined) [all[at], all[other]] = [b, a];
  }
  return all;
}

describe('the texts that are alike', () => {
  const texts = nearTexts(3, 240);
  const expected = pairsOf(texts);

  test.each([
    ['as they were written', texts],
    ['in reverse', texts.toReversed()],
    ['in no order', shuffled(texts, 11)],
  ])('are those of comparing each with each, recorded %s', async (_name, order) => {
    await using record = await openRecord();

    await recordAll(record.db, order);

    expect(expected.size).toBeGreaterThan(500);
    expect(pairsIn(record.path)).toEqual(expected);
    expect(await verifyRecord(record.db)).toMatchObject({
      faults: [],
      checked: { texts: texts.length },
    });
  });

  test('stay when texts are erased, are exported then, and are the same after an import', async () => {
    await using record = await openRecord();
    await recordAll(record.db, texts);
    const erased = texts.filter((_, index) => index % 3 === 0);

    for (const text of erased) {
      await write(record.db, eraseArticleText, {
        article: { slug: slugOf(text) },
        reason: 'Ordered by a court.',
      });
    }

    expect(pairsIn(record.path)).toEqual(expected);
    expect(
      rawRows(
        record.path,
        'select count(*) as n from texts where folded is null and sketch is null',
      ),
    ).toEqual([{ n: erased.length }]);
    const lines = await exported(record.db);
    await using other = await openRecord();
    await imported(other.db, exportFile(lines));
    expect(pairsIn(other.path)).toEqual(expected);
    expect(await exported(other.db)).toBe(lines);
    expect(await verifyRecord(other.db)).toMatchObject({ faults: [] });
  });
});
