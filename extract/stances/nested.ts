import type { Attribution } from '../attributions/attribution.ts';
import { attributionsIn } from '../attributions/attributions.ts';
import type { Passage, Range, Word } from '../words/passage.ts';
import { inActive } from './passives.ts';
import { isSupposed, isWanted } from './supposed.ts';

/** Attributions among the words of a content, where it names their sources itself; quoted words are read as a text of their own. */
export function attributionsInside(passage: Passage, range: Range): Attribution[] {
  const { words } = passage;
  const quotation = words[range.first]?.quotation ?? -1;
  const isQuoted = quotation >= 0 && words[range.last]?.quotation === quotation;
  const { first, last } = isQuoted ? withoutMarks(words, range) : range;
  const said = words.slice(first, last + 1);
  const found = attributionsIn({ words: isQuoted ? opened(passage, said) : said })
    .filter(({ source, cue }) => source !== undefined && cue.form === 'VERB')
    .filter((one) => isQuoted || isOwn(said, one) || !doing.has(said[one.cue.head]?.lemma ?? ''))
    .filter(({ cue }) => !isWanted(said.slice(cue.first, cue.head)))
    .map((attribution) => shifted(attribution, first))
    .filter((attribution) => inActive(passage, attribution) === attribution)
    .filter((attribution) => !isSupposed(words, attribution));
  return isQuoted ? spokenIn(words, found) : found;
}

// `said that the foreman threatened to leave`: what is told of him there is what he did.
const doing = new Set(
  `want seek prefer like love vote threaten plan offer agree expect hope fear intend try attempt decide refuse decline approve resist
  attack assail hit push call ask order urge invite appoint nominate hire sue show press demand bash rip mock criticize blast slam
  challenge sign pass back support oppose favor favour push_for promote require continue mean learn know care fight feel`.split(
    /\s+/u,
  ),
);

function isOwn(words: readonly Word[], { source }: Attribution): boolean {
  return /^(?:i|we)$/u.test(words[source?.first ?? -1]?.lower ?? '');
}

function shifted({ cue, source, content, isShared = false }: Attribution, by: number): Attribution {
  const shift = (range: Range): Range => ({ first: range.first + by, last: range.last + by });
  return {
    isShared,
    cue: { ...cue, ...shift(cue), head: cue.head + by, from: cue.from + by },
    source: source && shift(source),
    content: content.map(shift),
  };
}

/** The range without the marks that open and close it. */
function withoutMarks(words: readonly Word[], { first, last }: Range): Range {
  const isMark = (at: number) =>
    /^\P{L}+$/u.test(words[at]?.text ?? '') && words[at]?.pos === 'PUNCT';
  return {
    first: isMark(first) && first < last ? first + 1 : first,
    last:
      isMark(last) && /["”’'»]/u.test(words[last]?.text ?? '') && last > first ? last - 1 : last,
  };
}

/** Quoted words as they stand to each other: in no quotation but those that open within. */
function opened({ blocks }: Passage, said: readonly Word[]): Word[] {
  let block = -1;
  let inner: readonly { readonly start: number; readonly end: number }[] = [];
  let next = 0;
  return said.map((word) => {
    if (word.block !== block) {
      block = word.block;
      inner = (blocks[block]?.quotations ?? []).filter(({ depth }) => depth === 2);
      next = 0;
    }
    while ((inner[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    const isInside = (inner[next]?.start ?? Number.POSITIVE_INFINITY) <= word.start;
    return { ...word, quotation: isInside ? next : -1 };
  });
}

const speaking =
  /^(?:say|tell|claim|deny|admit|insist|confirm|write|promise|warn|add|report|announce|accuse|state|allege|call|describe|dismiss|reject|testify|reply)$/u;
const pronoun =
  /^(?:I|me|we|us|you|he|him|she|her|it|they|them|who|which|that|one|people|everybody|everyone|somebody|someone)$/iu;

/** Those of whom a quotation says that they said something; `she` is who spoke in it before, where that is one alone. */
function spokenIn(words: readonly Word[], found: readonly Attribution[]): Attribution[] {
  const sources = new Map<string, Range>();
  return found.flatMap((one) => {
    const { source, cue, content } = one;
    if (source === undefined || cue.negated || content.length === 0) return [];
    if (!speaking.test(words[cue.head]?.lemma ?? '') || isPresentWish(words, one)) return [];
    if (isOfOuter(words, one) || isOneWord(words, one)) return [];
    const isPronoun = source.first === source.last && pronoun.test(words[source.first]?.text ?? '');
    if (!isPronoun) {
      sources.set(textOf(words, source), source);
      return [one];
    }
    const [only, more] = sources.values();
    const isThird = /^s?he$/iu.test(words[source.first]?.text ?? '');
    return isThird && only !== undefined && more === undefined ? [{ ...one, source: only }] : [];
  });
}

/** `“Men said ‘no’ to it,” Roe said`: what they said is no sentence without what she says of it. */
function isOneWord(words: readonly Word[], { cue, content }: Attribution): boolean {
  const letters = content.flatMap(({ first, last }) =>
    words.slice(first, last + 1).filter(({ text }) => /\p{L}/u.test(text)),
  );
  return words[cue.head]?.lemma === 'say' && letters.length < 4 && letters[0]?.lower === 'no';
}

/** `“He said I lied,” Roe said`: without marks around it, `I` is Roe, and only her words tell that. */
function isOfOuter(words: readonly Word[], { content }: Attribution): boolean {
  return content.some(
    ({ first, last }) =>
      !/^["“„«‘']$/u.test(words[first]?.text ?? '') &&
      words
        .slice(first, last + 1)
        .some(({ lower }) => /^(?:i|me|my|we|us|our|mine|ours)$/u.test(lower)),
  );
}

/** `people say things`, `if they say so`: what is told of no time. */
function isPresentWish(words: readonly Word[], { cue }: Attribution): boolean {
  const head = words[cue.head];
  return head === undefined || (head.lower === head.lemma && cue.first === cue.head);
}

function textOf(words: readonly Word[], { first, last }: Range): string {
  return words
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');
}
