import type { Database } from '../../db/client.ts';
import { hasRole } from '../../schema/context.ts';
import { owner, viewerOf } from '../viewer.ts';
import type { Limits } from './limits.ts';

/** How many bytes the body of a request may have. */
export interface BodyAllowance {
  /** Whoever sends it. */
  readonly anybody: number;
  /** Asked for a larger one before any of it is read: by who sends it. @throws UNAUTHENTICATED for a bad token */
  of(asker: {
    readonly authorization: string | null | undefined;
    readonly isOwner?: boolean;
  }): Promise<number>;
}

export function createBodyAllowance(
  db: Pick<Database, 'isLocal' | 'reader' | 'written'>,
  { bodyBytes, editorBodyBytes }: Pick<Limits, 'bodyBytes' | 'editorBodyBytes'>,
): BodyAllowance {
  return {
    anybody: bodyBytes,
    async of({ authorization, isOwner = false }) {
      const viewer = isOwner ? owner : await viewerOf(db, authorization);
      return hasRole(viewer, 'EDITOR') ? editorBodyBytes : bodyBytes;
    },
  };
}
