import type { OnRecordView } from '../queries/record-view.ts';
import { linkUnder } from '../rules/attribution.ts';
import { claimContent } from '../rules/claim-content.ts';
import { evidenceReferred } from '../rules/evidence-content.ts';
import type { ReferredActor, ReferredArticle } from '../rules/record-view.ts';
import type { Certainty, ClaimKind, EvidenceMode, StanceKind } from '../rules/vocabulary.ts';
import type { ArticleRow } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { type ActorMeant, insertActors, recordedActor } from './actor-drafts.ts';
import { grantAwaited } from './awaited.ts';
import { insertEvidence } from './insert-evidence.ts';
import { stanceRow } from './insert-stance.ts';
import { freeSlugs, newId } from './new-name.ts';
import { claimRow } from './record-claim.ts';
import { visibilityOf } from './visibility.ts';

export interface StanceDrafted {
  readonly claim: string;
  readonly actor: string;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly saidPhrase?: string;
  readonly evidence: {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly mode: EvidenceMode;
    readonly cue?: string;
    readonly attribution: readonly string[];
    readonly confidence: number;
  };
}

/** What comes on record of an article's drafts, one thing after the other, at moments that are settled. */
export type DraftStep = ActorStep | ClaimStep | StanceStep;

interface ActorStep {
  readonly noun: 'actor';
  readonly at: number;
  readonly actor: ActorMeant;
}

export interface ClaimStep {
  readonly noun: 'claim';
  readonly at: number;
  readonly text: string;
  readonly kind: ClaimKind;
  /** Once it is on record. */
  row: { readonly key: number; readonly slug: string } | null;
}

interface StanceStep {
  readonly noun: 'stance';
  readonly at: number;
  readonly slug: string;
  readonly stance: StanceDrafted;
  readonly actor: ActorMeant;
  readonly chain: readonly ActorMeant[];
  readonly claim: ClaimStep;
}

/** The article that drafts were read from. */
interface DraftsRead {
  readonly article: ArticleRow;
  /** The same, as evidence refers to it. */
  readonly referred: ReferredArticle;
  readonly extractor: string;
  readonly view: OnRecordView;
}

/** Records what the steps tell with a statement for each table, and appends their events in the order of the steps. */
export async function insertDrafts(
  tx: WriteTx,
  steps: readonly DraftStep[],
  read: DraftsRead,
): Promise<void> {
  const actors = steps.flatMap((step) => (step.noun === 'actor' ? step.actor : []));
  const claimed = steps.flatMap((step) => (step.noun === 'claim' ? step : []));
  const stated = steps.flatMap((step) => (step.noun === 'stance' ? step : []));
  await insertActors(tx, actors);
  await insertClaims(tx, claimed, read);
  const keys = await insertStances(tx, stated, read);
  const keyOf = new Map<DraftStep, number>(stated.map((step, index) => [step, keys[index] ?? 0]));
  await insertRows(
    tx.drizzle,
    reviewLog,
    steps.flatMap((step) => {
      if (step.noun === 'actor') return [];
      const { noun, at } = step;
      const own = noun === 'claim' ? rowOf(step).key : (keyOf.get(step) ?? 0);
      return {
        claim: noun === 'claim' ? own : null,
        stance: noun === 'stance' ? own : null,
        review: 'DRAFT' as const,
        reason: null,
        by: tx.author.token,
        recordedAt: at,
      };
    }),
  );
  for (const step of steps) announce(tx, step, keyOf.get(step) ?? 0);
  await grantAwaited(tx, actors.map(recordedActor));
}

function announce(tx: WriteTx, step: DraftStep, stance: number): void {
  const told = { at: step.at, visibility: visibilityOf(false), payload: {} };
  if (step.noun === 'actor') {
    const { key } = recordedActor(step.actor);
    tx.append({ ...told, type: 'ACTOR_ADDED', noun: 'actor', subject: key });
  } else if (step.noun === 'claim') {
    const { key } = rowOf(step);
    tx.append({ ...told, type: 'CLAIM_RECORDED', noun: 'claim', subject: key });
    tx.touch(key);
  } else {
    tx.append({ ...told, type: 'STANCE_ADDED', noun: 'stance', subject: stance });
    tx.touch(rowOf(step.claim).key);
  }
}

async function insertClaims(
  tx: WriteTx,
  steps: readonly ClaimStep[],
  { article: { language }, view }: DraftsRead,
): Promise<void> {
  const contents = steps.map(({ text, kind }) =>
    claimContent({ text, kind, language, review: 'DRAFT' }, view),
  );
  const slugs = await freeSlugs(tx, 'claim', { texts: steps.map(({ text }) => text) });
  const rows = steps.flatMap(({ at }, index) => {
    const [content, slug] = [contents[index], slugs[index]];
    if (content === undefined || slug === undefined) return [];
    return claimRow(content, { id: newId('claim', at), slug, at });
  });
  const keys = await insertRows(tx.drizzle, claims, rows);
  for (const [index, step] of steps.entries()) {
    const [key, slug] = [keys[index], slugs[index]];
    if (key !== undefined && slug !== undefined) step.row = { key, slug };
  }
}

async function insertStances(
  tx: WriteTx,
  steps: readonly StanceStep[],
  read: DraftsRead,
): Promise<readonly number[]> {
  const contents = steps.map((step) => stanceContentOf(step, read));
  const rows = steps.flatMap(({ at, claim }, index) => {
    const content = contents[index];
    if (content === undefined) return [];
    const { slug } = content;
    return stanceRow(content, { id: newId('stance', at), slug, claim: rowOf(claim).key, at });
  });
  const keys = await insertRows(tx.drizzle, stances, rows);
  const pieces = steps.flatMap(({ at }, index) =>
    (contents[index]?.evidence ?? []).map((content) => {
      return { content, stance: keys[index] ?? 0, at };
    }),
  );
  await insertEvidence(tx, pieces);
  return keys;
}

function stanceContentOf({ stance, slug, ...step }: StanceStep, read: DraftsRead) {
  const { attribution, ...words } = stance.evidence;
  const { article, extractor, referred } = read;
  const actor = recordedActor(step.actor);
  const chain = chainOf(step.chain.map(recordedActor), actor, read);
  const evidence = evidenceReferred(
    { ...words, article: { id: article.id }, attribution: [], extractor },
    { article: referred, chain, holder: actor, path: ['drafts'] },
  );
  return {
    ...notTold,
    slug,
    actor,
    kind: stance.kind,
    certainty: stance.certainty,
    saidPhrase: stance.saidPhrase ?? null,
    review: 'DRAFT' as const,
    evidence: [evidence],
  };
}

/** The chain without those that it names twice: what drafts hold apart may be one on record. */
function chainOf(
  named: ReferredActor[],
  holder: ReferredActor,
  { article, referred }: DraftsRead,
): ReferredActor[] {
  const [first] = named;
  const { outlet } = referred;
  // Whom a text calls by name is whom the record shows; it was published under the outlet's own name.
  if (first !== undefined && outlet !== null && first.key === article.shownOutlet) {
    named[0] = linkUnder(first, outlet);
  }
  if (named[0]?.key === holder.key) return [holder];
  const before = new Map(named.map((actor) => [actor.key, actor]));
  before.delete(holder.key);
  return [...before.values(), holder];
}

/** What an extractor tells of no stance. */
const notTold = {
  saidAt: null,
  saidOn: null,
  saidIn: null,
  knownBy: null,
  note: null,
  withdrawnReason: null,
};

function rowOf({ row, text }: ClaimStep) {
  if (row === null) throw new Error(`This claim is not on record yet: ${text}`);
  return row;
}
