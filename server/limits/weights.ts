/** What every operation costs, however little it asks for. */
export const baseCost = 10;

/** What fields cost besides the objects that they answer with, where that is more work than reading a row. */
export const weights: Readonly<Record<string, number>> = {
  'Article.changes': 50,
  'Article.text': 20,
  'Mutation.importRecord': 500,
  'Mutation.ingestArticle': 500,
  'Query.__schema': 1_000,
  'Query.__type': 50,
  'Query.exportRecord': 1_000,
  'Query.search': 50,
  'Query.similarClaims': 50,
  'Query.status': 200,
  'Query.verifyRecord': 4_900,
  'RecordActorPayload.similar': 20,
  'RecordClaimPayload.similar': 50,
  'RecordSummary.counts': 50,
  'Stance.actorCandidates': 5,
  'Stance.claimCandidates': 10,
};

/** Counting a whole list, whatever the list. */
const countWeight = 20;

/** Any other change: it waits for its turn, and for the disk. */
const mutationWeight = 20;

/** A standing in the past is worked out anew. */
const pastStandingWeight = 20;

/** What a field costs besides the objects that it answers with. */
export function weightOf(type: string, field: string, args: readonly string[]): number {
  if (field === 'totalCount' || field === 'totalCountIsExact') return countWeight;
  if (type === 'Claim' && field === 'standing') return args.length > 0 ? pastStandingWeight : 0;
  return weights[`${type}.${field}`] ?? (type === 'Mutation' ? mutationWeight : 0);
}
