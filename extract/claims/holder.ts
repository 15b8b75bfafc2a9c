import type { ActorDraft } from '../actors/actor.ts';
import type { Roster } from '../actors/roster.ts';
import { type Passage, sentenceStart } from '../passage.ts';
import type { StanceKind } from '../stances/kinds.ts';
import type { Statement } from '../stances/statement.ts';
import type { Holder } from './claim.ts';
import { isEither } from './pronouns.ts';

/** Who speaks, for the pronouns in what is said. */
export function holderOf(
  { passage, roster }: { passage: Passage; roster: Roster },
  statement: Statement,
  { actor, kind }: { actor: ActorDraft; kind: StanceKind },
): Holder {
  const { words } = passage;
  const opening = statement.content[0]?.first ?? 0;
  const start = sentenceStart(words, Math.min(opening, statement.quote.first));
  const isBetween = (at: number) =>
    roster.namedWithin(
      { first: statement.cue.last + 1, last: at - 1 },
      ({ id }) => id !== actor.id,
    );
  const isAmbiguous = (at: number) => {
    if (actor.kind !== 'PERSON') return isBetween(at) !== undefined;
    const isOpening = at === opening || (at === opening + 1 && words[opening]?.lower === 'that');
    const isAside = words[statement.cue.last]?.lower.endsWith('ing') === true;
    const isLikely = isOpening && !isAside;
    if (isLikely && roster.sexOf(actor) !== undefined) return false;
    const mayBe = (other: ActorDraft) =>
      other.id !== actor.id &&
      other.kind === 'PERSON' &&
      isEither(words[at], roster.sexOf(other)) &&
      (!isLikely || roster.sexOf(other) !== undefined);
    return roster.namedWithin({ first: start, last: at - 1 }, mayBe) !== undefined;
  };
  return { actor, kind, sex: roster.sexOf(actor), isAmbiguous };
}
