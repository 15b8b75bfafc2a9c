import { eq, type SQL, sql } from 'drizzle-orm';
import { alikeAmong } from '../queries/alike-among.ts';
import { textsAlike, textsFolded } from '../queries/likeness.ts';
import { type Fingerprint, fingerprintOf, foldedHash, leastShared } from '../rules/likeness.ts';
import {
  entriesIn,
  hasRoom,
  mostShared,
  rowOf,
  type SketchEntry,
  sketchOf,
  widthsBeside,
} from '../rules/sketch.ts';
import { likenesses, sketches, texts } from '../tables/text.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

/**
 * Compares a text that came on record with all that are there, and keeps those that it is alike to; what was believed
 * of it and does not hold goes. Tells whether it is alike to others than before.
 */
export async function compareText(tx: WriteTx, text: number, words: string): Promise<boolean> {
  const fingerprint = fingerprintOf(words);
  const folded = foldedHash(fingerprint);
  const rows = await sketchesBeside(tx, fingerprint);
  const near = nearIn(rows, fingerprint);
  for (const same of await tx.reader.read(textsFolded, { folded })) near.add(same.text);
  near.delete(text);

  const alike = await alikeAmong(tx.reader, [...near], fingerprint);
  const before = await tx.reader.read(textsAlike, { text });
  const known = new Set(before.map((one) => one.text));
  const gone = before.filter((one) => one.isHeld && !alike.has(one.text)).map((one) => one.text);
  const come = [...alike].filter((one) => !known.has(one));
  await forgetLikenesses(tx, text, gone);
  await keepLikenesses(tx, text, come);

  const sketch = await keepSketch(tx, rows, { text, ...sketchOf(fingerprint.shingles) });
  const shingles = fingerprint.shingles.length;
  await tx.drizzle.update(texts).set({ folded, shingles, sketch }).where(eq(texts.key, text));
  return gone.length + come.length > 0;
}

/** Lets go of all that was worked out from the words of a text, but for the texts that it was found alike to. */
export async function forgetWords(tx: WriteTx, text: number): Promise<void> {
  const [known] = await tx.drizzle.select().from(texts).where(eq(texts.key, text));
  await tx.drizzle
    .update(texts)
    .set({ folded: null, shingles: null, sketch: null })
    .where(eq(texts.key, text));
  if (known === undefined || known.sketch === null) return;

  const [row] = await readSketches(tx, sql`key = ${known.sketch}`);
  const rest = row?.entries.filter((entry) => entry.text !== text) ?? [];
  if (rest.length > 0) await storeSketches(tx, known.sketch, rest);
  else await tx.drizzle.delete(sketches).where(eq(sketches.key, known.sketch));
}

/** Keeps that texts are alike to this one where that cannot be seen, and tells whether it is news. */
export async function believeLikenesses(
  tx: WriteTx,
  text: number,
  articles: readonly number[],
): Promise<boolean> {
  if (articles.length === 0) return false;
  const news = await tx.drizzle.values<[number]>(sql`
    with told(other) as (
      select distinct text_key from articles where key in (select value from json_each(${JSON.stringify(articles)}))
    ), unseen(one, other) as (
      select ${text}, other from told where other <> ${text} and exists (
        select 1 from texts where key in (${text}, other) and folded is null)
    )
    insert or ignore into likenesses (one, other)
    select one, other from unseen union all select other, one from unseen
    returning one`);
  return news.length > 0;
}

interface SketchRow {
  readonly key: number;
  readonly width: number;
  readonly entries: readonly SketchEntry[];
}

/** The sketches of all texts that may be alike to one with this fingerprint. */
function sketchesBeside(tx: WriteTx, { shingles }: Fingerprint): Promise<readonly SketchRow[]> {
  if (leastShared(shingles.length, shingles.length) === null) return Promise.resolve([]);
  const widths = JSON.stringify(widthsBeside(shingles.length));
  return readSketches(tx, sql`width in (select value from json_each(${widths}))`);
}

async function readSketches(tx: WriteTx, condition: SQL): Promise<readonly SketchRow[]> {
  const rows = await tx.drizzle.values<[number, number, ArrayBuffer]>(
    sql`select key, width, entries from sketches where ${condition} order by key`,
  );
  return rows.map(([key, width, entries]) => ({ key, width, entries: entriesIn(entries, width) }));
}

/** The texts that share as much as likeness asks for, as far as their sketches tell: none that does is missing. */
function nearIn(rows: readonly SketchRow[], { shingles }: Fingerprint): Set<number> {
  const near = new Set<number>();
  if (rows.length === 0) return near;
  const own = sketchOf(shingles);
  for (const { entries } of rows) {
    for (const entry of entries) {
      const least = leastShared(own.shingles, entry.shingles);
      if (least !== null && mostShared(own, entry) >= least) near.add(entry.text);
    }
  }
  return near;
}

async function keepLikenesses(tx: WriteTx, text: number, others: readonly number[]): Promise<void> {
  const pairs = others.flatMap((other) => [
    { one: text, other },
    { one: other, other: text },
  ]);
  await insertRows(tx, likenesses, pairs);
}

async function forgetLikenesses(
  tx: WriteTx,
  text: number,
  others: readonly number[],
): Promise<void> {
  if (others.length === 0) return;
  const list = JSON.stringify(others);
  await tx.drizzle.run(sql`
    delete from likenesses where (one, other) in (
      select ${text}, value from json_each(${list}) union all select value, ${text} from json_each(${list}))`);
}

/** Puts a sketch beside others, and tells the row; null for a text that is too short to need one. */
async function keepSketch(
  tx: WriteTx,
  rows: readonly SketchRow[],
  sketch: SketchEntry,
): Promise<number | null> {
  if (leastShared(sketch.shingles, sketch.shingles) === null) return null;
  const width = sketch.bits.length;
  const row = rows.findLast((one) => one.width === width && hasRoom(one.entries.length, width));
  if (row !== undefined) {
    await storeSketches(tx, row.key, [...row.entries, sketch]);
    return row.key;
  }
  const inserted = await tx.drizzle.values<[number]>(
    sql`insert into sketches (width, entries) values (${width}, ${rowOf([sketch])}) returning key`,
  );
  return inserted[0]?.[0] ?? null;
}

async function storeSketches(
  tx: WriteTx,
  row: number,
  entries: readonly SketchEntry[],
): Promise<void> {
  await tx.drizzle.run(sql`update sketches set entries = ${rowOf(entries)} where key = ${row}`);
}
