import type { Reader } from '../../db/read/read.ts';
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
  reader: Reader,
  { bodyBytes, editorBodyBytes }: Pick<Limits, 'bodyBytes' | 'editorBodyBytes'>,
): BodyAllowance {
  return {
    anybody: bodyBytes,
    async of({ authorization, isOwner = false }) {
      const viewer = isOwner ? owner : await viewerOf({ reader, written: reader }, authorization);
      return hasRole(viewer, 'EDITOR') ? editorBodyBytes : bodyBytes;
    },
  };
}
