import { parseHTML } from 'linkedom';

/** What structured data says of one thing: its values by their names. */
export type Thing = object;

/** What a value holds under a name; undefined where it holds nothing. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** What something holds that stands for itself as well: what it is about, or a list of things. */
export function mainThings(value: unknown): readonly unknown[] {
  return ['@graph', 'mainEntity', 'blogPost'].map((key) => member(value, key));
}

/** Things that are told once, and named elsewhere by their `@id`. */
export type Things = ReadonlyMap<unknown, Thing>;

/** The words of a value, where it has some. */
export function wordsOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  const told = typeof first === 'object' ? member(first, '@value') : first;
  return typeof told === 'string' ? plainWords(told.slice(0, longestValue)) : undefined;
}

// Longer than what the record keeps of any of them.
const longestValue = 30_000;

/** The names of those whom a value tells of, each once: addresses are none. */
export function namesOf(value: unknown, things: Things): readonly string[] {
  const names = new Map<string, string>();
  for (const one of [value].flat().slice(0, mostNames)) {
    const thing = things.get(member(one, '@id')) ?? one;
    const name = wordsOf(thing) ?? wordsOf(member(thing, 'name'));
    if (name === undefined || isNoName(name)) continue;
    names.set(name.toLowerCase(), names.get(name.toLowerCase()) ?? name);
  }
  return [...names.values()];
}

const mostNames = 100;

/** Whether it is an address, or what programs print for nobody. */
export function isNoName(words: string): boolean {
  return /^(?:https?:|mailto:|www\.|\S+@\S+$|@|#|\/)|^(?:null|undefined|none|n\/a|\[object object\])$/iu.test(
    words,
  );
}

/** The paragraphs of a value; none where it has no words. */
export function paragraphsOf(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  const lines = value.replace(/<(?:br|\/?(?:p|div|li|ul|ol|h[1-6]|blockquote))\b[^<>]*>/giu, '\n');
  return unmarked(lines)
    .split(/\n+/u)
    .flatMap((line) => tidied(line) ?? []);
}

/** Values hold no HTML, and are often written as if they did. What cannot be kept, such as control characters, is a space. */
export function plainWords(value: string): string | undefined {
  return tidied(unmarked(value));
}

function unmarked(value: string): string {
  const decoded = new Map<string, string>();
  return value
    .replace(/<\/?[a-z][^<>]*>|<!--|-->/giu, '')
    .replace(/&#?\w{2,32};?/gu, (reference) => {
      const known = decoded.get(reference);
      if (known !== undefined || decoded.size >= mostReferences) return known ?? reference;
      const { body } = parseHTML(`<html><body>${reference}</body></html>`).document;
      const text = body.textContent ?? '';
      decoded.set(reference, text);
      return text;
    });
}

// Each one costs, and no page has so many different ones.
const mostReferences = 1000;

function tidied(text: string): string | undefined {
  const words = text
    .replaceAll('\u00ad', '')
    .replace(/[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
  return /[^\s\p{Cf}]/u.test(words) ? words : undefined;
}
