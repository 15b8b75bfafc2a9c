import type { Question } from './answer.ts';
import type { CallOptions, Connection } from './connect.ts';
import { ask } from './request.ts';
import type { StreamedEvent } from './subscribe.ts';

/** A change of the record, as far as whatever is live has to know it. */
export interface RecordChange extends StreamedEvent {
  readonly type: string;
  /** The ids of the claims that it tells of, by all their names. */
  readonly claims: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** The stream of all changes. */
export const allChanges: Question = {
  text: 'subscription live($after:String,$checkpoints:Boolean){recordEvents(after:$after,checkpoints:$checkpoints){cursor at type claims from to}}',
  variables: {},
  isOurs: true,
};

/** The place up to which the record goes. */
export async function feedCursorNow(connection: Connection, options: CallOptions): Promise<string> {
  const { data } = await ask<Head>(connection, head, options);
  return data.record.feedCursor;
}

interface Head {
  readonly record: { readonly feedCursor: string };
}

const head: Question = {
  text: 'query liveHead{record{feedCursor}}',
  variables: {},
  isOurs: true,
  isRepeatable: true,
};

/**
 * Whether a change may show in one claim, whose JSON this is: it tells of it, or of another that is mentioned in it; or of an
 * actor, an affiliation or an article, which are named in many; or what it presupposes came to be contested, or ceased to be.
 * Whatever is not on record yet comes with an event of a claim.
 */
export function mayShowIn(claim: string, { type, claims, from, to }: RecordChange): boolean {
  if (claim === 'null') return type.startsWith('CLAIM') || type.startsWith('STANCE');
  return (
    claims.some((id) => claim.includes(id)) ||
    (/^(ACTOR|AFFILIATION|ARTICLE)/.test(type) && !/^A(CTOR|RTICLE)_ADDED$/.test(type)) ||
    isContested(from) !== isContested(to)
  );
}

const isContested = (status: string | null): boolean =>
  status === 'DISPUTED' || status === 'DENIED';
