import { isTime } from '../attributions/frame.ts';
import type { Passage, Range, Word } from '../passage.ts';
import type { ActorKind } from './actor.ts';
import {
  governmentEndings,
  governments,
  organizationEndings,
  outletEndings,
  outlets,
  personNouns,
  titles,
} from './gazetteer.ts';

/** A name as it stands in the text, offices left out. */
export interface Name extends Range {
  readonly name: string;
  readonly kind: ActorKind;
  /** The words of office before it, in lower case: `russian`, `president`. */
  readonly offices: readonly string[];
}

/** Every name in the paragraphs and captions; headings only repeat and mislead. */
export function namesIn({ words, blocks, text }: Passage): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const kind = blocks[word?.block ?? -1]?.kind;
    if (word?.pos !== 'PROPN' || isTime(word) || kind === 'HEADING' || kind === 'TITLE') continue;
    const last = runEnd(words, at);
    const name = nameWithin(text, words, { first: at, last });
    if (name !== undefined) names.push(name);
    at = last;
  }
  return names;
}

function runEnd(words: readonly Word[], first: number): number {
  let last = first;
  while (
    words[last + 1]?.pos === 'PROPN' &&
    !isTime(words[last + 1]) &&
    words[last + 1]?.sentence === words[first]?.sentence
  )
    last++;
  return last;
}

/** The name that a run of capitals ends with: `Security Advisor Jane Lee` is Jane Lee. */
export function nameWithin(
  text: string,
  words: readonly Word[],
  { first, last }: Range,
): Name | undefined {
  let begin = first;
  for (let at = first; at < last; at++)
    if (isTitle(words[at]) && words[at]?.lower !== 'and') begin = at + 1;
  const [from, to] = [words[begin], words[last]];
  if (from === undefined || to === undefined || !/^\p{Lu}/u.test(from.text)) return undefined;
  if (begin === last && isTitle(from) && !governments.has(from.lower)) return undefined;
  const name = text.slice(from.start, to.end);
  const offices = officesBefore(words, begin);
  return {
    first: begin,
    last,
    name,
    kind: kindOf(name, words[begin - 1], last - begin + 1),
    offices,
  };
}

function isTitle(word: Word | undefined): boolean {
  const plain = word?.lower.replace(/\.$/u, '') ?? '';
  return titles.has(plain) || personNouns.has(plain);
}

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
      (!isTitle(word) && !/^(?:['’]s|the)$/u.test(word.text) && word.pos !== 'PROPN')
    )
      break;
    if (word.pos !== 'PART') offices.push(word.lower);
  }
  return offices;
}

/** What a name is, by its words and the one before it. */
function kindOf(name: string, before: Word | undefined, length: number): ActorKind {
  const plain = name.toLowerCase().replace(/^the /u, '');
  const ending = plain.split(/\s+/u).at(-1) ?? '';
  if (outlets.has(plain) || outlets.has(`the ${plain}`) || outletEndings.has(ending))
    return 'OUTLET';
  if (governments.has(plain) || governmentEndings.has(ending)) return 'GOVERNMENT';
  if (organizationEndings.has(ending)) return 'ORGANIZATION';
  const isAcronym = /^\p{Lu}{2,6}$/u.test(name);
  return isAcronym || (before?.lower === 'the' && length > 1) ? 'ORGANIZATION' : 'PERSON';
}
