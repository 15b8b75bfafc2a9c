import type { ActorKind } from './vocabulary.ts';

/** By what two actors are nearly one. */
export type ActorLikeness = 'NAME' | 'ALIAS' | 'SPELLING' | 'INITIALS';

/** What the rule looks at. */
export interface ActorCompared {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ActorKind;
  readonly wikidataId: string | null;
}

/** How alike two actors are, from 0 to 1, and by what. */
export interface ActorAlike {
  readonly by: ActorLikeness;
  readonly score: number;
}

const scores: Readonly<Record<ActorLikeness, number>> = {
  NAME: 1,
  ALIAS: 0.9,
  SPELLING: 0.8,
  INITIALS: 0.7,
};

/**
 * Whether two actors may be one by what they are called; null where nothing says so. Two Wikidata items are two, a person is
 * compared with persons but for equal names, and an unnamed source with unnamed ones. A person decides.
 */
export function actorsAlike(one: ActorCompared, other: ActorCompared): ActorAlike | null {
  if (one.wikidataId !== null && other.wikidataId !== null) return null;
  if ((one.kind === 'UNNAMED_SOURCE') !== (other.kind === 'UNNAMED_SOURCE')) return null;
  const by = likenessOf(one, other);
  if (by === null) return null;
  const isOfAKind = sortOf(one.kind) === sortOf(other.kind);
  if (!isOfAKind && by !== 'NAME' && by !== 'ALIAS') return null;
  return { by, score: isOfAKind ? scores[by] : scores[by] / 2 };
}

function likenessOf(one: ActorCompared, other: ActorCompared): ActorLikeness | null {
  const isPerson = one.kind === 'PERSON' && other.kind === 'PERSON';
  const [names, otherNames] = [namesOf(one, isPerson), namesOf(other, isPerson)];
  const isAny = (alike: (a: Words, b: Words) => boolean) =>
    names.some((a) => otherNames.some((b) => alike(a, b)));
  if (names[0] && otherNames[0] && isEqual(names[0], otherNames[0])) return 'NAME';
  if (isAny(isEqual)) return 'ALIAS';
  if (isAny(isMisspelt)) return 'SPELLING';
  if (isPerson) return isAny(isShortened) ? 'INITIALS' : null;
  return isAcronymOf(one, other) || isAcronymOf(other, one) ? 'INITIALS' : null;
}

type Words = readonly string[];

const namesOf = ({ name, aliases }: ActorCompared, isPerson: boolean): readonly Words[] =>
  [name, ...aliases].map((one) => bareWords(one, isPerson)).filter((words) => words.length > 0);

const titles = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady president prime minister chancellor secretary senator sen
  representative rep congressman congresswoman governor gov mayor ambassador general gen colonel col captain capt major
  admiral judge justice king queen prince princess pope father sheikh ayatollah`.split(/\s+/),
);

const legalForms = new Set(
  `inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag se kg sa sas spa srl bv nv ab as asa oy oyj
  aps pte pty`.split(/\s+/),
);

/** The words of a name, without the titles of a person or the legal form of a body. */
export function bareWords(name: string, isPerson: boolean): Words {
  const words = wordsOf(name);
  let [first, last] = [0, words.length];
  const isTitle = () => titles.has(words[first] ?? '');
  const isForm = () => legalForms.has(words[last - 1] ?? '');
  while (isPerson && last - first > 1 && isTitle()) first++;
  while (!isPerson && last - first > 1 && isForm()) last--;
  return words.slice(first, last);
}

const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The words of a name in small letters without accents, points or an article in front. */
function wordsOf(name: string): Words {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’.]/gu, '')
    .replaceAll('&', ' and ')
    .replace(/^\s*the\s+(?=\S)/u, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const isEqual = (one: Words, other: Words): boolean => one.join('') === other.join('');

const shortestMisspelt = 6;

/** Whether one long word is a letter apart, behind the first one. */
function isMisspelt(one: Words, other: Words): boolean {
  if (one.length !== other.length) return false;
  const apart = one.flatMap((word, index) => {
    const twin = other[index] ?? '';
    return word === twin ? [] : [[word, twin] as const];
  });
  const [pair, another] = apart;
  if (pair === undefined || another !== undefined) return false;
  const [a, b] = pair;
  const isLong = Math.min(a.length, b.length) >= shortestMisspelt;
  return isLong && a[0] === b[0] && !/\p{N}/u.test(a + b) && isOneEditApart(a, b);
}

/** Whether a letter was put in, left out or changed, or two were swapped. */
function isOneEditApart(a: string, b: string): boolean {
  if (a.length > b.length) return isOneEditApart(b, a);
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [rest, otherRest] = [a.slice(start), b.slice(start)];
  if (b.length - a.length === 1) return rest === otherRest.slice(1);
  if (a.length !== b.length) return false;
  const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0];
  return (
    rest.slice(1) === otherRest.slice(1) || (isSwapped && rest.slice(2) === otherRest.slice(2))
  );
}

const generations = /^(?:jr|sr|junior|senior|i{1,3}|iv|vi{0,3}|ix|x)$/u;

/** Whether one is the other with initials for first names, or without those in the middle. */
function isShortened(one: Words, other: Words): boolean {
  const last = one.at(-1) ?? '';
  if (Math.min(one.length, other.length) < 2 || last !== other.at(-1)) return false;
  if (generations.test(last) || !isSameFirst(one[0] ?? '', other[0] ?? '')) return false;
  const [middle, otherMiddle] = [one.slice(1, -1), other.slice(1, -1)];
  if (middle.length === 0 || otherMiddle.length === 0) return true;
  return (
    middle.length === otherMiddle.length &&
    middle.every((word, index) => isSameFirst(word, otherMiddle[index] ?? ''))
  );
}

const isSameFirst = (a: string, b: string): boolean =>
  a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);

const smallWords = new Set(
  'of the and for in on at to a an de des du di la le les et und der die'.split(' '),
);

/** Whether a word tells a name from others: not the likes of `of`. */
export const isTelling = (word: string): boolean => !smallWords.has(word);

/** Whether a name of the one is what the words of the other begin with: `FBI`. */
function isAcronymOf(one: ActorCompared, other: ActorCompared): boolean {
  const acronyms = new Set([other.name, ...other.aliases].flatMap((name) => [...acronymsOf(name)]));
  return [one.name, ...one.aliases].some(
    (name) => isAcronym(name) && acronyms.has(wordsOf(name).join('')),
  );
}

/** What the words of a name begin with, in small letters, with and without the likes of `of`; nothing for one word. */
export function acronymsOf(name: string): ReadonlySet<string> {
  const words = wordsOf(name);
  if (words.length < 2) return new Set();
  return new Set([initialsOf(words), initialsOf(words.filter(isTelling))]);
}

const initialsOf = (words: Words): string => words.map((word) => word[0] ?? '').join('');

/** Whether a name is two to six capital letters. */
export const isAcronym = (name: string): boolean => /^\p{Lu}{2,6}$/u.test(name.replaceAll('.', ''));

type Sort = 'PERSON' | 'GROUP' | 'BODY';

function sortOf(kind: ActorKind): Sort {
  if (kind === 'PERSON' || kind === 'GROUP') return kind;
  return 'BODY';
}
