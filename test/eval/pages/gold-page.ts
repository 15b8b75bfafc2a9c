import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseHTML } from 'linkedom';

/** A moment or a day, as ISO 8601; nothing where the page tells no certain date. */
export type GoldDate = string | undefined;

/** A web page as sites make them, and what is right of it. */
export interface GoldPage {
  readonly name: string;
  readonly html: string;
  /** What the page is, where it holds no article: `home`, `search`, … */
  readonly none: string | undefined;
  readonly title: string;
  /** What a reader sees of the article, in order: paragraphs, headings, list items, cells, lines of verse. In the forms that are right. */
  readonly paragraphs: readonly (readonly string[])[];
  /** What must not be taken for the article's text. */
  readonly chrome: readonly string[];
  readonly published: GoldDate;
  readonly modified: GoldDate;
  /** Not measured where they are undefined. */
  readonly byline: string | undefined;
  readonly language: string | undefined;
  readonly url: string | undefined;
  /** The agency whose copy it is, or `none`. */
  readonly creditedTo: string | undefined;
}

const halves = ['shown', 'kept'] as const;
type Half = (typeof halves)[number];

const folder = import.meta.dirname;

/** The pages of the halves that are wanted, or of both where none is named. README.md tells how they are written. */
export function goldPages(wanted: readonly string[] = []): GoldPage[] {
  const chosen = halves.filter((half) => wanted.length === 0 || wanted.includes(half));
  return chosen.flatMap((half) => {
    const path = join(folder, half);
    if (!existsSync(path)) return [];
    const files = readdirSync(path).filter((file) => file.endsWith('.page'));
    return files.sort().map((file) => goldPageIn(join(path, file), half));
  });
}

function goldPageIn(path: string, half: Half): GoldPage {
  const { fields, body } = partsOf(readFileSync(path, 'utf8'));
  const marked = filledIn(frameOf(fields.get('frame')), fields, body);
  const told = (name: string) => (fields.get(name) === 'none' ? undefined : fields.get(name));
  return {
    name: `${half}/${basename(path, '.page')}`,
    html: marked.replace(/[⟦⟧⟪⟫⟨⟩]/gu, ''),
    none: fields.get('none'),
    title: fields.get('title') ?? '',
    paragraphs: markedWith(/⟦(.*?)⟧/gsu, marked).map(formsOf),
    chrome: [...new Set(markedWith(/⟪(.*?)⟫/gsu, marked).map(textOf))],
    published: told('publishedAt') ?? told('publishedOn'),
    modified: told('modifiedAt') ?? told('modifiedOn'),
    byline: fields.get('byline'),
    language: fields.get('language'),
    url: fields.get('url'),
    creditedTo: fields.get('creditedTo'),
  };
}

function partsOf(file: string): { fields: Map<string, string>; body: string } {
  const end = file.indexOf('\n---\n');
  const fields = new Map(
    file
      .slice(0, end)
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
      }),
  );
  return { fields, body: file.slice(end + '\n---\n'.length) };
}

const frameOf = (name = 'none'): string =>
  name === 'none' ? '%BODY%' : readFileSync(join(folder, 'frames', `${name}.frame`), 'utf8');

/** `%name%` in a frame is what the page says of it: capitals are HTML, small letters are plain words. */
function filledIn(frame: string, fields: ReadonlyMap<string, string>, body: string): string {
  return frame.replace(/%([A-Za-z]+)%/g, (_, name: string) => {
    if (name === 'BODY') return body;
    const value = fields.get(name) ?? (name === 'JSONLD' ? '{}' : '');
    return name === 'title' ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : value;
  });
}

const markedWith = (marks: RegExp, html: string): string[] =>
  [...html.matchAll(marks)].map(([, within = '']) => within);

/** ⟨ ⟩ surround what may be left out, as the mark of a footnote. */
function formsOf(html: string): string[] {
  const seen = html.replace(/⟪.*?⟫/gsu, '');
  const whole = textOf(seen.replace(/[⟨⟩]/gu, ''));
  const bare = textOf(seen.replace(/⟨.*?⟩/gsu, ''));
  return whole === bare ? [whole] : [whole, bare];
}

function textOf(html: string): string {
  const words = html.replace(/<br\b[^>]*>/giu, ' ').replace(/<[^<>]*>/gu, '');
  const { document } = parseHTML(`<html><body><p>${words}</p></body></html>`);
  return folded(document.querySelector('p')?.textContent ?? '');
}

/** Spaces of all kinds and line ends are one space each; what has no width is not there. */
export function folded(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
