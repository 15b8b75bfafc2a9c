import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anyWordOf } from '../../db/queries/any-word.ts';
import { claimsLike } from '../../db/queries/similar.ts';
import { claims } from '../../db/tables/claim.ts';
import { openBulk } from '../bench/record/bulk.ts';
import { openRecord } from '../kit/open-record.ts';

/** Tweets and the claim that each of them makes again, as CLEF CheckThat! 2020 publishes them. */
const folder = process.env.CHECKTHAT_DIR ?? '../shared/data/checkthat';
const isThere = existsSync(join(folder, 'verified_claims.docs.tsv'));
const suite = `CheckThat! dev${isThere ? '' : ` (skipped: it is not at ${folder}; set CHECKTHAT_DIR)`}`;

/** The rows of a table: a number, and what it says in one or two columns, which may be quoted. */
function rowsOf(file: string): (readonly [id: string, text: string])[] {
  const table = readFileSync(join(folder, file), 'utf8');
  const cell = '\\t("(?:[^"]|"")*"|[^\\t\\n]*)';
  return [...table.matchAll(new RegExp(`(\\d+)${cell}(?:${cell})?\\n`, 'g'))].map(
    ([, id = '', text = '', title = '']) => [id, `${bare(text)} ${bare(title)}`.trim()] as const,
  );
}

const bare = (cell: string) => cell.replace(/^"|"$/g, '').replaceAll('""', '"');

/** Puts all claims on record at once, as `recordClaim` does one by one, for seconds in place of a minute. */
function insertAll(path: string, rows: ReturnType<typeof rowsOf>): ReadonlyMap<number, string> {
  const bulk = openBulk(path);
  const ids = new Map<number, string>();
  for (const [index, [id, text]] of rows.entries()) {
    const key = index + 1;
    bulk.insert(claims, {
      key,
      id: `claim_${id}`,
      slug: `claim-${id}`,
      text,
      kind: 'FACT',
      language: 'en',
      topics: [],
      allTopics: [],
      review: 'DRAFT',
      recordedAt: key,
      listed: false,
      status: 'UNADDRESSED',
      onlyUnnamedSources: false,
      replies: '[]',
      dispute: 0,
      standingChangedAt: key,
    });
    ids.set(key, id);
  }
  bulk.close();
  return ids;
}

describe.skipIf(!isThere)(suite, () => {
  test('the claim that a tweet makes again is the first of those like it, or near to that', async () => {
    await using empty = await openRecord();
    await empty.db.close();
    const ids = insertAll(empty.path, rowsOf('verified_claims.docs.tsv'));
    await using record = await openRecord({ copyOf: empty.path });
    const tweets = new Map(rowsOf('dev/tweets.queries.tsv'));
    const wanted = readFileSync(join(folder, 'dev/tweet-vclaim-pairs.qrels'), 'utf8')
      .trim()
      .split('\n');

    const places = wanted.map((line) => {
      const [tweet = '', , claim] = line.split(/\s+/);
      const match = anyWordOf(tweets.get(tweet) ?? '') ?? '';
      const like = record.db.reader.read(claimsLike.all, { match, but: 0, limit: 5 });
      if (like instanceof Promise) throw new Error('A file answers at once.');
      return 1 + like.findIndex(({ claimKey }) => ids.get(claimKey) === claim);
    });

    const found = places.filter((place) => place > 0);
    expect(wanted.length).toBeGreaterThan(150);
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.86);
    // The mean average precision of the first five: each tweet has one claim.
    const precision = found.reduce((sum, place) => sum + 1 / place, 0) / wanted.length;
    expect(precision).toBeGreaterThanOrEqual(0.8);
  }, 120_000);
});
