import type { Range, Word } from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import { outletNouns, spokespeople } from './gazetteer.ts';
import { type Scene, type Speaker, wordsAt } from './scene.ts';

/** Somebody without a name; who speaks for a body is that body, all others belong to the outlet that hides them. */
export function unnamedSpeaker(scene: Scene, source: Range, base: Range): Speaker {
  const body = bodySpokenFor(scene, source, base);
  if (body !== undefined) return { actor: body };
  const { passage, roster, outlet } = scene;
  const within = { first: base.last + 1, last: source.last };
  const through =
    roster.namedWithin(within, ({ kind }) => kind === 'OUTLET') ??
    (speaksToPaper(passage.words, source) ? roster.places.outletBefore(source.last) : undefined);
  const actor = roster.described(wordsAt(passage, source), 'UNNAMED_SOURCE', through ?? outlet);
  return through === undefined ? { actor } : { actor, through };
}

/** `a State Department spokesman`, `a spokesman for the State Department`. */
function bodySpokenFor(
  { passage, roster }: Scene,
  source: Range,
  base: Range,
): ActorDraft | undefined {
  const { words } = passage;
  if (!spokespeople.has(words[base.last]?.lower ?? '')) return undefined;
  const isBody = ({ kind }: ActorDraft) => kind === 'ORGANIZATION' || kind === 'GOVERNMENT';
  const before = roster.namedWithin({ first: base.first, last: base.last - 1 }, isBody);
  if (before !== undefined) return before;
  const isFor = /^(?:for|of|at|with)$/u.test(words[base.last + 1]?.lower ?? '');
  return isFor
    ? roster.namedWithin({ first: base.last + 2, last: source.last }, isBody)
    : undefined;
}

function speaksToPaper(words: readonly Word[], { first, last }: Range): boolean {
  return words.slice(first, last + 1).some(({ lower }) => outletNouns.has(lower));
}
