// Likeness at length: 2,000 generated texts in several orders beside comparing each with each, then what a text costs
// among ten thousand, with paragraphs that all of them share. Run by hand: npx tsx test/soak/likeness.ts [texts] [articles]
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../db/client.ts';
import { recordArticle } from '../../db/commands/record-article.ts';
import { likenessOf, NearTexts, numbersFrom } from '../kit/near-texts.ts';
import { owner } from '../kit/owner.ts';
import { rawRows } from '../kit/raw-rows.ts';

const [count = 2000, articles = 10_000] = process.argv.slice(2).map(Number);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

await compareAll(count);
await measure(articles, 0);
await measure(articles, 100);

async function inNewRecord(task: (db: Database, path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-likeness-'));
  const path = join(folder, 'record.db');
  const db = await openDatabase({ url: `file:${path}` });
  try {
    await task(db, path);
  } finally {
    await db.close();
    await rm(folder, { recursive: true });
  }
}

function record(db: Database, texts: readonly string[], from: number): Promise<void> {
  return db.write({ author: owner, command: 'record', input: null }, async (tx) => {
    for (const [index, text] of texts.entries()) {
      const slug = `a-${from + index}`;
      await recordArticle(tx, { slug, title: 'A story', language: 'en', text });
    }
  });
}

/** Tells how many pairs were missed and how many were found that are none, in several orders of arrival. */
async function compareAll(count: number): Promise<void> {
  const texts = [...new Set(new NearTexts(7).take(count))];
  const isAlike = likenessOf(texts);
  const all = texts.map((_, index) => index);
  const number = numbersFrom(5);
  const orders = [all, all.toReversed(), all.toSorted(() => number(3) - 1)];
  for (const order of orders) {
    await inNewRecord(async (db, path) => {
      for (let from = 0; from < order.length; from += 50) {
        const some = order.slice(from, from + 50).map((index) => texts[index] ?? '');
        await record(db, some, from);
      }
      const rows = rawRows<{ pair: string }>(
        path,
        "select one || ' ' || other as pair from likenesses",
      );
      const found = new Set(rows.map(({ pair }) => pair));
      let [alike, missed, wrong] = [0, 0, 0];
      for (const [i, one] of order.entries()) {
        for (const [j, other] of order.entries()) {
          if (i === j) continue;
          const isFound = found.has(`${i + 1} ${j + 1}`);
          const isTrue = isAlike(one, other);
          if (isTrue) alike += 1;
          if (isTrue && !isFound) missed += 1;
          if (isFound && !isTrue) wrong += 1;
        }
      }
      say(`${texts.length} texts, ${alike / 2} pairs: ${missed} missed, ${wrong} false`);
    });
  }
}

/** Tells what an article costs while a record grows, some words of every text being the same in all. */
async function measure(articles: number, shared: number): Promise<void> {
  const near = new NearTexts(3);
  const number = numbersFrom(9);
  const boilerplate = near.words(shared).join(' ');
  say(`${articles} articles of 3 to 5 kB, ${shared} words of each the same in all`);
  await inNewRecord(async (db, path) => {
    for (let from = 0; from < articles; from += 50) {
      const texts = Array.from({ length: Math.min(50, articles - from) }, () => {
        const words = near.words(450 + number(300));
        return `${words.join(' ')}\n${boilerplate}`;
      });
      const since = performance.now();
      await record(db, texts, from);
      const took = (performance.now() - since) / texts.length;
      if ((from / 50) % 40 === 39) say(`  ${from + 50}: ${took.toFixed(1)} ms an article`);
    }
    const [held] = rawRows<{ bytes: number; index: number; texts: number }>(
      path,
      `select (select sum(length(entries)) from sketches) as bytes, (select count(*) from texts) as texts,
       (select count(*) from likenesses) as "index"`,
    );
    say(
      `  ${Math.round((held?.bytes ?? 0) / articles)} bytes of sketches an article, ${held?.index} likenesses`,
    );
    say(`  ${Math.round(statSync(path).size / articles)} bytes of the file an article`);
  });
}
