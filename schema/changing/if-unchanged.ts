import { assertUnchanged, type Subject } from '../../db/commands/assert-unchanged.ts';
import type { Ref } from '../../db/rules/reference.ts';
import type { Noun } from '../../db/rules/vocabulary.ts';
import type { WriteTx } from '../../db/write/write.ts';
import type { GraphContext } from '../context.ts';
import { headOf, seqOfCursor } from '../feed/event-feed.ts';
import type { MutationName } from './role.ts';

/** What each mutation changes that is on record: the keys of its input that name it, and as what. Null for what brings something new. */
export const changedBy = {
  recordArticle: null,
  ingestArticle: null,
  recordActor: null,
  recordClaim: null,
  importRecord: null,
  createToken: null,
  backUpRecord: null,
  recordAffiliation: { actor: 'actor', of: 'actor' },
  recordStance: { claim: 'claim' },
  updateArticle: { article: 'article' },
  withdrawArticle: { article: 'article' },
  restoreArticle: { article: 'article' },
  eraseArticleText: { article: 'article' },
  updateActor: { actor: 'actor' },
  endAffiliation: { affiliation: 'affiliation' },
  mergeActors: { from: 'actor', into: 'actor' },
  revokeActorMerge: { merge: 'merge' },
  updateClaim: { claim: 'claim' },
  withdrawClaim: { claim: 'claim' },
  linkClaims: { from: 'claim', to: 'claim' },
  revokeClaimLink: { link: 'link' },
  updateStance: { stance: 'stance' },
  withdrawStance: { stance: 'stance' },
  reviewStance: { stance: 'stance' },
  undoReview: { stance: 'stance' },
  addEvidence: { stance: 'stance' },
  withdrawEvidence: { evidence: 'evidence' },
  revokeToken: { token: 'token' },
} as const satisfies Readonly<Record<MutationName, Readonly<Record<string, Noun>> | null>>;

/** What has to hold in the transaction of a change before it is carried out; null where nothing was asked. */
export async function unchangedCheck(
  name: MutationName,
  input: object,
  context: GraphContext,
): Promise<((tx: WriteTx) => Promise<void>) | null> {
  const { ifUnchangedSince: cursor }: { ifUnchangedSince?: string | null } = input;
  if (cursor === undefined || cursor === null) return null;
  const after = await seqOfCursor(cursor, context, await headOf(context));
  const subjects = subjectsOf(name, input);
  return (tx) => assertUnchanged(tx, subjects, after);
}

function subjectsOf(name: MutationName, input: object): Subject[] {
  return Object.entries<Noun>(changedBy[name] ?? {}).flatMap(([key, noun]) => {
    const ref: Ref | null | undefined = Reflect.get(input, key);
    return ref ? [{ noun, ref, path: [key] }] : [];
  });
}
