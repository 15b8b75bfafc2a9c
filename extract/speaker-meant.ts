import { kindOfBody } from './actors/name-kind.ts';
import type { Speaker } from './actors/scene.ts';
import type { Drafting } from './drafting.ts';
import { kindOfVerb } from './stances/kinds.ts';
import type { Statement } from './stances/statement.ts';
import type { Passage, Range } from './words/passage.ts';

const own = new Set(['DENIES', 'RETRACTS', 'CONFIRMS', 'DECLINES']);

/** `We reject the allegation that it leaked`: who publishes its own words; a newspaper is another matter. */
export function isOwnWord(
  { passage: { words }, roster }: Drafting,
  { stands, lemma, within, isSpeech }: Statement,
  { first, last }: Range,
): boolean {
  const word = words[first];
  const isWe = first === last && word?.lower === 'we' && word.quotation === -1;
  const isPaper = kindOfBody(roster.publisher.name) === 'OUTLET';
  return (
    isWe &&
    !isPaper &&
    within === undefined &&
    isSpeech !== true &&
    own.has(stands ?? kindOfVerb(lemma) ?? '')
  );
}

/** `“Lee is happy here,” he said`: nobody calls himself so; of two others nobody knows which. */
export function otherThanNamed(
  { passage: { words } }: Drafting,
  { source, content, mode }: Statement,
  speaker: Speaker,
): Speaker | undefined {
  const pronoun = source?.first === source?.last ? words[source?.first ?? -1]?.lower : undefined;
  if (mode !== 'DIRECT' || !/^s?he$/u.test(pronoun ?? '')) return speaker;
  const said = new Set(
    content.flatMap(({ first, last }) =>
      words.slice(first, last + 1).flatMap(({ pos, text }) => (pos === 'PROPN' ? [text] : [])),
    ),
  );
  const isNamed = ({ name }: Speaker['actor']) => name.split(' ').some((part) => said.has(part));
  if (!isNamed(speaker.actor)) return speaker;
  const [only, more] = (speaker.rivals ?? []).filter((one) => !isNamed(one));
  return only === undefined || more !== undefined ? undefined : { actor: only };
}

const against = new Set(['DENIES', 'QUESTIONS', 'QUALIFIES']);

/** `Lee accused Roe of theft. He denied it`: nobody answers what he has just said himself; of two others nobody knows which. */
export function answering(
  { before, chains, passage }: Drafting,
  { stands, lemma, content }: Statement,
  speaker: Speaker,
): Speaker | undefined {
  const { actor, rivals = [] } = speaker;
  const isReply = against.has(stands ?? kindOfVerb(lemma) ?? '');
  const isOwn = before !== undefined && chains.get(before)?.at(-1)?.id === actor.id;
  const wasFor =
    before !== undefined && !against.has(before.stands ?? kindOfVerb(before.lemma) ?? '');
  const [only, more] = rivals;
  if (!isOwn || !wasFor || only === undefined) return speaker;
  if (!isReply && before.lemma !== 'accuse') return speaker;
  if (!isReply) return isDenial(passage, content) ? undefined : { ...speaker, isUnsure: true };
  return more === undefined ? { actor: only } : undefined;
}

function isDenial({ words }: Passage, content: readonly Range[]): boolean {
  return content.some(({ first, last }) =>
    words.slice(first, last + 1).some(({ lower }) => /^(?:not|n't|never|no|nothing)$/u.test(lower)),
  );
}

const addressing = new Set(['tell', 'urge', 'ask', 'remind', 'assure', 'warn', 'promise', 'order']);

/** `The Post reported that Lee called her, telling her to stay`: it is not the Post that tells her. */
export function insteadOfOutlet(
  { before, chains, roster }: Drafting,
  statement: Statement,
  speaker: Speaker,
): Speaker {
  const said = before?.content[0];
  if (
    speaker.actor.kind !== 'OUTLET' ||
    !statement.isShared ||
    !addressing.has(statement.lemma) ||
    said === undefined
  )
    return speaker;
  const name = roster.places.nameFrom(said.first);
  const actor = name !== undefined && name.first <= said.last ? roster.named(name.name) : undefined;
  const isHeard = before !== undefined && chains.has(before);
  return actor !== undefined && isHeard
    ? { actor, through: speaker.actor, isSilent: true }
    : speaker;
}
