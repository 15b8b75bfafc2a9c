import { sentenceStart, type Word } from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import type { Scene, Speaker } from './scene.ts';

const women = new Set(['she', 'her']);
const men = new Set(['he', 'him', 'his']);

export function isPersonal({ lower }: Word): boolean {
  return women.has(lower) || men.has(lower) || /^(?:i|we|it|they|their|its|you|us)$/.test(lower);
}

/** Who is meant by `he` or `she`. */
export function pronounSpeaker(scene: Scene, { lower }: Word, at: number): Speaker | undefined {
  if (!women.has(lower) && !men.has(lower)) return undefined;
  const other = women.has(lower) ? 'man' : 'woman';
  const fits = (actor: ActorDraft) => scene.roster.sexOf(actor) !== other;
  const meant = personMeant(scene, at, fits);
  if (meant === undefined) return undefined;
  const rivals = rivalsOf(scene, { at, meant: meant.actor }).filter(fits);
  if (rivals.length === 0) return meant;
  const { id } = meant.actor;
  const goesOn = id === scene.lastSpeaker?.id && id === subjectBefore(scene, at)?.id;
  return { ...meant, rivals, isUnsure: !goesOn };
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
