import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import { spokespeople } from './gazetteer.ts';
import type { Roster } from './roster.ts';

/** Somebody named who speaks for somebody else, by the words of a text. */
export interface SpokenFor {
  readonly actor: ActorDraft;
  readonly of: ActorDraft;
  /** The word of the text: `spokeswoman`. */
  readonly role: string;
}

/** `Holm’s spokesman Tom Hale`, `a spokesman for Holm, Tom Hale`, `Tom Hale, a spokesman for Holm`. */
export function spokenFor(passage: Passage, roster: Roster): SpokenFor[] {
  const found = new Map<string, SpokenFor>();
  for (const [at, { lower }] of passage.words.entries()) {
    if (!spokespeople.has(lower) || lower.endsWith('s') || lower === 'spokespeople') continue;
    const around = { passage, roster, at };
    const of = principalAt(around);
    const actor = of && bearerAt(around, of.last);
    if (of === undefined || actor === undefined || actor.id === of.actor.id) continue;
    const key = `${actor.id} ${of.actor.id}`;
    if (!found.has(key)) found.set(key, { actor, of: of.actor, role: lower });
  }
  return [...found.values()];
}

interface Around {
  readonly passage: Passage;
  readonly roster: Roster;
  readonly at: number;
}

/** For whom, and the last word of the whole: a name before the word, or one behind `for`. */
function principalAt({ passage: { words }, roster, at }: Around) {
  const isFor = /^(?:for|of)$/u.test(words[at + 1]?.lower ?? '');
  const from = words[at + 2]?.lower === 'the' ? at + 3 : at + 2;
  const behind = isFor ? roster.places.nameFrom(from) : undefined;
  if (isFor) {
    const actor = behind?.first === from ? roster.namedAt(behind) : undefined;
    return actor && behind && { actor, last: behind.last };
  }
  const end = /^[’']s?$/u.test(words[at - 1]?.text ?? '') ? at - 2 : at - 1;
  const before = roster.places.nameBefore(end + 1);
  const actor = before?.last === end ? roster.namedAt(before) : undefined;
  return actor && { actor, last: at };
}

/** Who it is: the person right behind it, or before it and a comma. */
function bearerAt(
  { passage: { words }, roster, at }: Around,
  last: number,
): ActorDraft | undefined {
  const from = words[last + 1]?.text === ',' ? last + 2 : last + 1;
  const behind = roster.places.nameFrom(from);
  const isClose = last === at || words[last + 1]?.text === ',';
  if (isClose && behind?.first === from && isInSentence(words, { first: at, last: from }))
    return personOf(roster.namedAt(behind));
  const start = sentenceStart(words, at);
  const comma = words
    .slice(Math.max(start, at - farthest), at)
    .findLastIndex(({ text }) => text === ',');
  const place = Math.max(start, at - farthest) + comma;
  const before = comma === -1 ? undefined : roster.places.nameBefore(place);
  return before?.last === place - 1 ? personOf(roster.namedAt(before)) : undefined;
}

// `Tom Hale, the chief spokesman for`: office and body at most.
const farthest = 6;

const personOf = (actor: ActorDraft | undefined) => (actor?.kind === 'PERSON' ? actor : undefined);

function isInSentence(words: readonly Word[], { first, last }: Range): boolean {
  return last < sentenceEnd(words, first);
}
