import type { Viewer } from '../../schema/context.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { Admission } from './admission.ts';

/** Hears whoever asks over HTTP, before anything is done for them: a promise only where a token is looked up. */
export type Hearing = (
  facts: RequestFacts,
  authorization: string | null | undefined,
) => Promise<void> | null;

export interface HearingOptions {
  readonly admission: Pick<Admission, 'refusalToHear'>;
  /** Who holds the token of an Authorization header; null without one. Throws where it holds none that is in force. */
  readonly viewerOf: (authorization: string | null | undefined) => Promise<Viewer> | null;
}

/**
 * Takes what any request costs. The token is known first: its holder pays, and who shows none that is in force does
 * from an address.
 */
export function createHearing({ admission, viewerOf }: HearingOptions): Hearing {
  const hear = (facts: RequestFacts): void => {
    const refused = admission.refusalToHear(facts);
    if (refused) throw refused;
  };

  const hearHolder = async (facts: RequestFacts, asked: Promise<Viewer>): Promise<void> => {
    try {
      facts.viewer = await asked;
    } catch (error) {
      hear(facts);
      throw error;
    }
    hear(facts);
  };

  return (facts, authorization) => {
    const holder = facts.isOwner ? null : viewerOf(authorization);
    if (holder !== null) return hearHolder(facts, holder);
    if (!facts.isOwner) facts.viewer = null;
    hear(facts);
    return null;
  };
}
