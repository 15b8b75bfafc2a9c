import {
  actorsBySlug,
  actorsInOrder,
  affiliationsOf,
  articlesBySlug,
  articlesInOrder,
  claimsInOrder,
  firstSource,
  firstSuperseding,
  lastMoment,
  linksFrom,
  mergesOf,
} from '../queries/export.ts';
import { recordedStance, stancesInOrder } from '../queries/export-stance.ts';
import type { Reader } from '../read/read.ts';
import {
  actorLine,
  actorMergeLine,
  affiliationLine,
  articleLine,
  claimLine,
  claimLinkLine,
  compare,
  stanceLine,
  written,
} from './content.ts';
import { firstShownBy } from './first-shown-by.ts';
import { type Line, recordFormat } from './lines.ts';
import { olderFirst } from './older-first.ts';

/** Where an export goes on. `asOf` keeps out what was recorded after it began. */
export interface ExportPosition {
  readonly asOf: number;
  readonly section: number;
  /** The slug whose lines were all told. */
  readonly after: string;
  /** How many lines of the next slug were told, too. */
  readonly skip: number;
}

/** Some lines of an export, and where the next ones begin; null behind the last. */
export interface ExportPage {
  readonly lines: readonly string[];
  readonly next: ExportPosition | null;
}

/** The lines that stand at one slug. */
interface Group {
  readonly slug: string;
  readonly lines: readonly string[];
}

/** The groups of one type behind a slug, in order. */
type Section = (reader: Reader, after: string, asOf: number) => AsyncIterable<Group>;

const pageSize = 100;

/** Everything on record as lines of the format: content and no clocks, the same for the same content. */
export async function* exportLines(reader: Reader): AsyncGenerator<string, void> {
  let position: ExportPosition | null = null;
  do {
    const page: ExportPage = await exportPage(reader, position, 1000);
    yield* page.lines;
    position = page.next;
  } while (position !== null);
}

/** At most `first` lines, from the position or, without one, from the beginning. */
export async function exportPage(
  reader: Reader,
  from: ExportPosition | null,
  first: number,
): Promise<ExportPage> {
  const position = from ?? (await beginning(reader));
  const lines: string[] = [];
  let { after, skip } = position;
  for (const [index, section] of sections.entries()) {
    if (index < position.section) continue;
    for await (const group of section(reader, after, position.asOf)) {
      const rest = group.lines.slice(skip);
      const room = first - lines.length;
      if (rest.length > room) {
        lines.push(...rest.slice(0, room));
        return { lines, next: { asOf: position.asOf, section: index, after, skip: skip + room } };
      }
      lines.push(...rest);
      [after, skip] = [group.slug, 0];
    }
    [after, skip] = ['', 0];
  }
  return { lines, next: null };
}

/** The position as an opaque text. */
export function exportCursor({ asOf, section, after, skip }: ExportPosition): string {
  return Buffer.from(JSON.stringify([1, asOf, section, after, skip])).toString('base64url');
}

/** The position that a cursor stands for; null where it is none of ours. */
export function exportPosition(cursor: string): ExportPosition | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 5) return null;
    const [version, asOf, section, after, skip]: unknown[] = value;
    const isOurs = version === 1 && isCount(asOf) && isCount(section) && isCount(skip);
    return isOurs && typeof after === 'string' ? { asOf, section, after, skip } : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

async function beginning(reader: Reader): Promise<ExportPosition> {
  const [last] = await reader.read(lastMoment);
  return { asOf: last?.at ?? 0, section: 0, after: '', skip: 0 };
}

const header: Section = async function* () {
  yield { slug: '', lines: [written({ type: 'record', format: recordFormat })] };
};

const actorsSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(actorsInOrder, from(asOf)))) {
    const told = await olderFirst(page, {
      older: ({ grantedBy }) => grantedBy,
      load: (names) => reader.read(actorsBySlug, { names }),
      firstNewer: (keys) => reader.read(firstSource, { keys }),
    });
    for (const { slug, rows } of told) {
      yield { slug, lines: rows.map((row) => written(actorLine(row))) };
    }
  }
};

const affiliationsSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(actorsInOrder, from(asOf)))) {
    const rows = await reader.read(affiliationsOf, { names: slugsOf(page) });
    yield* grouped(rows.filter(before(asOf)), ({ actor }) => actor, affiliationLine);
  }
};

const articlesSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(articlesInOrder, from(asOf)))) {
    const told = await olderFirst(page, {
      older: ({ supersedes }) => supersedes,
      load: (names) => reader.read(articlesBySlug, { names }),
      firstNewer: (keys) => reader.read(firstSuperseding, { keys }),
    });
    for (const { slug, rows } of told) {
      yield { slug, lines: rows.map((row) => written(articleLine(row))) };
    }
  }
};

const claimsSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(claimsInOrder, from(asOf)))) {
    for (const row of page) yield { slug: row.slug, lines: [written(claimLine(row))] };
  }
};

const claimLinksSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(claimsInOrder, from(asOf)))) {
    const rows = await reader.read(linksFrom, { names: slugsOf(page) });
    yield* grouped(rows.filter(before(asOf)), ({ from }) => from, claimLinkLine);
  }
};

const actorMergesSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(actorsInOrder, from(asOf)))) {
    const rows = await reader.read(mergesOf, { names: slugsOf(page) });
    yield* grouped(rows.filter(before(asOf)), ({ from }) => from, actorMergeLine);
  }
};

const stancesSection: Section = async function* (reader, after, asOf) {
  for await (const page of pages(after, (from) => reader.read(stancesInOrder, from(asOf)))) {
    const pieces = page.flatMap((row) => recordedStance(row).evidence);
    const shown = await firstShownBy(reader, pieces, { hasTexts: true, asOf });
    for (const row of page) yield { slug: row.slug, lines: [written(stanceLine(row, shown))] };
  }
};

const sections: readonly Section[] = [
  header,
  actorsSection,
  affiliationsSection,
  articlesSection,
  claimsSection,
  claimLinksSection,
  actorMergesSection,
  stancesSection,
];

interface PageArgs {
  readonly after: string;
  readonly asOf: number;
  readonly limit: number;
  readonly [name: string]: string | number;
}

async function* pages<Row extends { readonly slug: string }>(
  after: string,
  read: (from: (asOf: number) => PageArgs) => readonly Row[] | Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[], void> {
  let last: string | undefined = after;
  while (last !== undefined) {
    const start: string = last;
    const page = await read((asOf) => ({ after: start, asOf, limit: pageSize }));
    if (page.length > 0) yield page;
    last = page.length < pageSize ? undefined : page.at(-1)?.slug;
  }
}

function slugsOf(rows: readonly { readonly slug: string }[]): string {
  return JSON.stringify(rows.map(({ slug }) => slug));
}

function before(asOf: number): (row: { readonly recordedAt: number }) => boolean {
  return ({ recordedAt }) => recordedAt <= asOf;
}

/** The lines of each slug: what is revoked first, then by content, equal ones once. */
function* grouped<Row extends object>(
  rows: readonly Row[],
  slugOf: (row: Row) => string,
  lineOf: (row: Row) => Line,
): Generator<Group, void> {
  const bySlug = new Map<string, { readonly rank: number; readonly text: string }[]>();
  for (const row of rows) {
    const isRevoked = 'isRevoked' in row && row.isRevoked === 1;
    const told = { rank: isRevoked ? 0 : 1, text: written(lineOf(row)) };
    const others = bySlug.get(slugOf(row));
    if (others === undefined) bySlug.set(slugOf(row), [told]);
    else others.push(told);
  }
  for (const [slug, told] of [...bySlug].sort(([a], [b]) => compare(a, b))) {
    told.sort((a, b) => a.rank - b.rank || compare(a.text, b.text));
    yield { slug, lines: [...new Set(told.map(({ text }) => text))] };
  }
}
