import { sentenceStart, type Word } from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import type { Scene, Speaker } from './scene.ts';
import type { Sex } from './sex.ts';

const women = new Set(['she', 'her']);
const men = new Set(['he', 'him', 'his']);

export function isPersonal({ lower }: Word): boolean {
  return women.has(lower) || men.has(lower) || /^(?:i|we|it|they|their|its|you|us)$/.test(lower);
}

/** Who is meant by `he` or `she`. */
export function pronounSpeaker(scene: Scene, { lower }: Word, at: number): Speaker | undefined {
  if (!women.has(lower) && !men.has(lower)) return undefined;
  const other = women.has(lower) ? 'man' : 'woman';
  const asking = askedBy(scene, at);
  const fits = (actor: ActorDraft) =>
    scene.roster.sexOf(actor) !== other && actor.id !== asking?.id;
  const sex = women.has(lower) ? 'woman' : 'man';
  const near = onlyNamed(scene, at, fits) ?? personMeant(scene, at, fits);
  if (near === undefined || isFarAway(scene, at, near.actor)) return undefined;
  const meant = knownBefore(scene, { at, near, sex, fits });
  if (isElsewhere(scene, at, meant.actor)) return undefined;
  const rivals = rivalsOf(scene, { at, meant: meant.actor }).filter(fits);
  if (rivals.length === 0 || meant.isUnsure === true) return { ...meant, rivals };
  const { id } = meant.actor;
  const goesOn = id === scene.lastSpeaker?.id && id === subjectBefore(scene, at)?.id;
  return { ...meant, rivals, isUnsure: !goesOn };
}

/** `Asked by Ms Roe about it, she denied it`: who asked. */
function askedBy({ passage: { words }, roster }: Scene, at: number): ActorDraft | undefined {
  const start = sentenceStart(words, at);
  const by = words[start + 1]?.lower === 'by' ? start + 1 : -1;
  const isAsked = /(?:ed|en|told)$/u.test(words[start]?.lower ?? '') && by !== -1;
  const name = isAsked ? roster.places.nameFrom(by) : undefined;
  if (name !== undefined && name.last < at) return roster.named(name.name);
  return askedBefore({ passage: { words }, roster }, start);
}

/** `Judge Roe asked the witness whether it leaked. “No,” she said`: it is the witness who answers. */
function askedBefore(
  { passage: { words }, roster }: { passage: { words: readonly Word[] }; roster: Scene['roster'] },
  end: number,
): ActorDraft | undefined {
  const start = sentenceStart(words, Math.max(0, end - 1));
  if (start === end || words[start]?.block !== words[end]?.block) return undefined;
  const at = words
    .slice(start, end)
    .findIndex(
      ({ lower, quotation }) => quotation === -1 && /^(?:asked|asks|questioned)$/u.test(lower),
    );
  const next = words[start + at + 1];
  const isOfSomebody = at > 0 && next !== undefined && /^(?:PROPN|PRON|DET)$/u.test(next.pos);
  const name = isOfSomebody ? roster.places.nameBefore(start + at) : undefined;
  return name !== undefined && name.first >= start ? roster.named(name.name) : undefined;
}

// Who spoke further back in a long paragraph is not meant.
const farthestBack = 120;

/** `The clerk adds that Roe was fired. He denies it`: who alone is named there, and not who spoke in another paragraph. */
function onlyNamed(
  scene: Scene,
  at: number,
  fits: (actor: ActorDraft) => boolean,
): Speaker | undefined {
  const { passage, roster, lastSpeaker } = scene;
  const { words } = passage;
  const end = sentenceStart(words, at);
  const start = sentenceStart(words, Math.max(0, end - 1));
  const block = words[at]?.block;
  if (lastSpeaker === undefined || lastSpeaker.kind === 'UNNAMED_SOURCE') return undefined;
  if (words[start]?.block !== block) return undefined;
  let opening = start;
  while (opening > at - farthestBack && words[opening - 1]?.block === block)
    opening = sentenceStart(words, opening - 1);
  const persons = (first: number) =>
    [...roster.places.namesFrom(first, at - 1)]
      .map(({ name }) => roster.named(name))
      .filter((actor) => actor?.kind === 'PERSON' && fits(actor));
  const [only, ...more] = persons(start);
  const isAlone = more.every((actor) => actor === only);
  const isHere = persons(opening).includes(lastSpeaker);
  const isAfterPronoun = words
    .slice(opening, start)
    .some(({ lower, quotation }) => quotation === -1 && /^s?he$/u.test(lower));
  return only === undefined || !isAlone || isHere || isAfterPronoun
    ? undefined
    : { actor: only, isUnsure: subjectBefore(scene, at) !== only };
}

/** A name of one word that only stands somewhere before: it may be a place. */
function isFarAway(scene: Scene, at: number, actor: ActorDraft): boolean {
  const { words } = scene.passage;
  const start = sentenceStart(words, Math.max(0, sentenceStart(words, at) - 1));
  const isNear =
    actor.id === scene.lastSpeaker?.id ||
    scene.roster.namedWithin({ first: start, last: at }, ({ id }) => id === actor.id) !== undefined;
  return !isNear && scene.roster.sexOf(actor) === undefined && !actor.name.includes(' ');
}

/** Named in other paragraphs alone, where this one has just told of somebody else. */
function isElsewhere(scene: Scene, at: number, { id }: ActorDraft): boolean {
  const { passage, roster } = scene;
  const { words } = passage;
  const end = sentenceStart(words, at);
  const start = sentenceStart(words, Math.max(0, end - 1));
  const block = words[at]?.block;
  if (start === end || words[start]?.block !== block) return false;
  let opening = start;
  while (opening > at - farthestBack && words[opening - 1]?.block === block)
    opening = sentenceStart(words, opening - 1);
  const isPronoun = ({ lower, quotation }: Word) =>
    quotation === -1 && /^s?he$|^his$|^her$/u.test(lower);
  if (words.slice(opening, end).some(isPronoun)) return false;
  const isHere = roster.namedWithin({ first: opening, last: at }, (one) => one.id === id);
  const other = [...roster.places.namesFrom(start, end - 1)].some(
    ({ first, name }) =>
      words[first]?.quotation === -1 &&
      /that|who/u.test(words[first - 1]?.lower ?? '') &&
      roster.named(name)?.id !== id,
  );
  return isHere === undefined && other;
}

interface KnownBefore {
  readonly at: number;
  readonly near: Speaker;
  readonly sex: Sex;
  readonly fits: (actor: ActorDraft) => boolean;
}

/** `she` after a name that tells no sex: the woman who is named since, or else it is not certain. */
function knownBefore(scene: Scene, { at, near, sex, fits }: KnownBefore): Speaker {
  const { roster } = scene;
  if (roster.sexOf(near.actor) !== undefined || near.isUnsure === true) return near;
  const isEither = (actor: ActorDraft) =>
    actor.id === near.actor.id || (roster.sexOf(actor) === sex && fits(actor));
  const last = personBefore(scene, at, isEither);
  if (last === undefined) return near;
  if (last.id !== near.actor.id) return { actor: last };
  const other = personBefore(scene, at, (actor) => roster.sexOf(actor) === sex);
  if (other !== undefined && near.actor.id !== scene.lastSpeaker?.id && isNextTo(scene, at, other))
    return { actor: other, isUnsure: true };
  return other === undefined || near.actor.id === scene.lastSpeaker?.id
    ? near
    : { ...near, isUnsure: true };
}

/** Named in this sentence or the one before. */
function isNextTo({ passage: { words }, roster }: Scene, at: number, { id }: ActorDraft): boolean {
  const start = sentenceStart(words, Math.max(0, sentenceStart(words, at) - 1));
  return roster.namedWithin({ first: start, last: at }, (one) => one.id === id) !== undefined;
}

/** Other persons in the sentence before; none of another paragraph where who is meant spoke last and is not told of since. */
function rivalsOf(
  scene: Scene,
  { at, meant }: { readonly at: number; readonly meant: ActorDraft },
): ActorDraft[] {
  const { passage, roster } = scene;
  const { words } = passage;
  const end = sentenceStart(words, at);
  const start = sentenceStart(words, Math.max(0, end - 1));
  const others = new Set<ActorDraft>();
  for (const { name, first } of roster.places.namesFrom(start, at - 1)) {
    const actor = roster.named(name);
    const isOther = actor !== undefined && actor.kind === 'PERSON' && actor.id !== meant.id;
    if (isOther && words[first]?.quotation === -1) others.add(actor);
  }
  const isNear = end === 0 || words[start]?.block === words[at]?.block;
  const isOthers = subjectOf(scene, start, end) !== undefined;
  if (!isNear && meant.id === scene.lastSpeaker?.id && !isOthers) return [];
  return [...others];
}

/** The subject of the sentence before, or who spoke last, or who was named last. */
export function personMeant(
  scene: Scene,
  at: number,
  fits: (actor: ActorDraft) => boolean = () => true,
): Speaker | undefined {
  const near = [subjectBefore(scene, at), scene.lastSpeaker];
  const actor = near.find((one) => one !== undefined && fits(one)) ?? personBefore(scene, at, fits);
  return actor && { actor };
}

const farthestSubject = 4;

/** The person with whose name the sentence before begins, in the same paragraph. */
function subjectBefore(scene: Scene, at: number): ActorDraft | undefined {
  const { words } = scene.passage;
  const end = sentenceStart(words, at);
  const start = sentenceStart(words, end - 1);
  return words[start]?.block === words[at]?.block ? subjectOf(scene, start, end) : undefined;
}

function subjectOf({ passage, roster }: Scene, start: number, end: number): ActorDraft | undefined {
  const { words } = passage;
  const name = roster.places.nameFrom(start);
  if (name === undefined || name.first > start + farthestSubject || name.last >= end)
    return undefined;
  const isPart = words[name.last + 1]?.pos === 'PART' || words[name.first - 1]?.pos === 'ADP';
  const actor = isPart ? undefined : roster.named(name.name);
  return actor?.kind === 'PERSON' && words[name.first]?.quotation === -1 ? actor : undefined;
}

const mostNames = 20;

/** Who was named last and fits, not more than some names ago. */
function personBefore(
  { roster }: Scene,
  at: number,
  fits: (actor: ActorDraft) => boolean,
): ActorDraft | undefined {
  let name = roster.places.nameBefore(at);
  for (let tries = 0; name !== undefined && tries < mostNames; tries++) {
    const actor = roster.named(name.name);
    if (actor?.kind === 'PERSON' && fits(actor)) return actor;
    name = roster.places.nameBefore(name.first);
  }
  return undefined;
}

/** `Lee, who said`: the name right before. */
export function antecedent({ passage, roster }: Scene, at: number): Speaker | undefined {
  const name = roster.places.nameBefore(at);
  const isNear =
    name !== undefined &&
    name.last >= at - 3 &&
    passage.words[name.last]?.sentence === passage.words[at]?.sentence;
  const actor = isNear ? roster.named(name.name) : undefined;
  return actor && { actor };
}
