import type { ActorContent } from './actor-content.ts';
import type { ClaimContent } from './claim-content.ts';
import { assertQuotable, isSameEvidence } from './evidence-content.ts';
import { textList } from './field.ts';
import type { RecordedActor, RecordedClaim, RecordedStance } from './record-view.ts';
import type { StanceOnClaim } from './stance-content.ts';

/** What is told anew of something on record, beside other content that differs: the lists of both are united. */
export interface Union {
  /** The keys in which it differs otherwise; these stay as they are on record. */
  readonly keys: readonly string[];
  /** Whether what is told is something else of that name: then nothing of it is united. */
  readonly isAnother?: boolean;
  /** All aliases, or all topics, where there are more than on record. */
  readonly aliases?: readonly string[];
  readonly topics?: readonly string[];
  /** Which of the pieces of evidence told are not on record. */
  readonly evidence?: readonly number[];
}

/** Two kinds, or two Wikidata items, are two actors. `keys` are all that differ. @throws RecordError */
export function actorUnion(
  known: RecordedActor,
  told: ActorContent,
  keys: readonly string[],
): Union {
  const items = [known.wikidataId, told.wikidataId].filter((item) => item !== null);
  if (known.kind !== told.kind || new Set(items).size > 1) return { keys, isAnother: true };
  const aliases = united(known.aliases, told.aliases, 'aliases');
  return { keys: keys.filter((key) => key !== 'aliases'), ...(aliases && { aliases }) };
}

/** Two texts are two claims. @throws RecordError */
export function claimUnion(
  known: RecordedClaim,
  told: ClaimContent,
  keys: readonly string[],
): Union {
  if (known.text !== told.text) return { keys, isAnother: true };
  const topics = united(known.topics, told.topics, 'topics');
  return { keys: keys.filter((key) => key !== 'topics'), ...(topics && { topics }) };
}

/** Another actor, claim or kind is another stance; one that was withdrawn is shown by no more words. @throws RecordError */
export function stanceUnion(
  known: RecordedStance,
  told: StanceOnClaim,
  keys: readonly string[],
): Union {
  const isAnother = keys.some((key) => key === 'actor' || key === 'claim' || key === 'kind');
  if (isAnother || known.withdrawnReason !== null) return { keys };
  const added = told.evidence.filter(
    (piece) => !known.evidence.some((other) => isSameEvidence(other, piece)),
  );
  assertQuotable(added);
  const evidence = added.map((piece) => told.evidence.indexOf(piece));
  return {
    keys: keys.filter((key) => key !== 'evidence'),
    ...(evidence.length > 0 && { evidence }),
  };
}

/** Both lists, each text once; nothing where that is what is known. */
function united(
  known: readonly string[],
  told: readonly string[],
  key: string,
): readonly string[] | undefined {
  const all = [...new Set([...known, ...told])];
  return all.length === known.length ? undefined : textList(all, [key]);
}
