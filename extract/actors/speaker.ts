import { isPlainPossessive, phraseBefore } from '../attributions/noun-phrase.ts';
import { type Range, sentenceStart, type Word } from '../words/passage.ts';
import { unnamedNouns } from './gazetteer.ts';
import { byApposition, byName, isName, outletOf } from './named-speaker.ts';
import { byNoun } from './noun-speaker.ts';
import { isTitle } from './offices.ts';
import { antecedent, isPersonal, pronounSpeaker } from './pronoun.ts';
import { type Scene, type Speaker, wordsAt } from './scene.ts';

/** The speakers that a source names; several where `and` joins them, none where nobody can be made out. */
export function speakersOf(scene: Scene, source: Range): Speaker[] {
  const { words } = scene.passage;
  const joined = conjuncts(words, source);
  if (joined.length > 1) {
    const each = joined.map((part) => oneSpeaker(scene, part));
    const isNamed = (speaker: Speaker | undefined) =>
      speaker !== undefined && !/^(?:GROUP|UNNAMED_SOURCE)$/u.test(speaker.actor.kind);
    if (each.every(isNamed)) return each.flatMap((speaker) => speaker ?? []);
  }
  const one = oneSpeaker(scene, source);
  return one === undefined ? [] : [one];
}

const letter = /^(?:\p{L}|Q\.|A\.)?$/u;

/** Who is called by a label that is no name: `Mr. Speaker:`, `@lee:`. */
export function labelled({ passage, roster }: Scene, source: Range): Speaker[] {
  const name = wordsAt(passage, source).replace(/^(?:RT )?@/u, '');
  return letter.test(name) ? [] : [{ actor: roster.described(name, 'PERSON') }];
}

function conjuncts(words: readonly Word[], { first, last }: Range): Range[] {
  const nor = words.slice(first, last).findIndex(({ lower }) => lower === 'nor');
  if (nor > 0 && words[first]?.lower === 'neither')
    return [
      { first: first + 1, last: first + nor - 1 },
      { first: first + nor + 1, last },
    ];
  const and = first + words.slice(first, last).findIndex(({ lower }) => lower === 'and');
  const title = words.slice(and + 2, last).findIndex(isTitle);
  const isPortfolio = title !== -1 && !isTitle(words[and + 1]) && words[last]?.pos === 'PROPN';
  const isOneMore = isPortfolio || /^(?:an?|his|her)$/u.test(words[and + 1]?.lower ?? '');
  if (and <= first || isOneMore) return [{ first, last }];
  return [
    { first, last: and - 1 },
    { first: and + 1, last },
  ];
}

function oneSpeaker(scene: Scene, source: Range): Speaker | undefined {
  const { words } = scene.passage;
  const officer = ofOffice(scene, source);
  if (officer !== undefined) return officer;
  const base = basePhrase(words, source);
  const head = words[base.last];
  if (head === undefined || words[source.first]?.lower === 'not') return undefined;
  if (head.lower === 'who' || head.lower === 'which')
    return antecedent(scene, source.first) ?? nounBefore(scene, source.first);
  if (base.first === base.last && isPersonal(head))
    return pronounSpeaker(scene, head, source.first);
  return (
    outletOf(scene, base, source) ??
    byApposition(scene, source, base) ??
    (isName(words, base.last) || isNumbered(scene, base)
      ? (byName(scene, base) ?? byOpeningNoun(scene, source, base))
      : byNoun(scene, source, base)) ??
    byOfficeOf(scene, source)
  );
}

/** `The senator, who denied it,`: the noun right before. */
function nounBefore(scene: Scene, who: number): Speaker | undefined {
  const { words } = scene.passage;
  const base =
    words[who - 1]?.text === ','
      ? phraseBefore(words, who - 1, sentenceStart(words, who))
      : undefined;
  return base && byNoun(scene, base, base);
}

/** `Police said`: what begins a sentence is written with a capital, whatever it is. */
function byOpeningNoun(scene: Scene, source: Range, base: Range): Speaker | undefined {
  const { words } = scene.passage;
  const before = words[base.first - 1];
  const begins =
    before?.sentence !== words[base.first]?.sentence ||
    /^\d{1,2}[:.]\d{2}$/u.test(before?.text ?? '');
  return begins && base.first === base.last ? byNoun(scene, source, base) : undefined;
}

/** `the Secretary of State`, `The Bishop of Marle`, whose name the text does not tell. */
function byOfficeOf({ passage, roster }: Scene, source: Range): Speaker | undefined {
  const { words } = passage;
  const first = words[source.first]?.lower === 'the' ? source.first + 1 : source.first;
  const of = words.slice(first, first + longestOffice).findIndex(({ lower }) => lower === 'of');
  const isOffice = of > 0 && words.slice(first, first + of).every(isTitle);
  const isShort = source.last - source.first < longestOffice + 2;
  if (!isOffice || !isShort || !isCapitalised(words[first])) return undefined;
  return { actor: roster.described(wordsAt(passage, source), 'PERSON') };
}

const longestOffice = 4;

function isCapitalised(word: Word | undefined): boolean {
  return word !== undefined && word.text !== word.lower;
}

/** `Number 10`. */
function isNumbered({ passage: { words }, roster }: Scene, { last }: Range): boolean {
  return words[last]?.pos === 'NUM' && roster.places.nameBefore(last)?.last === last;
}

/** `Minister of State for Power Goddy Agba`: the name behind the office. */
function ofOffice(
  { passage: { words }, roster }: Scene,
  { first, last }: Range,
): Speaker | undefined {
  const isOf = /^(?:of|for)$/u.test(words[first + 1]?.lower ?? '');
  const name = isOf && isTitle(words[first]) ? roster.places.nameBefore(last + 1) : undefined;
  if (name === undefined || name.last !== last || name.first <= first + 2) return undefined;
  const actor = roster.namedAt(name);
  return actor?.kind === 'PERSON' ? { actor } : undefined;
}

/** The noun phrase itself, without what describes it behind: `people` of `people familiar with it`. */
function basePhrase(words: readonly Word[], { first, last }: Range): Range {
  let end = first;
  while (end < last) {
    const next = words[end + 1];
    if (next === undefined || (end > first && next.lower === 'who')) break;
    if (/^(?:both|each|neither|also)$/u.test(next.lower)) break;
    if (next.pos === 'ADV' && next.lower.endsWith('ly')) break;
    const isPart = isPlainPossessive(words, end + 1);
    if (!isPart && ['PUNCT', 'ADP', 'VERB', 'SCONJ', 'AUX'].includes(next.pos)) break;
    if (next.pos === 'ADJ' && unnamedNouns.has(words[end]?.lower ?? '')) break;
    end++;
  }
  return { first, last: end };
}
