import { actorsInOrder, articlesInOrder, claimsInOrder, lastMoment } from '../queries/export.ts';
import { affiliationsInOrder, linksInOrder, mergesInOrder } from '../queries/export-relation.ts';
import { stancesInOrder } from '../queries/export-stance.ts';
import type { Reader, Statement } from '../read/read.ts';
import {
  actorLine,
  actorMergeLine,
  affiliationLine,
  articleLine,
  type Contents,
  claimLine,
  claimLinkLine,
  stanceLine,
  written,
} from './content.ts';
import { type Line, recordFormat } from './lines.ts';

/** Where an export goes on. `asOf` keeps out what was recorded after it began. */
export interface ExportPosition {
  readonly asOf: number;
  readonly section: number;
  /** The key of the row that was told last; 0 before the first. */
  readonly after: number;
}

/** What an export leaves out; without quotes it is without texts, too. */
export interface ExportChoices {
  readonly withoutTexts?: boolean | null | undefined;
  readonly withoutQuotes?: boolean | null | undefined;
}

/** Some lines of an export, and where the next ones begin; null behind the last. */
export interface ExportPage {
  readonly lines: readonly string[];
  readonly next: ExportPosition | null;
}

/** A line, and the key of its row. */
interface ToldRow {
  readonly key: number;
  readonly line: string;
}

/** What is asked of a section. */
interface SectionArgs {
  readonly after: number;
  readonly asOf: number;
  readonly limit: number;
  readonly [name: string]: number;
}

/** The lines of one type behind a key, in the order of recording. */
type Section = (
  reader: Reader,
  args: SectionArgs,
  contents: Contents,
) => Promise<readonly ToldRow[]>;

const pageSize = 100;

/** Everything on record as lines of the format: content and no clocks, the same for the same content. */
export async function* exportLines(
  reader: Reader,
  choices: ExportChoices = {},
): AsyncGenerator<string, void> {
  let position: ExportPosition | null = null;
  do {
    const page: ExportPage = await exportPage(reader, position, { ...choices, first: 1000 });
    yield* page.lines;
    position = page.next;
  } while (position !== null);
}

/** At most `first` lines, from the position or, without one, from the beginning. */
export async function exportPage(
  reader: Reader,
  from: ExportPosition | null,
  { first, withoutTexts, withoutQuotes }: ExportChoices & { readonly first: number },
): Promise<ExportPage> {
  const quotes = !withoutQuotes;
  const contents = { texts: quotes && !withoutTexts, quotes };
  const position = from ?? (await beginning(reader));
  const { asOf } = position;
  const lines: string[] = [];
  let { after } = position;
  for (const [index, section] of sections.entries()) {
    if (index < position.section) continue;
    for (let isMore = true; isMore; ) {
      const room = first - lines.length;
      const limit = Math.min(pageSize, room + 1);
      const page = await section(reader, { after, asOf, limit }, contents);
      const told = page.slice(0, room);
      lines.push(...told.map(({ line }) => line));
      after = told.at(-1)?.key ?? after;
      if (page.length > room) return { lines, next: { asOf, section: index, after } };
      isMore = page.length === limit;
    }
    after = 0;
  }
  return { lines, next: null };
}

/** The position as an opaque text. */
export function exportCursor({ asOf, section, after }: ExportPosition): string {
  return Buffer.from(JSON.stringify([cursorVersion, asOf, section, after])).toString('base64url');
}

/** The position that a cursor stands for; null where it is none of ours. */
export function exportPosition(cursor: string): ExportPosition | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 4) return null;
    const [version, asOf, section, after]: unknown[] = value;
    const isOurs = version === cursorVersion && isCount(asOf) && isCount(section);
    return isOurs && isCount(after) ? { asOf, section, after } : null;
  } catch {
    return null;
  }
}

const cursorVersion = 2;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

async function beginning(reader: Reader): Promise<ExportPosition> {
  const [last] = await reader.read(lastMoment);
  return { asOf: last?.at ?? 0, section: 0, after: 0 };
}

const header: Section = async (_reader, { after }) =>
  after === 0 ? [{ key: 1, line: written({ type: 'record', format: recordFormat }) }] : [];

function section<Row extends { readonly key: number }>(
  inOrder: Statement<Row>,
  lineOf: (row: Row, contents: Contents) => Line,
): Section {
  return async (reader, args, contents) => {
    const rows = await reader.read(inOrder, args);
    return rows.map((row) => ({ key: row.key, line: written(lineOf(row, contents)) }));
  };
}

const sections: readonly Section[] = [
  header,
  section(actorsInOrder, actorLine),
  section(affiliationsInOrder, affiliationLine),
  section(articlesInOrder, articleLine),
  section(claimsInOrder, claimLine),
  section(linksInOrder, claimLinkLine),
  section(mergesInOrder, actorMergeLine),
  section(stancesInOrder, stanceLine),
];
