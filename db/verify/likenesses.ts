import { setImmediate as nextTurn } from 'node:timers/promises';
import { alikeAmong } from '../queries/alike-among.ts';
import {
  articlesMistexted,
  likenessesOf,
  sketchCounts,
  sketchRows,
  textsToVerify,
} from '../queries/likeness.ts';
import type { Reader, Statement } from '../read/read.ts';
import { fingerprintOf, foldedHash, leastShared } from '../rules/likeness.ts';
import { entriesIn, mostShared, type Sketch, type SketchEntry, sketchOf } from '../rules/sketch.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
type Text = RowOf<typeof textsToVerify>;

/** The texts that were looked at, by what others are compared with them. */
interface Seen {
  readonly held: Set<number>;
  readonly sketches: Map<number, Sketch>;
  readonly byFolding: Map<string, number[]>;
}

/** Every article against its text, what is stored of each text against its words, and every pair of texts. */
export async function verifyLikenesses(reader: Reader, report: Report): Promise<void> {
  for (const { id } of await reader.read(articlesMistexted, { limit: 1000 })) {
    report.fault('article', id, 'it stands with the text of another hash');
  }
  const [counts] = await reader.read(sketchCounts);
  if (counts !== undefined && counts.entries !== counts.texts) {
    report.fault('database', 'sketches', `${counts.entries} stand for ${counts.texts} texts`);
  }
  const seen: Seen = { held: new Set(), sketches: new Map(), byFolding: new Map() };
  for await (const page of pages(reader, textsToVerify, 50)) {
    const stored = await storedSketches(reader, page);
    const pairs = await reader.read(likenessesOf, { texts: keysOf(page) });
    for (const text of page) {
      report.checked.texts += 1;
      const own = pairs.filter(({ one }) => one === text.key);
      const isOneWay = own.some(({ isMutual }) => isMutual === 0);
      if (isOneWay) tell(report, text, 'its text is alike to one that is not alike to it');
      const before = new Set(own.map(({ other }) => other).filter((other) => other < text.key));
      await verifyText(text, { reader, report, seen, stored: stored.get(text.key), alike: before });
      await nextTurn();
    }
  }
}

interface Comparison {
  readonly reader: Reader;
  readonly report: Report;
  readonly seen: Seen;
  readonly stored: Sketch | undefined;
  /** The texts looked at before that it is stored as alike to. */
  readonly alike: ReadonlySet<number>;
}

async function verifyText(text: Text, { reader, report, seen, stored, alike }: Comparison) {
  const { key, words, folded, shingles } = text;
  if (words === null) {
    const isForgotten = folded === null && shingles === null && text.sketch === null;
    if (!isForgotten) tell(report, text, 'something of its words is left, which no article holds');
    return;
  }
  const fingerprint = fingerprintOf(words);
  const hash = foldedHash(fingerprint);
  const isLong = leastShared(fingerprint.shingles.length, fingerprint.shingles.length) !== null;
  const sketch = isLong ? sketchOf(fingerprint.shingles) : undefined;
  const isSame = folded === hash && shingles === fingerprint.shingles.length;
  if (!isSame || String(stored?.bits) !== String(sketch?.bits)) {
    tell(report, text, 'what is stored of its text is not that of its words');
  }
  const found = await alikeAmong(reader, nearTo(hash, sketch, seen), fingerprint);
  const missed = [...found].filter((one) => !alike.has(one));
  const wrong = [...alike].filter((one) => seen.held.has(one) && !found.has(one));
  if (missed.length > 0) tell(report, text, `it is alike to ${missed.length} more than is stored`);
  if (wrong.length > 0) tell(report, text, `it is not alike to ${wrong.length} that are stored`);
  seen.held.add(key);
  if (sketch !== undefined) seen.sketches.set(key, sketch);
  seen.byFolding.set(hash, [...(seen.byFolding.get(hash) ?? []), key]);
}

/** The texts seen before that may be alike to one, and all that are. */
function nearTo(hash: string, own: Sketch | undefined, seen: Seen): readonly number[] {
  const near = new Set(seen.byFolding.get(hash));
  if (own !== undefined) {
    for (const [text, sketch] of seen.sketches) {
      const least = leastShared(own.shingles, sketch.shingles);
      if (least !== null && mostShared(own, sketch) >= least) near.add(text);
    }
  }
  return [...near];
}

/** The sketches that are stored of these texts. */
async function storedSketches(
  reader: Reader,
  page: readonly Text[],
): Promise<ReadonlyMap<number, SketchEntry>> {
  const keys = [...new Set(page.flatMap(({ sketch }) => sketch ?? []))];
  const rows = await reader.read(sketchRows, { sketches: JSON.stringify(keys) });
  const entries = rows.flatMap(({ entries, width }) => {
    const bytes = Uint8Array.from(Buffer.from(entries, 'hex'));
    return entriesIn({ entries: bytes.buffer, width });
  });
  return new Map(entries.map((entry) => [entry.text, entry]));
}

function keysOf(page: readonly Text[]): string {
  return JSON.stringify(page.map(({ key }) => key));
}

function tell(report: Report, { key, article }: Text, what: string): void {
  if (article === null) report.fault('database', `text ${key}`, what);
  else report.fault('article', article, what);
}
