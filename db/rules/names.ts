import type { ActorInput } from './actor-content.ts';
import type { ActorMergeInput } from './actor-merge-content.ts';
import type { AffiliationInput } from './affiliation-content.ts';
import { type ArticleInput, sha256Of } from './article-content.ts';
import type { ClaimInput } from './claim-content.ts';
import { type ClaimLinkInput, identityTold } from './claim-link-content.ts';
import type { EvidenceInput } from './evidence-content.ts';
import type { Unknown } from './field.ts';
import { type Naming, namedBy, type Ref } from './reference.ts';
import type { StanceCorrectionInput, StanceInput, StanceOnClaimInput } from './stance-content.ts';

/** Some names of one noun, by the way in which they name it. */
export type NamesOf = Readonly<Record<Naming['by'], Set<string>>>;

const noNames = (): NamesOf => ({ slug: new Set(), id: new Set(), sha256: new Set() });

/** What has to be looked up before some inputs can be judged: whatever they refer to, and whatever they may be already. */
export class Names {
  readonly actors = noNames();
  readonly articles = noNames();
  readonly claims = noNames();
  /** The slugs, hashes and Wikidata items of what is to be recorded. */
  readonly own = {
    actors: new Set<string>(),
    wikidataIds: new Set<string>(),
    articles: new Set<string>(),
    texts: new Set<string>(),
    claims: new Set<string>(),
    stances: new Set<string>(),
    /** Claims that come with stances. */
    claimsWithStances: new Set<string>(),
  };
  /** Whether articles are told to be alike to others. */
  hasAlike = false;
  /** Whose affiliations, links and merges are looked up. */
  readonly affiliated = noNames();
  readonly linked = noNames();
  /** The articles whose earlier versions are looked up. */
  readonly versioned = noNames();
  readonly merged = noNames();
  /** Of which claims it matters what they are one with. */
  readonly identified = noNames();
  /** Who may be one with the outlet of an article or with the holder of a stance: that is looked up with these. */
  readonly ends = noNames();

  actor({ slug, wikidataId, grantedBy }: ActorInput): void {
    add(this.own.actors, slug);
    add(this.own.wikidataIds, wikidataId);
    refer(this.actors, grantedBy);
  }

  affiliation({ actor, of }: AffiliationInput): void {
    refer(this.actors, actor, of);
    refer(this.affiliated, actor);
  }

  article({ slug, sha256, text, outlet, creditedTo, supersedes, alike }: ArticleInput): void {
    add(this.own.articles, slug);
    add(this.own.texts, sha256 ?? (text ? sha256Of(text) : null));
    refer(this.actors, outlet, creditedTo);
    refer(this.articles, supersedes, ...(alike ?? []));
    if (alike?.length) this.hasAlike = true;
  }

  claim({ slug, concerns, stances }: ClaimInput): void {
    add(this.own.claims, slug);
    this.concerns(concerns);
    if (stances?.length) add(this.own.claimsWithStances, slug);
    for (const stance of stances ?? []) this.stance(stance);
  }

  concerns(actors: Unknown<readonly Ref[]>): void {
    refer(this.actors, ...(actors ?? []));
  }

  claimLink({ from, to, revoked, ...link }: ClaimLinkInput): void {
    refer(this.claims, from, to);
    refer(this.linked, from);
    const isRevoked = revoked !== null && revoked !== undefined;
    if (identityTold({ ...link, isRevoked }) !== null) refer(this.identified, from, to);
  }

  actorMerge({ from, into }: ActorMergeInput): void {
    refer(this.actors, from, into);
    refer(this.merged, from, into);
  }

  stance({ slug, actor, saidIn, evidence }: StanceInput): void {
    add(this.own.stances, slug);
    refer(this.actors, actor);
    refer(this.claims, saidIn);
    for (const piece of evidence ?? []) this.evidence(piece, actor);
  }

  stanceCorrection({ saidIn }: StanceCorrectionInput): void {
    refer(this.claims, saidIn);
  }

  stanceOnClaim(stance: StanceOnClaimInput): void {
    refer(this.claims, stance.claim);
    this.stance(stance);
  }

  evidence({ article, attribution, firstShownBy }: EvidenceInput, holder: Ref): void {
    refer(this.articles, article, firstShownBy);
    if (firstShownBy) refer(this.versioned, article);
    refer(this.actors, ...(attribution ?? []));
    if (attribution?.length) refer(this.ends, attribution[0], attribution.at(-1), holder);
  }
}

function add(names: Set<string>, name: Unknown<string>): void {
  if (name !== undefined && name !== null) names.add(name);
}

function refer(names: NamesOf, ...refs: readonly Unknown<Ref>[]): void {
  for (const ref of refs) for (const by of namedBy) add(names[by], ref?.[by]);
}
