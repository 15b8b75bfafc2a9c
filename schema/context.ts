import type { Database } from '../db/client.ts';
import type { EventOnRecord } from '../db/queries/event.ts';
import type { Reader } from '../db/read.ts';
import type { Role } from '../db/rules/vocabulary.ts';

/** Who asks: the holder of a token. Nobody, a stranger, is null. */
export interface Viewer {
  /** The token's key; null for the owner of the file, who needs none. */
  readonly token: number | null;
  readonly name: string;
  readonly role: Role;
}

/** Batches of events with a number above `seq`, in order: what is there first, then live as it is committed. Ends when the signal aborts; never yields an empty batch. */
export interface Feed {
  after(seq: number, signal: AbortSignal): AsyncIterable<readonly EventOnRecord[]>;
}

/** What a resolver may reach. */
export interface GraphContext {
  readonly db: Database;
  readonly reader: Reader;
  readonly viewer: Viewer | null;
  /** Whether everyone may read the texts of articles. */
  readonly publicTexts: boolean;
  readonly feed: Feed;
  /** Aborts when whoever asked has left. */
  readonly signal: AbortSignal | undefined;
}

const ranks: Readonly<Record<Role, number>> = { READER: 1, EDITOR: 2, REVIEWER: 3, ADMIN: 4 };

/** Whether the viewer has this role or a higher one. */
export function hasRole(viewer: Viewer | null, minimum: Role): boolean {
  return viewer !== null && ranks[viewer.role] >= ranks[minimum];
}
