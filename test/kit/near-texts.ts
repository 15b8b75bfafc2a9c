import { foldText } from '../../db/rules/quote-fold.ts';

/** The same numbers from 0 to below `n` for the same seed. */
export function numbersFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

type Numbers = (n: number) => number;

const syllables = [
  'ba',
  'cor',
  'den',
  'fil',
  'gra',
  'hov',
  'jun',
  'kel',
  'lom',
  'mir',
  'nas',
  'pol',
];
const thai = 'กขคงจชซดตถทนบปผพฟมยรลวสหอ';

/** A generator of texts of which many are nearly others. */
export class NearTexts {
  readonly #number: Numbers;

  constructor(seed: number) {
    this.#number = numbersFrom(seed);
  }

  /** So many texts: families of variants whose likeness is close to its bounds, and texts of their own. */
  take(count: number): string[] {
    const texts: string[] = ['A', 'a.', '…', '1', 'The same.', '“The same.”', 'word '.repeat(300)];
    texts.push('Word  '.repeat(60), '字'.repeat(400), `${'word '.repeat(300)}end`);
    while (texts.length < count) texts.push(...this.#family());
    return texts.slice(0, count);
  }

  #family(): string[] {
    const kind = this.#number(8);
    if (kind === 0) return this.#spaceless((length) => this.#characters(length, 0x4e00, 2500));
    if (kind === 1) return this.#spaceless((length) => this.#thai(length));
    if (kind === 2) return this.#short();
    return this.#articles();
  }

  #word(): string {
    return Array.from({ length: 1 + this.#number(3) }, () => syllables[this.#number(12)]).join('');
  }

  words(count: number): string[] {
    return Array.from({ length: count }, () => this.#word());
  }

  #articles(): string[] {
    const words = this.words(60 + this.#number(400));
    const text = inSentences(words);
    return [
      text,
      text,
      inSentences(words.slice(5 + this.#number(12))),
      `HARBOUR TOWN, ${this.#word()} 12 — ${text}`,
      typographic(text),
      text.toUpperCase(),
      this.#withoutParagraph(words),
      ...[0.01, 0.03, 0.035, 0.04, 0.045, 0.05, 0.08].map((share) => this.#edited(words, share)),
      ...[0.45, 0.49, 0.5, 0.51, 0.55, 0.8].map((share) =>
        inSentences(words.slice(0, Math.round((words.length - 4) * share) + 4)),
      ),
      inSentences([...words, ...this.words(Math.floor(words.length * 0.2))]),
      inSentences([...words, ...this.words(Math.floor(words.length * 0.9))]),
      inSentences([...words, ...this.words(Math.floor(words.length * 1.1))]),
      inSentences([...words, ...words]),
    ];
  }

  /** Texts of some 20 shingles. */
  #short(): string[] {
    const words = this.words(26);
    return [22, 23, 24, 25, 26].flatMap((length) => {
      const some = words.slice(0, length);
      return [inSentences(some), `${inSentences(some)}\n`, inSentences([...some, 'end'])];
    });
  }

  #spaceless(characters: (length: number) => string): string[] {
    const text = characters(30 + this.#number(200));
    const cut = Math.floor(text.length / 6);
    return [
      text,
      `${text.slice(0, 10)} ${text.slice(10)}`,
      text.slice(cut),
      text.slice(0, Math.floor(text.length / 2) + 2),
      `${text}${characters(cut)}`,
      `${text.slice(0, cut)}${characters(4)}${text.slice(cut + 4)}`,
    ];
  }

  #withoutParagraph(words: readonly string[]): string {
    const from = this.#number(words.length);
    const length = Math.floor(words.length * (0.1 + this.#number(15) / 100));
    return inSentences([...words.slice(0, from), ...words.slice(from + length)]);
  }

  #edited(words: readonly string[], share: number): string {
    return inSentences(words.map((word) => (this.#number(1000) < share * 1000 ? 'edited' : word)));
  }

  #characters(length: number, from: number, many: number): string {
    return Array.from({ length }, () => String.fromCodePoint(from + this.#number(many))).join('');
  }

  #thai(length: number): string {
    return Array.from({ length }, () => thai[this.#number(thai.length)] ?? '').join('');
  }
}

function inSentences(words: readonly string[]): string {
  return words
    .map((word, index) => (index % 12 === 11 ? `“${word}” - it's so.\n` : word))
    .join(' ');
}

function typographic(text: string): string {
  return text
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .replaceAll("'", '’')
    .replaceAll(' - ', ' — ')
    .replaceAll('fi', 'ﬁ')
    .replaceAll('\n', ' \n');
}

/** Likeness as the domain tells it, on the words themselves: nothing here is shared with the rule. */
export function likenessOf(texts: readonly string[]): (one: number, other: number) => boolean {
  const foldings = texts.map(plainFolding);
  const sets = foldings.map(shinglesIn);
  return (one, other) => {
    const [a, b] = [sets[one], sets[other]];
    if (a === undefined || b === undefined) return false;
    if (foldings[one] === foldings[other]) return true;
    const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
    if (smaller.size < 20 || smaller.size * 2 < larger.size) return false;
    const shared = [...smaller].filter((shingle) => larger.has(shingle)).length;
    return shared * 10 >= smaller.size * 8;
  };
}

function plainFolding(text: string): string {
  return foldText(text).letters.trimEnd();
}

function shinglesIn(folding: string): ReadonlySet<string> {
  const words: string[] = [];
  let word = '';
  for (const character of `${folding} `) {
    const isSpaceless = /[\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f\u3040-\u30ff\u4e00-\u9fff]/.test(
      character,
    );
    if (/\p{L}|\p{N}/u.test(character) && !isSpaceless) word += character;
    else {
      if (word !== '') words.push(word);
      word = '';
      if (isSpaceless && /\p{L}|\p{N}/u.test(character)) words.push(character);
    }
  }
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}
