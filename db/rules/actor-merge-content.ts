import { assertMerge } from './actor.ts';
import { Conflict, InputInvalid } from './errors.ts';
import { eachField } from './field.ts';
import { assertMayBeApart, assertMayBeOne } from './identity.ts';
import { type Judged, type JudgedInput, judgedFields, judgementOnRecord } from './judged.ts';
import type { RecordedMerge, RecordView, ReferredActor } from './record-view.ts';
import type { Ref } from './reference.ts';

export interface ActorMergeInput extends JudgedInput {
  /** The actor that is no longer to be spoken of by itself. */
  readonly from: Ref;
  readonly into: Ref;
}

/** A merge that may be recorded, if none on record says otherwise. */
export interface ActorMergeContent extends Judged {
  readonly from: ReferredActor;
  readonly into: ReferredActor;
}

/** @throws RecordError */
export function actorMergeContent(input: ActorMergeInput, view: RecordView): ActorMergeContent {
  const content = eachField<ActorMergeContent>({
    from: () => view.actor(input.from, ['from']),
    into: () => view.actor(input.into, ['into']),
    ...judgedFields(input),
  });
  assertMerge(content.from, content.into, []);
  return content;
}

/** The merge on record that says the same. @throws Conflict when the one in force says something else */
export function actorMergeOnRecord(
  { from, into, ...judged }: ActorMergeContent,
  view: RecordView,
): RecordedMerge | null {
  const merges = view.mergesOf(from.slug).filter((merge) => merge.into === into.slug);
  return judgementOnRecord(merges, judged, mergeNamed(from, into));
}

/**
 * Passes when a merge that is not on record fits those in force.
 * @throws Conflict, InputInvalid
 */
export function assertMergeFits(
  { from, into, judgement, revokedReason }: ActorMergeContent,
  view: RecordView,
): void {
  if (revokedReason !== null || judgement === 'SUGGESTED') return;
  const pair = { one: from.slug, other: into.slug };
  if (judgement === 'REJECTED') {
    assertMayBeApart(pair, view.actorIdentities(), ['into']);
    return;
  }
  if (view.mergedInto(from.slug) !== undefined) {
    throw new Conflict({ ...mergeNamed(from, into), keys: ['into'] }, ['into']);
  }
  assertNoCircle(from.slug, into.slug, view);
  assertMayBeOne(pair, view.actorIdentities(), ['into']);
}

function mergeNamed(from: ReferredActor, into: ReferredActor) {
  return { noun: 'merge', reference: `${from.slug} into ${into.slug}` };
}

function assertNoCircle(from: string, into: string, view: RecordView): void {
  let actor: string | undefined = into;
  while (actor !== undefined) {
    if (actor === from) throw new InputInvalid('The merges would lead in a circle.', ['into']);
    actor = view.mergedInto(actor);
  }
}
