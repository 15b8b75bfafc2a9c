import type {
  Certainty,
  ClaimKind,
  DeskActor,
  DeskCandidatesData,
  DeskClaim,
  DeskStance,
  Review,
  StanceKind,
} from './generated/documents.ts';

type CandidatesFound = Extract<
  NonNullable<DeskCandidatesData['nodes'][number]>,
  { readonly id: string }
>;

/** What a draft may be instead. */
interface Candidates {
  readonly claims: readonly ClaimCandidate[];
  readonly actors: readonly DeskActor[];
  readonly evidenceOf: CandidatesFound['furtherEvidenceOf'];
}

export interface ClaimCandidate {
  readonly relation: 'SAME' | 'NEGATION' | 'OTHER_NUMBER' | 'NARROWER' | 'SIMILAR' | null;
  readonly claim: DeskClaim;
}

/** Who it is: somebody on record or drafted, by an id, or somebody new. */
export type ActorChoice =
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  | { readonly kind: 'new'; readonly name: string; readonly actorKind: DeskActor['kind'] };

/** A claim on record, or one that is new. */
export type ClaimChoice =
  | { readonly kind: 'known'; readonly id: string; readonly text: string }
  | { readonly kind: 'new'; readonly text: string };

/** What a draft is to be when it is accepted. */
export interface Edits {
  /** The id of the claim: its own, or another. Null where one has to be chosen first. */
  readonly claim: string | null;
  readonly claimText: string;
  readonly claimKind: ClaimKind;
  readonly topics: string;
  readonly actor: ActorChoice;
  /** Another name for its own actor. */
  readonly actorName: string;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly saidOn: string;
  /** Those between the outlet and the holder, in their order. */
  readonly through: readonly ActorChoice[];
  /** Whether its words are only further evidence of the stance on record that is proposed. */
  readonly asEvidence: boolean;
  /** Whether the same words in copies and versions are judged with it. */
  readonly together: boolean;
}

/** What became of a draft. */
export type Outcome =
  | { readonly by: 'us'; readonly review: Review; readonly told: string }
  | { readonly by: 'others'; readonly review: Review; readonly name: string };

/** The same words, drafted from a copy or a version of the article. */
export interface Twin {
  readonly draft: DeskStance;
  readonly outlet: string;
  readonly since: string;
}

/** A draft in the list, and all that is known of it. */
export interface DraftEntry {
  readonly draft: DeskStance;
  /** The cursor of when it was read. */
  readonly since: string;
  /** Null until they are found. */
  readonly candidates: Candidates | null;
  /** A claim that was searched for. */
  readonly searched: readonly ClaimCandidate[];
  /** Null while nothing was edited. */
  readonly edits: Edits | null;
  readonly outcome: Outcome | null;
  readonly twins: readonly Twin[];
}

export const entryOf = (draft: DeskStance, since: string): DraftEntry => ({
  draft,
  since,
  candidates: null,
  searched: [],
  edits: null,
  outcome: null,
  twins: [],
});

export const isWaiting = ({ outcome }: Pick<DraftEntry, 'outcome'>): boolean => outcome === null;

/** Whether it says for certain the same, and is on record. */
export const isSure = ({ claim, relation }: ClaimCandidate): boolean =>
  relation === 'SAME' && claim.review === 'VERIFIED';

/** The claims that a draft may be on, in the order in which they are offered: its own first. */
export function claimsOffered({
  candidates,
  draft,
  searched,
}: DraftEntry): readonly ClaimCandidate[] {
  const offered: ClaimCandidate[] = [{ relation: null, claim: draft.claim }];
  const shown = candidates?.evidenceOf;
  const further = shown ? [{ relation: 'SAME' as const, claim: shown.claim }] : [];
  for (const each of [...further, ...searched, ...(candidates?.claims ?? [])])
    if (!offered.some(({ claim }) => claim.id === each.claim.id)) offered.push(each);
  return offered;
}

/** What it is to be as it stands: as it was edited or, where it was not, as it was drafted, on the claim on record that is the same for certain. */
export function editsOf(entry: DraftEntry): Edits {
  return entry.edits ?? proposed(entry);
}

function proposed({ candidates, draft }: DraftEntry): Edits {
  const { actor, certainty, claim, evidence, kind, saidOn, unsure } = draft;
  const sure = candidates?.claims.find(isSure);
  const further = candidates?.evidenceOf;
  const own = unsure === null ? claim.id : null;
  return {
    claim: further?.claim.id ?? sure?.claim.id ?? own,
    claimText: unsure === null ? claim.text : '',
    claimKind: claim.kind,
    topics: claim.topics.join(', '),
    actor: known(actor),
    actorName: actor.name,
    kind,
    certainty,
    saidOn: saidOn ?? '',
    through: (evidence[0]?.attribution ?? []).slice(1, -1).map(known),
    asEvidence: Boolean(further),
    together: true,
  };
}

export const known = ({ id, name }: Pick<DeskActor, 'id' | 'name'>): ActorChoice => ({
  kind: 'known',
  id,
  name,
});

/** The words that show a draft in its article. */
export const wordsOf = ({ evidence }: DeskStance) =>
  evidence.find(({ withdrawnAt }) => withdrawnAt === null) ?? evidence[0];

/** What is carried out of a draft: an acceptance as it stands, or a rejection. */
export type Judgement =
  | { readonly review: 'VERIFIED'; readonly edits: Edits }
  | { readonly review: 'REJECTED'; readonly reason: string };

/** A draft with some of it edited: it is further evidence only as long as it says what that stance says. */
export function edited(entry: DraftEntry, change: Partial<Edits>): DraftEntry {
  const edits = { ...editsOf(entry), ...change };
  const further = entry.candidates?.evidenceOf;
  const saysTheSame =
    edits.claim === further?.claim.id &&
    edits.kind === entry.draft.kind &&
    isOwnActor(entry, edits);
  return { ...entry, edits: { ...edits, asEvidence: edits.asEvidence && saysTheSame } };
}

export const isOwnActor = ({ draft }: DraftEntry, { actor }: Edits): boolean =>
  actor.kind === 'known' && actor.id === draft.actor.id;
