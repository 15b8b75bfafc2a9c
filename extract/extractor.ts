import type { ActorDraft, ActorGiven } from './actors/actor.ts';
import type { ClaimKind } from './claims/claim.ts';
import type { Certainty, StanceKind } from './stances/kinds.ts';
import type { Mode } from './stances/statement.ts';
import type { Span } from './words/span.ts';

/** An article to read, and what is on record about those in it. */
export interface ExtractInput {
  readonly text: string;
  /** Who published it. Without a name its voice is that of a placeholder. */
  readonly publisher?: { readonly id?: string; readonly name?: string };
  /** Actors on record: the text's names are looked for among theirs. */
  readonly actors?: readonly ActorGiven[];
  /** The day of its publication, `2024-11-11`: by it the days are known that the text tells as `on Monday`. */
  readonly publishedOn?: string;
  /** Whether what the publisher tells in its own voice is drafted, too, and not only what it says of others' claims. */
  readonly narrated?: boolean;
  /** Ids of claims on record that may be the same as this text, best first. */
  readonly claimsLike?: (text: string) => readonly string[];
}

export interface ClaimDraft {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
  /** Claims on record that may be the same; a person decides. */
  readonly candidates: readonly string[];
  /** The text tells somebody’s denial and not of what: a person says which claim it is. */
  readonly isUntold?: boolean;
}

interface EvidenceDraft {
  /** `text.slice(start, end)`, in UTF-16 code units. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly mode: Mode;
  readonly cue?: string;
  /** Ids of actors, from the publisher to the holder of the stance. */
  readonly attribution: readonly string[];
  /** How sure the reader is of its reading, from 0 to 1. */
  readonly confidence: number;
  readonly marks: Marks;
  /** Who read it, where drafts of several readers stand together: `rules/1`. */
  readonly extractor?: string;
}

/** Where in the text the words for who speaks stand, those that tell of the saying, and those for what is said. */
export interface Marks {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface StanceDraft {
  /** Id of a claim of these drafts. */
  readonly claim: string;
  /** Id of an actor of these drafts. */
  readonly actor: string;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  /** The text's own word for when it was said. */
  readonly saidPhrase?: string;
  /** The day that those words mean, where that is certain. */
  readonly saidOn?: string;
  readonly evidence: EvidenceDraft;
  /** How another reader reads the same words, where it reads them otherwise. */
  readonly otherwise?: readonly OtherReading[];
}

export interface OtherReading extends Pick<StanceDraft, 'actor' | 'claim' | 'kind'> {
  readonly extractor: string;
}

/** That somebody who speaks in an article speaks for somebody else. */
interface AffiliationDraft {
  /** Ids of actors of these drafts. */
  readonly actor: string;
  readonly of: string;
  readonly kind: 'SPEAKS_FOR';
  /** The text’s word for it: `spokeswoman`. */
  readonly role: string;
}

/** What one article makes for a person to accept, edit or reject; stances in the order of the text. */
export interface Drafts {
  readonly actors: readonly ActorDraft[];
  readonly claims: readonly ClaimDraft[];
  readonly stances: readonly StanceDraft[];
  /** Whom the holders of stances speak for. */
  readonly affiliations?: readonly AffiliationDraft[];
}

/** Reads an article into drafts. The same input gives the same drafts, byte for byte. */
export interface Extractor {
  readonly id: string;
  readonly version: string;
  /** @throws The signal's reason, once it is aborted. */
  extract(input: ExtractInput, options?: { readonly signal?: AbortSignal }): Drafts;
  /** Reads what a text says by itself, so that it is extracted sooner. That of the last few texts is kept. */
  readAhead(text: string): void;
}
