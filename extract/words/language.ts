/**
 * Words that any English is full of, and no other language we know of: not `in`, `was` or `a`, which others have, too.
 * Of the words without a capital of an English article a sixth to a half are among them, of one in another of 500
 * languages a sixteenth at most.
 */
const wordsOfEnglish: ReadonlySet<string> = new Set(
  `the of and to that is for with by it from they have has had are said this but not who which will were their its been
  would after we about you when there than out what if could into some people other your does how why only because
  before against during while where should she his our these those them`.split(/\s+/u),
);

/** As in `don’t`, `let’s` and `we’re`. */
const shortened = /.[’'](?:s|t|re|ve|ll)$/u;

/** A third of such an article may be English alone: the rest is what it quotes. */
const shareOfEnglish = 0.1;
const fewestOfEnglish = 4;

/** So many words without that share of English are not English, whatever they are. */
const enoughWords = 40;
const fewestWords = 5;

/** What a name is told by; a longer text says no more. */
const sampleLength = 3_000;

/** What is read. */
export function isEnglish(language: string): boolean {
  return primary(language) === 'en';
}

/** What can be done with a text that is not read. */
export const recordOnlyHint =
  'Record-only (--record-only, recordOnly) keeps the article without reading it.';

/** Why a text in this language is not read. */
export function notReadBecause(language: string): string {
  return `This text is ${named(language)}: only English is read. ${recordOnlyHint}`;
}

/** What is told to whoever declared another language than the text is in. */
export function notAsDeclared(language: string, declared: string): string {
  return `It is declared as ${named(declared)}, and its text is ${named(language)}.`;
}

/**
 * The language of a text, as a tag: `en`, `pt-BR`, `und` where it is none that is known here. What is declared is
 * believed unless the text shows plainly that it is another; where neither says, it is English.
 */
export async function languageOf(text: string, declared?: string | null): Promise<string> {
  const told = declared && !tellsNothing(declared) ? declared : undefined;
  const found = await languageShown(text);
  if (found === undefined) return told ?? 'en';
  if (told === undefined || isEnglish(found) !== isEnglish(told)) return found;
  return isEnglish(found) || (await isLikelier(told, found)) ? told : found;
}

/** Tags for what is not known, mixed, or no language. */
function tellsNothing(tag: string): boolean {
  return /^(?:und|mul|mis|zxx)(?:-|$)/iu.test(tag);
}

/** What a text shows by itself; undefined where that is not plain. */
async function languageShown(text: string): Promise<string | undefined> {
  const words = wordsIn(text);
  const ofEnglish = words.filter((one) => wordsOfEnglish.has(one) || shortened.test(one)).length;
  const hasEnglish = ofEnglish >= shareOfEnglish * words.length;
  if (hasEnglish && ofEnglish >= fewestOfEnglish) return 'en';
  if (words.length < fewestWords) return undefined;
  const isLatin = words.filter((one) => latin.test(one)).length > words.length / 2;
  if (!isLatin || words.length >= enoughWords) return nameFor(text);
  const name = await nameInHalves(words);
  return name !== undefined && isEnglish(name) === hasEnglish ? name : undefined;
}

/** Two letters of Chinese or Japanese are about a word, and five of what is written without spaces and has vowels. */
const word =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{1,2}|[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]{1,5}|[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu;

const latin = /^\p{sc=Latn}/u;

/** Without names and what else has a capital, unless all has, and without addresses: a list of them is no language. */
function wordsIn(text: string): readonly string[] {
  const all = text.replace(/(?:https?:|www\.|[@#])\S+/gu, ' ').match(word) ?? [];
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const smallLetters = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > 4 * smallLetters
    ? all.map((one) => one.toLowerCase())
    : all.filter((one) => !/^\p{Lu}/u.test(one));
}

// It takes 0.2 s and 38 MB to load, and few texts need it: most are plainly English.
const detector = () => import('tinyld');

/**
 * The name of a language that is not English by its words, where one is more likely than all others together; `und` where
 * none is, undefined where that is English.
 */
async function nameFor(text: string): Promise<string | undefined> {
  const { detectAll } = await detector();
  const [first] = detectAll(text.slice(0, sampleLength));
  if (first !== undefined && first.accuracy > 0.6) {
    return isEnglish(first.lang) ? undefined : first.lang;
  }
  return scripts.find(([, letters]) => letters.test(text))?.[0] ?? 'und';
}

/** The name of a short text's language, where either half of it says the same. */
async function nameInHalves(words: readonly string[]): Promise<string | undefined> {
  const { detect, detectAll } = await detector();
  const [first] = detectAll(words.join(' '));
  if (first === undefined || first.accuracy < 0.5) return undefined;
  const middle = Math.ceil(words.length / 2);
  const halves = [words.slice(0, middle), words.slice(middle)];
  return halves.every((half) => detect(half.join(' ')) === first.lang) ? first.lang : undefined;
}

/** Scripts that one language of many readers has to itself, and the detector does not know. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['bo', /\p{sc=Tibt}{3}/u],
  ['dv', /\p{sc=Thaa}{3}/u],
  ['ka', /\p{sc=Geor}{3}/u],
  ['lo', /\p{sc=Laoo}{3}/u],
  ['ml', /\p{sc=Mlym}{3}/u],
  ['or', /\p{sc=Orya}{3}/u],
  ['pa', /\p{sc=Guru}{3}/u],
  ['si', /\p{sc=Sinh}{3}/u],
];

/** Whether what is declared is likelier than what was found: a language that the detector does not know, like one that it does. */
async function isLikelier(declared: string, found: string): Promise<boolean> {
  const { supportedLanguages, toISO2 } = await detector();
  const language = primary(declared);
  return (
    found === 'und' ||
    language === found ||
    !supportedLanguages.some((one) => toISO2(one) === language)
  );
}

const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language for a person, without its region: `German (de)`. */
function named(tag: string): string {
  const language = primary(tag);
  if (tellsNothing(language)) return 'not English';
  return /^[a-z]{2,3}$/u.test(language) ? `${names.of(language)} (${language})` : tag;
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
}
