import type { Range, Word } from '../words/passage.ts';
import { personNouns, spokespeople, titles } from './gazetteer.ts';

export function isTitle(word: Word | undefined): boolean {
  const plain = word?.lower.replace(/\.$/u, '') ?? '';
  return (
    titles.has(plain) ||
    personNouns.has(plain) ||
    /.-(?:based|born|backed|led)$|^(?:mum|dad|mother|father)-of-./u.test(plain)
  );
}

/** The words of office around a name, in lower case: `Russian President X`, `the mayor, X,`, `X, the mayor of Holm,`. */
export function officesOf(words: readonly Word[], name: Range): string[] {
  const offices = [...officesBefore(words, name.first), ...apposed(words, name)];
  return [...offices, ...offices.flatMap((word) => inFull[word.replace('.', '')] ?? [])];
}

const inFull: Readonly<Record<string, string>> = {
  sen: 'senator',
  gov: 'governor',
  rep: 'representative',
  gen: 'general',
  prof: 'professor',
  dr: 'doctor',
  sgt: 'sergeant',
  lt: 'lieutenant',
  capt: 'captain',
  adm: 'admiral',
};

const mostOffices = 8;

function officesBefore(words: readonly Word[], begin: number): string[] {
  const offices: string[] = [];
  for (
    let at = begin - 1;
    at >= 0 && at >= begin - mostOffices && words[at]?.sentence === words[begin]?.sentence;
    at--
  ) {
    const word = words[at];
    if (
      word === undefined ||
      word.lower === 'and' ||
      (!isTitle(word) && !/^(?:['’]s|the)$/u.test(word.text) && word.pos !== 'PROPN')
    )
      break;
    if (word.pos !== 'PART') offices.push(word.lower);
  }
  return offices;
}

/** What describes the name between commas, before it or behind it. */
function apposed(words: readonly Word[], { first, last }: Range): string[] {
  const before = words[first - 1]?.text === ',' ? backTo(words, first - 2) : undefined;
  const after = words[last + 1]?.text === ',' ? phraseFrom(words, last + 2) : undefined;
  return [before, after].flatMap((phrase) => (phrase ? officeIn(words, phrase) : []));
}

const described = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PART']);

/** `the mayor` of `The mayor, Ida Roe`: it has to begin with an article, so that no list is taken for an office. */
function backTo(words: readonly Word[], last: number): Range | undefined {
  for (let at = last; at > last - mostOffices; at--) {
    const isPossessive = /^(?:his|her|their|my|our)$/u.test(words[at]?.lower ?? '');
    if (words[at]?.pos === 'DET' || isPossessive) return { first: at, last };
    if (!described.has(words[at]?.pos ?? '')) return undefined;
  }
  return undefined;
}

function phraseFrom(words: readonly Word[], from: number): Range | undefined {
  let first = from;
  while (first < from + 3 && (words[first]?.pos === 'NUM' || words[first]?.text === ',')) first++;
  let last = first - 1;
  while (last < first + mostOffices && described.has(words[last + 1]?.pos ?? '')) last++;
  // `In Holm, the mayor said`: the sentence goes on.
  const goesOn = /^(?:VERB|AUX|ADV)$/u.test(words[last + 1]?.pos ?? '');
  return last < first || goesOn ? undefined : { first, last };
}

/** The phrase where its last word is an office or a trade; whom somebody speaks for is none. */
function officeIn(words: readonly Word[], { first, last }: Range): string[] {
  const head = words[last];
  if (head === undefined || (!isTitle(head) && !spokespeople.has(head.lower))) return [];
  const phrase = words.slice(first, last + 1);
  return phrase
    .slice(phrase.findLastIndex(({ pos }) => pos === 'PART') + 1)
    .map(({ lower }) => lower);
}
