import { longestWords, shortened } from './shortened.ts';
import { isNoName } from './thing.ts';

/** What a page tells under a name, most trusted first, and what the record keeps of such a value. */
interface Told<Value> {
  readonly key: string;
  readonly told: readonly string[];
  /** Undefined where it cannot be kept. */
  readonly read: (told: string) => Value | undefined;
}

/** The first that can be kept. Where none can, `notes` get the first with the reason. */
export function firstUsable<Value>(
  { key, told, read }: Told<Value>,
  notes: string[],
): Value | undefined {
  for (const one of told) {
    const value = read(one);
    if (value !== undefined) return value;
  }
  const [first] = told;
  if (first !== undefined) notes.push(`${key}: ${shortly(first)} was left out: ${reasons[key]}`);
  return undefined;
}

const reasons: Readonly<Record<string, string>> = {
  language: 'it names no language.',
  url: 'it is no web address of one article.',
  published: 'it is no certain moment or day.',
  modified: 'it is no certain moment or day.',
};

/** The words as far as a title or a list of authors goes, to the end of a word; `notes` get what was cut. */
export function cutShort(
  key: 'title' | 'byline',
  words: string | undefined,
  notes: string[],
): string | undefined {
  const cut = words && shortened(words);
  if (cut !== words)
    notes.push(`${key}: it was cut, since ${longestWords} characters of it are kept.`);
  return cut;
}

const longestShown = 80;

function shortly(words: string): string {
  return `“${shortened(words, longestShown)}”`;
}

/** The first of several lists of authors that names somebody, each once. */
export function bylineIn(lists: readonly (readonly string[])[]): string | undefined {
  for (const list of lists) {
    const names = new Map(
      list.filter((name) => !isNoName(name)).map((name) => [name.toLowerCase(), name]),
    );
    if (names.size > 0) return [...names.values()].join(', ');
  }
  return undefined;
}

/** The first that may be the name of an outlet. */
export function nameIn(told: readonly string[]): string | undefined {
  return told.find((name) => name.length <= longestName && !isNoName(name));
}

const longestName = 200;

/** What is known of it: without the keys that hold nothing. */
export function given<T extends object>(told: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  // What is left has no undefined.
  return Object.fromEntries(known) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
