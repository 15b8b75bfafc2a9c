import type { ActorOnRecord } from '../db/queries/actor.ts';
import type { ActorMergeOnRecord } from '../db/queries/actor-merge.ts';
import type { AffiliationOnRecord } from '../db/queries/affiliation.ts';
import type { ArticleOnRecord } from '../db/queries/article.ts';
import type { ClaimOnRecord } from '../db/queries/claim.ts';
import type { ClaimLinkOnRecord } from '../db/queries/claim-link.ts';
import type { EvidenceOnRecord } from '../db/queries/evidence.ts';
import type { StanceOnRecord } from '../db/queries/stance.ts';
import type { TokenOnRecord } from '../db/queries/token.ts';
import { builder } from './builder.ts';
import { connectionTo } from './reading/connection.ts';

// Everything on record refers to everything else. Each concept's module implements its own type, and names the others from here.

export const Article = builder.objectRef<ArticleOnRecord>('Article');
export const ArticleConnection = connectionTo('Article', Article);

export const Actor = builder.objectRef<ActorOnRecord>('Actor');
export const ActorConnection = connectionTo('Actor', Actor);

export const ActorMerge = builder.objectRef<ActorMergeOnRecord>('ActorMerge');
export const ActorMergeConnection = connectionTo('ActorMerge', ActorMerge);

export const Affiliation = builder.objectRef<AffiliationOnRecord>('Affiliation');
export const AffiliationConnection = connectionTo('Affiliation', Affiliation);

export const Claim = builder.objectRef<ClaimOnRecord>('Claim');
export const ClaimConnection = connectionTo('Claim', Claim);

export const ClaimLink = builder.objectRef<ClaimLinkOnRecord>('ClaimLink');
export const ClaimLinkConnection = connectionTo('ClaimLink', ClaimLink);

export const Stance = builder.objectRef<StanceOnRecord>('Stance');
export const StanceConnection = connectionTo('Stance', Stance);

export const Evidence = builder.objectRef<EvidenceOnRecord>('Evidence');
export const EvidenceConnection = connectionTo('Evidence', Evidence);

export const Token = builder.objectRef<Omit<TokenOnRecord, 'key'>>('Token');
