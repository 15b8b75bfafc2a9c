import { mayGrantAnonymity } from './actor.ts';
import { mayPublish } from './attribution.ts';
import { InputInvalid } from './errors.ts';
import type { Path } from './reference.ts';
import { cited } from './sentence.ts';
import type { ActorKind } from './vocabulary.ts';

/** What on record holds only as long as an actor is of its kind: a slug each, null where there is nothing. */
export interface RestingOnKind {
  /** An unnamed source to whom it granted anonymity. */
  readonly source: string | null;
  /** An article of no known outlet in which an attribution starts with it. */
  readonly article: string | null;
}

/**
 * Passes when an actor may be of another kind than it was recorded as: to and from an unnamed source none is corrected,
 * and what rests on the kind has to hold with the other one.
 * @throws InputInvalid
 */
export function assertKindCorrected(
  { from, to }: { readonly from: ActorKind; readonly to: ActorKind },
  { source, article }: RestingOnKind,
  path: Path,
): void {
  if (from === 'UNNAMED_SOURCE' || to === 'UNNAMED_SOURCE') {
    throw new InputInvalid('A named actor never becomes an unnamed source, nor the reverse.', path);
  }
  if (source !== null && !mayGrantAnonymity(to)) {
    const because = `It granted ${cited(source)} anonymity, which no actor of the kind ${to} can.`;
    throw new InputInvalid(because, path);
  }
  if (article !== null && !mayPublish(to)) {
    const because = `An attribution starts with it in ${cited(article)}, whose outlet is not known: only an outlet can start it.`;
    throw new InputInvalid(because, path);
  }
}
