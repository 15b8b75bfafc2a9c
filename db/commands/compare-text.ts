import { alikeAmong } from '../queries/alike-among.ts';
import { sketchOfText, textsAlike, textsFolded } from '../queries/likeness.ts';
import { type Fingerprint, fingerprintOf, foldedHash, leastShared } from '../rules/likeness.ts';
import {
  countIn,
  entriesIn,
  hasRoom,
  rowOf,
  rowWith,
  type SketchEntry,
  type SketchRow,
  sketchOf,
  textsNear,
  widthsBeside,
} from '../rules/sketch.ts';
import { likenesses, texts } from '../tables/text.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { updateRow } from '../write/update.ts';

/**
 * Compares a text that came on record with all that are there, and keeps those that it is alike to; what was believed
 * of it and does not hold goes. Tells whether it is alike to others than before.
 */
export async function compareText(tx: WriteTx, text: number, words: string): Promise<boolean> {
  const fingerprint = fingerprintOf(words);
  const folded = foldedHash(fingerprint);
  const own = sketchOf(fingerprint.shingles);
  const rows = await sketchesBeside(tx, fingerprint);
  const near = new Set(rows.flatMap((row) => textsNear(own, row)));
  for (const same of await tx.reader.read(textsFolded, { folded })) near.add(same.text);
  near.delete(text);

  const alike = await alikeAmong(tx.reader, [...near], fingerprint);
  const before = await tx.reader.read(textsAlike, { text });
  const known = new Set(before.map((one) => one.text));
  const gone = before.filter((one) => one.isHeld && !alike.has(one.text)).map((one) => one.text);
  const come = [...alike].filter((one) => !known.has(one));
  await forgetLikenesses(tx, text, gone);
  await keepLikenesses(tx, text, come);

  const sketch = await keepSketch(tx, rows, { text, ...own });
  await updateRow(tx, texts, { key: text, set: { folded, shingles: own.shingles, sketch } });
  return gone.length + come.length > 0;
}

/** Lets go of all that was worked out from the words of a text, but for the texts that it was found alike to. */
export async function forgetWords(tx: WriteTx, text: number): Promise<void> {
  const [known] = await tx.reader.read(sketchOfText, { text });
  await updateRow(tx, texts, { key: text, set: { folded: null, shingles: null, sketch: null } });
  if (known === undefined || known.sketch === null) return;

  const rows = await readSketches(tx, 'key = ?', [known.sketch]);
  const rest = rows.flatMap(entriesIn).filter((entry) => entry.text !== text);
  if (rest.length > 0) await tx.run(updateSketches, [rowOf(rest), known.sketch]);
  else await tx.run('delete from sketches where key = ?', [known.sketch]);
}

/** Keeps that texts are alike to this one where that cannot be seen, and tells whether it is news. */
export async function believeLikenesses(
  tx: WriteTx,
  text: number,
  articles: readonly number[],
): Promise<boolean> {
  if (articles.length === 0) return false;
  const news = await tx.run(insertBelieved, [text, JSON.stringify(articles)]);
  return news.length > 0;
}

const insertBelieved = `
  with given(one) as (select ?), told(other) as (
    select distinct text_key from articles where key in (select value from json_each(?))
  ), unseen(one, other) as (
    select one, other from given cross join told where other <> one and exists (
      select 1 from texts where key in (one, other) and folded is null)
  )
  insert or ignore into likenesses (one, other)
  select one, other from unseen union all select other, one from unseen
  returning one`;

interface KeptSketches extends SketchRow {
  readonly key: number;
}

/** The sketches of all texts that may be alike to one with this fingerprint. */
async function sketchesBeside(
  tx: WriteTx,
  { shingles }: Fingerprint,
): Promise<readonly KeptSketches[]> {
  if (leastShared(shingles.length, shingles.length) === null) return [];
  const widths = JSON.stringify(widthsBeside(shingles.length));
  return readSketches(tx, 'width in (select value from json_each(?))', [widths]);
}

async function readSketches(
  tx: WriteTx,
  condition: string,
  args: readonly (number | string)[],
): Promise<readonly KeptSketches[]> {
  const rows = await tx.run(
    `select key, width, entries from sketches where ${condition} order by key`,
    args,
  );
  return rows.map(([key, width, entries]) => {
    if (!(entries instanceof ArrayBuffer)) throw new TypeError('Sketches are bytes.');
    return { key: Number(key), width: Number(width), entries };
  });
}

async function keepLikenesses(tx: WriteTx, text: number, others: readonly number[]): Promise<void> {
  const pairs = others.flatMap((other) => [
    { one: text, other },
    { one: other, other: text },
  ]);
  await insertRows(tx, likenesses, pairs);
}

const removeLikenesses = `
  with given(one) as (select ?), gone(other) as (select value from json_each(?))
  delete from likenesses where (one, other) in (
    select one, other from given, gone union all select other, one from given, gone)`;

async function forgetLikenesses(
  tx: WriteTx,
  text: number,
  others: readonly number[],
): Promise<void> {
  if (others.length > 0) await tx.run(removeLikenesses, [text, JSON.stringify(others)]);
}

/** Puts a sketch beside others, and tells the row; null for a text that is too short to need one. */
async function keepSketch(
  tx: WriteTx,
  rows: readonly KeptSketches[],
  sketch: SketchEntry,
): Promise<number | null> {
  if (leastShared(sketch.shingles, sketch.shingles) === null) return null;
  const width = sketch.bits.length;
  const row = rows.findLast((one) => one.width === width && hasRoom(countIn(one), width));
  if (row !== undefined) {
    await tx.run(updateSketches, [rowWith(row, sketch), row.key]);
    return row.key;
  }
  const [inserted] = await tx.run(insertSketches, [width, rowOf([sketch])]);
  return inserted === undefined ? null : Number(inserted[0]);
}

const updateSketches = 'update sketches set entries = ? where key = ?';
const insertSketches = 'insert into sketches (width, entries) values (?, ?) returning key';
