import type { Certainty, ClaimKind, EvidenceMode, StanceKind } from '../rules/vocabulary.ts';
import type { ActorDrafted } from './actor-drafts.ts';

/** What an extractor makes of an article. Actors and claims are named by ids of these drafts alone. */
export interface DraftsInput {
  readonly actors: readonly ActorDrafted[];
  readonly claims: readonly ClaimDrafted[];
  readonly stances: readonly StanceDrafted[];
  /** Whom actors of stances speak for. */
  readonly affiliations?: readonly AffiliationDrafted[];
}

interface AffiliationDrafted {
  readonly actor: string;
  readonly of: string;
  readonly role: string;
}

export interface ClaimDrafted {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
  /** The article does not tell what is denied. */
  readonly isUntold?: boolean;
}

export interface StanceDrafted {
  readonly claim: string;
  readonly actor: string;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly saidPhrase?: string;
  readonly saidOn?: string;
  readonly evidence: {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly mode: EvidenceMode;
    readonly cue?: string;
    readonly attribution: readonly string[];
    readonly confidence: number;
    /** Who read it, where that is somebody else than who read the article. */
    readonly extractor?: string;
  };
}
