import { eq, sql } from 'drizzle-orm';
import { comparisonDue, countOfTextsHeld, textsHeld } from '../queries/likeness.ts';
import type { Reader } from '../read/read.ts';
import { fingerprintOf, foldedHash, leastShared } from '../rules/likeness.ts';
import { type Compared, pairsAlike } from '../rules/likeness-join.ts';
import { hasRoom, rowOf, type SketchEntry, sketchOf } from '../rules/sketch.ts';
import { meta } from '../tables/meta.ts';
import type { WriteTx } from '../write/transaction.ts';
import type { Writer } from '../write/write.ts';
import type { TellUpgrade } from './upgrade.ts';

// A text may take a mebibyte.
const readAtOnce = 50;
// A transaction is short, so that whoever shares the database waits little.
const keptAtOnce = 50;

interface Text extends Compared {
  readonly key: number;
  readonly isKept: boolean;
  /** The texts that it is alike to. */
  readonly alike: number[];
}

/**
 * Compares the texts that came on record before texts were compared, all with each other: a migration has left word that there are
 * some. What was kept stays where it is broken off, and the rest is compared at the next start. It takes 2 kB of memory a text.
 */
export async function compareTexts(
  { reader, writer }: { readonly reader: Reader; readonly writer: Writer },
  tell: TellUpgrade,
): Promise<void> {
  const request = { author: { token: null }, command: 'compareTexts', input: null };
  if ((await reader.read(comparisonDue)).length === 0) return;
  const texts = await readTexts(reader, tell);
  for (const [one, other] of pairsAlike(texts)) {
    const [first, second] = [texts[one], texts[other]];
    if (first === undefined || second === undefined) continue;
    first.alike.push(second.key);
    second.alike.push(first.key);
  }
  const left = texts.filter(({ isKept }) => !isKept);
  // Those whose sketches are as wide stand in one row.
  left.sort((a, b) => a.shingles.length - b.shingles.length);
  for (let done = 0; done < left.length; done += keptAtOnce) {
    tell({ step: 'Keeping which texts are alike', done, of: left.length });
    await writer.write(request, (tx) => keep(tx, left.slice(done, done + keptAtOnce)));
  }
  await writer.write(request, noteCompared);
}

async function readTexts(reader: Reader, tell: TellUpgrade): Promise<readonly Text[]> {
  const [held] = await reader.read(countOfTextsHeld);
  const texts: Text[] = [];
  for (;;) {
    tell({ step: 'Comparing texts', done: texts.length, of: held?.count ?? 0 });
    const after = texts.at(-1)?.key ?? 0;
    const page = await reader.read(textsHeld, { after, limit: readAtOnce });
    for (const { text, isCompared, words } of page) {
      const fingerprint = fingerprintOf(words);
      const folded = foldedHash(fingerprint);
      const { shingles } = fingerprint;
      texts.push({ key: text, isKept: isCompared === 1, folded, shingles, alike: [] });
    }
    if (page.length < readAtOnce) return texts;
  }
}

/** Keeps what these texts are compared by from now on, and which they are alike to. */
async function keep(tx: WriteTx, texts: readonly Text[]): Promise<null> {
  const rowOfText = await keepSketches(tx, texts);
  const rows = texts.map(({ key, folded, shingles }) => {
    return [key, folded, shingles.length, rowOfText.get(key) ?? null];
  });
  const pairs = texts.flatMap(({ key, alike }) => alike.map((other) => [key, other]));
  await tx.drizzle.run(sql`
    insert or ignore into likenesses (one, other)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)})
    union all select value ->> 1, value ->> 0 from json_each(${JSON.stringify(pairs)})`);
  await tx.drizzle.run(sql`
    update texts set folded = row ->> 1, shingles = row ->> 2, sketch = row ->> 3
    from (select value as row from json_each(${JSON.stringify(rows)})) where texts.key = row ->> 0`);
  return null;
}

/** Stores the sketches of these texts, and tells in which row each stands. */
async function keepSketches(
  tx: WriteTx,
  texts: readonly Text[],
): Promise<ReadonlyMap<number, number>> {
  const byWidth = new Map<number, SketchEntry[]>();
  for (const { key, shingles } of texts) {
    if (leastShared(shingles.length, shingles.length) === null) continue;
    const sketch = { text: key, ...sketchOf(shingles) };
    const width = sketch.bits.length;
    byWidth.set(width, [...(byWidth.get(width) ?? []), sketch]);
  }
  const rowOfText = new Map<number, number>();
  for (const [width, sketches] of byWidth) {
    for (let row = sketches.splice(0, roomIn(width)); row.length > 0; ) {
      const inserted = await tx.drizzle.values<[number]>(
        sql`insert into sketches (width, entries) values (${width}, ${rowOf(row)}) returning key`,
      );
      for (const { text } of row) rowOfText.set(text, inserted[0]?.[0] ?? 0);
      row = sketches.splice(0, roomIn(width));
    }
  }
  return rowOfText;
}

/** How many sketches of this width stand in a row. */
function roomIn(width: number): number {
  let room = 1;
  while (hasRoom(room, width)) room += 1;
  return room;
}

async function noteCompared(tx: WriteTx): Promise<null> {
  await tx.drizzle.delete(meta).where(eq(meta.name, 'texts'));
  return null;
}
