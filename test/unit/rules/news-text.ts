/** Numbers that follow from a seed: the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Chooses and counts by a seed. */
export class Dice {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = numbersFrom(seed * 7919 + 13);
    for (let round = 0; round < 8; round += 1) this.next();
  }

  upTo(most: number): number {
    return Math.floor(this.next() * most);
  }

  of<T>(list: readonly T[]): T {
    const chosen = list[this.upTo(list.length)];
    if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
    return chosen;
  }
}

const who = [
  'The mayor',
  'A spokesperson',
  'The minister',
  'The ferry company',
  'Judge Adler',
  'Ms. O’Hara',
];
const did = ['approved', 'postponed', 'rejected', 'criticised', 'signed', 'reviewed'];
const what = [
  'the harbour plan',
  'a contract',
  'the new budget',
  'the ceasefire offer',
  'the merger',
];
const when = ['on Monday', 'late on Tuesday', 'this week', 'in March 2024', 'before the vote'];
const said = [
  'We will not give up',
  'It was never discussed',
  'This is a fair deal',
  'Nobody was hurt',
];

const sentences: readonly ((dice: Dice) => string)[] = [
  (dice) => `${dice.of(who)} ${dice.of(did)} ${dice.of(what)} ${dice.of(when)}.`,
  (dice) =>
    `“${dice.of(said)}, and we don’t regret it,” ${dice.of(who).toLowerCase()} said ${dice.of(when)}.`,
  (dice) =>
    `About ${10 + dice.upTo(90)} people were not evacuated, and ${2 + dice.upTo(8)} were treated.`,
  (dice) =>
    `The cost rose by ${dice.upTo(30)}.${dice.upTo(10)} percent to $${1 + dice.upTo(9)},${100 + dice.upTo(899)} — more than planned.`,
  (dice) =>
    `According to ${dice.of(who).toLowerCase()}, ${dice.of(what)} does not apply to long-term residents.`,
];

const kinds: readonly ((dice: Dice, body: readonly string[]) => string)[] = [
  // A report in paragraphs
  (dice, body) =>
    [`${dice.of(who)} and ${dice.of(what)}`, ...inParagraphs(dice, body)].join('\n\n'),
  // A wire brief
  (dice, body) => `HARBOUR CITY, Nov ${1 + dice.upTo(28)} (Wire) - ${body.join(' ')}\n`,
  // A live blog
  (dice, body) => body.map((one) => `${8 + dice.upTo(10)}:${10 + dice.upTo(49)} ${one}`).join('\n'),
  // An interview
  (dice, body) => body.map((one) => `Q: Is it true?\nA: ${one} ${dice.of(said)}.`).join('\n\n'),
];

/** A news text of some kind, made from a seed. */
export function newsText(dice: Dice): string {
  const body = Array.from({ length: 5 + dice.upTo(8) }, () => dice.of(sentences)(dice));
  return dice.of(kinds)(dice, body);
}

function inParagraphs(dice: Dice, body: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let rest = [...body];
  while (rest.length > 0) {
    const size = 1 + dice.upTo(3);
    paragraphs.push(rest.slice(0, size).join(' '));
    rest = rest.slice(size);
  }
  return paragraphs;
}

/** A text that was edited, with words that went or came. */
interface PlantedEdit {
  readonly text: string;
  readonly gone?: string;
  readonly come?: string;
}

type Edit = (text: string, dice: Dice) => PlantedEdit | null;

/** One of the places where the words stand, replaced. */
function replaced(
  text: string,
  [pattern, dice]: readonly [pattern: RegExp, dice: Dice],
  by: (found: string) => string,
) {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const { 0: words, index } = dice.of(found);
  return { words, text: text.slice(0, index) + by(words) + text.slice(index + words.length) };
}

export const edits: Readonly<Record<string, Edit>> = {
  word: (text, dice) => {
    const done = replaced(
      text,
      [/approved|postponed|rejected|criticised|signed|treated|fair/g, dice],
      () => 'praised',
    );
    return done && { text: done.text, gone: done.words, come: 'praised' };
  },
  number: (text, dice) => {
    const done = replaced(text, [/(?<=About |by |and )\d+/g, dice], (found) => `${found}7`);
    return done && { text: done.text, gone: done.words, come: `${done.words}7` };
  },
  negation: (text, dice) => {
    const done = replaced(text, [/ (?:not|never)(?= )/g, dice], () => '');
    return done && { text: done.text, gone: done.words.trim() };
  },
  sentence: (text, dice) => {
    const done = replaced(
      text,
      [/(?<=^|[.”] |[.”]\n\n)(?:About|According|The cost)[^.]+(?:\.\d[^.]+)?\. ?/gm, dice],
      () => '',
    );
    return done && { text: done.text, gone: done.words.trim() };
  },
  quote: (text, dice) => {
    const done = replaced(text, [/, and we don’t regret it/g, dice], () => '');
    return done && { text: done.text, gone: 'regret' };
  },
};

const around = [
  'Subscribe to our newsletter for more.',
  'Read more: How the harbour was built',
  'Share this article',
  'This website uses cookies. Accept all cookies',
  '© 2026 Harbour Gazette. All rights reserved.',
  'Updated at 14:05 on Tuesday',
  'Last updated: 10 November 2026, 18:22 GMT',
  'Advertisement',
  'Follow us on social media',
  'Sign up for the morning briefing',
  'Related articles',
  '5 min read',
];

export const cosmetics: Readonly<Record<string, (text: string, dice: Dice) => string>> = {
  spaces: (text, dice) => text.replace(/ /g, () => dice.of([' ', '  ', '\u00a0', ' \u2009'])),
  lines: (text) => text.replace(/\n+/g, '\r\n\r\n').replace(/\. (?=[A-Z“])/g, '.\n'),
  quotes: (text) => text.replace(/[“”]/g, '"').replace(/’/g, "'"),
  guillemets: (text) => text.replace(/“/g, '«\u00a0').replace(/”/g, '\u00a0»'),
  dashes: (text, dice) => text.replace(/ [—-] /g, () => dice.of([' – ', '—', ' -- '])),
  entities: (text) =>
    text
      .replace(/“/g, '&ldquo;')
      .replace(/”/g, '&#8221;')
      .replace(/’/g, '&rsquo;')
      .replace(/—/g, '&mdash;')
      .replace(/ (?=people)/g, '&nbsp;'),
  'soft hyphens': (text) => text.replace(/(?<=[a-z]{3})(?=[a-z]{3})/g, '\u00ad'),
  'lines around it': (text, dice) => {
    const [before, after] = [dice.of(around), dice.of(around)];
    return `${before}\n\n${text.replace(/\n\n/, `\n\n${dice.of(around)}\n\n`)}\n\n${after}\n`;
  },
};
