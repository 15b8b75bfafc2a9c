import { alikeAmong } from '../queries/alike-among.ts';
import { sketchOfText, textsAlike, textsFolded } from '../queries/likeness.ts';
import { areAlike, type Fingerprint, fingerprintOf, foldedHash } from '../rules/likeness.ts';
import { type Sketch, sketchOf } from '../rules/sketch.ts';
import { likenesses, texts } from '../tables/text.ts';
import { insertRows } from '../write/insert.ts';
import { LoopTurns } from '../write/loop-turns.ts';
import type { WriteTx } from '../write/transaction.ts';
import { updateRow } from '../write/update.ts';
import { removeSketch, sketchesIn } from './kept-sketches.ts';

/** A text whose words came on record. */
interface TextHeld {
  readonly text: number;
  readonly words: string;
}

interface TextToCompare {
  readonly text: number;
  readonly fingerprint: Fingerprint;
  readonly folded: string;
  readonly sketch: Sketch;
}

type Pair = readonly [one: number, other: number];

/**
 * Compares texts that came on record, one after the other, with all that are there, and keeps those that each is alike to; what
 * was believed of it and does not hold goes. Tells which are alike to others than before.
 */
export async function compareTexts(
  tx: WriteTx,
  held: readonly TextHeld[],
): Promise<ReadonlySet<number>> {
  if (held.length === 0) return new Set();
  const turns = new LoopTurns();
  const all: TextToCompare[] = [];
  for (const one of held) {
    await turns.leaveRoom();
    all.push(toCompare(one));
  }
  const { gone, come } = await changesBy(tx, all);
  if (gone.length > 0) await tx.run(removeLikenesses, [inBothDirections(gone)]);
  await insertRows(
    tx,
    likenesses,
    come.flatMap(([one, other]) => [
      { one, other },
      { one: other, other: one },
    ]),
  );
  await keepCompared(tx, all);
  return new Set([...gone, ...come].map(([one]) => one));
}

/** Keeps what these texts are compared by. */
async function keepCompared(tx: WriteTx, all: readonly TextToCompare[]): Promise<void> {
  const rowOfText = await sketchesIn(tx).store();
  const rows = all.map(({ text, folded, sketch: { shingles } }) => {
    return { text, folded, shingles, sketch: rowOfText.get(text) ?? null };
  });
  const [only, another] = rows;
  if (only !== undefined && another === undefined) {
    const { text: key, ...set } = only;
    return updateRow(tx, texts, { key, set });
  }
  const cells = rows.map(({ text, folded, shingles, sketch }) => [text, folded, shingles, sketch]);
  await tx.run(updateTexts, [JSON.stringify(cells)]);
}

function toCompare({ text, words }: TextHeld): TextToCompare {
  const fingerprint = fingerprintOf(words);
  const folded = foldedHash(fingerprint);
  return { text, fingerprint, folded, sketch: sketchOf(fingerprint.shingles) };
}

/** Which pairs are alike no longer, and which are now: the text that came first. The sketches of all are added. */
async function changesBy(tx: WriteTx, all: readonly TextToCompare[]) {
  const sketches = sketchesIn(tx);
  await sketches.readBeside(all.map(({ sketch }) => sketch.shingles));
  const sameAs = await foldedAs(tx, all);
  const before = await likeBefore(tx, all);
  /** Those that were compared. */
  const fingerprints = new Map<number, Fingerprint>();
  const gone: Pair[] = [];
  const come: Pair[] = [];
  const turns = new LoopTurns();
  for (const { text, fingerprint, folded, sketch } of all) {
    await turns.leaveRoom();
    const near = new Set([...sketches.near(sketch), ...(sameAs.get(folded) ?? [])]);
    near.delete(text);
    const elsewhere = [...near].filter((other) => !fingerprints.has(other));
    const alike = new Set(await alikeAmong(tx.reader, elsewhere, fingerprint));
    for (const other of near) {
      const its = fingerprints.get(other);
      if (its !== undefined && areAlike(fingerprint, its)) alike.add(other);
    }
    const known = before.get(text) ?? new Map<number, boolean>();
    for (const [other, isHeld] of known) {
      if ((isHeld || fingerprints.has(other)) && !alike.has(other)) gone.push([text, other]);
    }
    for (const other of alike) if (!known.has(other)) come.push([text, other]);
    sketches.add({ text, ...sketch });
    sameAs.set(folded, [...(sameAs.get(folded) ?? []), text]);
    fingerprints.set(text, fingerprint);
  }
  return { gone, come };
}

/** The texts on record that are the same as some of these once they are folded. */
async function foldedAs(tx: WriteTx, all: readonly TextToCompare[]) {
  const folded = JSON.stringify(all.map((one) => one.folded));
  const found = new Map<string | null, readonly number[]>();
  for (const { text, folded: hash } of await tx.reader.read(textsFolded, { folded }))
    found.set(hash, [...(found.get(hash) ?? []), text]);
  return found;
}

/** What each of these was alike to before, and whether an article holds the words of that. */
async function likeBefore(tx: WriteTx, all: readonly TextToCompare[]) {
  const texts = JSON.stringify(all.map(({ text }) => text));
  const found = new Map<number, Map<number, boolean>>();
  for (const { text, other, isHeld } of await tx.reader.read(textsAlike, { texts })) {
    const others = found.get(text) ?? new Map<number, boolean>();
    found.set(text, others.set(other, isHeld === 1));
  }
  return found;
}

/** Lets go of all that was worked out from the words of a text, but for the texts that it was found alike to. */
export async function forgetWords(tx: WriteTx, text: number): Promise<void> {
  const [known] = await tx.reader.read(sketchOfText, { text });
  await updateRow(tx, texts, { key: text, set: { folded: null, shingles: null, sketch: null } });
  const row = known?.sketch ?? null;
  if (row !== null) await removeSketch(tx, { text, row });
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

const removeLikenesses = `
  delete from likenesses where (one, other) in (
    select value ->> 0, value ->> 1 from json_each(?))`;

function inBothDirections(pairs: readonly Pair[]): string {
  return JSON.stringify(
    pairs.flatMap(([one, other]) => [
      [one, other],
      [other, one],
    ]),
  );
}

const updateTexts = `
  update texts set folded = row ->> 1, shingles = row ->> 2, sketch = row ->> 3
  from (select value as row from json_each(?)) where texts.key = row ->> 0`;
