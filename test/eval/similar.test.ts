import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { anyWordOf, claimsLike } from '../../db/queries/similar.ts';
import { openRecord, type TestRecord } from '../kit/open-record.ts';
import { owner } from '../kit/owner.ts';

/** Tweets and the claim that each of them makes again, as CLEF CheckThat! 2020 publishes them. */
const folder = process.env.CHECKTHAT_DIR ?? '../shared/data/checkthat';
const isThere = existsSync(join(folder, 'verified_claims.docs.tsv'));
const suite = `CheckThat! dev${isThere ? '' : ` (skipped: it is not at ${folder}; set CHECKTHAT_DIR)`}`;

/** The first two columns of a table: a number, and a text that may be quoted. */
function rowsOf(file: string): (readonly [id: string, text: string])[] {
  const table = readFileSync(join(folder, file), 'utf8');
  return [...table.matchAll(/(\d+)\t("(?:[^"]|"")*"|[^\t\n]*)[^\n]*\n/g)].map(
    ([, id = '', text = '']) => [id, text.replace(/^"|"$/g, '').replaceAll('""', '"')] as const,
  );
}

async function recordAll(
  { db }: TestRecord,
  claims: ReturnType<typeof rowsOf>,
): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>();
  for (let start = 0; start < claims.length; start += 500) {
    const some = claims.slice(start, start + 500);
    await db.write({ author: owner, command: 'recordClaim', input: start }, async (tx) => {
      for (const [id, text] of some) {
        const claim = { slug: `claim-${id}`, text, kind: 'FACT', language: 'en', review: 'DRAFT' };
        const { key } = await recordClaim(tx, { ...claim, kind: 'FACT', review: 'DRAFT' });
        ids.set(key, id);
      }
    });
  }
  return ids;
}

describe.skipIf(!isThere)(suite, () => {
  test('of four tweets in five, the claim is among the five that are most like it', async () => {
    await using record = await openRecord();
    const ids = await recordAll(record, rowsOf('verified_claims.docs.tsv'));
    const tweets = new Map(rowsOf('dev/tweets.queries.tsv'));
    const wanted = readFileSync(join(folder, 'dev/tweet-vclaim-pairs.qrels'), 'utf8')
      .trim()
      .split('\n');

    const found = wanted.filter((line) => {
      const [tweet = '', , claim] = line.split(/\s+/);
      const match = anyWordOf(tweets.get(tweet) ?? '') ?? '';
      const asked = { match, but: 0, seesDrafts: 1, limit: 5 };
      const like = record.db.reader.read(claimsLike.all, asked);
      if (like instanceof Promise) throw new Error('A file answers at once.');
      return like.some(({ claimKey }) => ids.get(claimKey) === claim);
    });

    expect(wanted.length).toBeGreaterThan(150);
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.8);
  }, 120_000);
});
