import { type ActorNamed, type ClaimNamed, slugsTaken } from '../queries/named.ts';
import { linkUnder } from '../rules/attribution.ts';
import { evidenceReferred } from '../rules/evidence-content.ts';
import type { ReferredActor, ReferredArticle } from '../rules/record-view.ts';
import type { Ref } from '../rules/reference.ts';
import type { Certainty, ClaimKind, EvidenceMode, StanceKind } from '../rules/vocabulary.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import { draftSlug } from './draft-slug.ts';
import { insertStance } from './insert-stance.ts';
import { type ActorDrafted, recordActorDraft } from './record-actor-draft.ts';
import { recordClaim } from './record-claim.ts';
import { actorAt, claimAt, recordViewOf } from './reference.ts';

/** What an extractor makes of an article. Actors and claims are named by ids of these drafts alone. */
export interface DraftsInput {
  readonly actors: readonly ActorDrafted[];
  readonly claims: readonly ClaimDrafted[];
  readonly stances: readonly StanceDrafted[];
}

interface ClaimDrafted {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
}

interface StanceDrafted {
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

interface Reading {
  readonly article: ArticleRow;
  readonly extractor: string;
  readonly drafts: DraftsInput;
  /** The actors on record that drafts mean by these ids. */
  readonly known: Readonly<Record<string, Ref>>;
  /** What the words of the article show already, whatever became of it. */
  readonly shown: readonly Shown[];
}

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly kind: StanceKind;
  readonly actor: number;
  readonly shownActor: number;
}

/** Whether two show the same: another version of a reader may take a few words more, or less. */
function isSame(one: Shown, other: Omit<Shown, 'shownActor'>): boolean {
  if (one.kind !== other.kind) return false;
  if (one.actor !== other.actor && one.shownActor !== other.actor) return false;
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return 2 * shared >= Math.max(one.end - one.start, other.end - other.start);
}

/** Records what was drafted from an article, but for what is on record or shown there, and tells how many stances. */
export async function recordDrafts(tx: WriteTx, reading: Reading): Promise<number> {
  const { article, drafts } = reading;
  const ref = { id: article.id };
  const view = await recordViewOf(tx, (names) => names.articles.id.add(ref.id));
  const drafting = new Drafting(tx, reading, view.article(ref, []));
  const named = drafts.stances.map((stance) => {
    const { text } = drafting.claimDrafted(stance.claim);
    return { stance, slug: draftSlug(article, { ...stance, claim: text }) };
  });
  const names = JSON.stringify(named.map(({ slug }) => slug));
  const found = await tx.reader.read(slugsTaken.stance, { names });
  const taken = new Set(found.map(({ slug }) => slug));
  let drafted = 0;
  for (const { stance, slug } of named) {
    if (taken.has(slug)) continue;
    taken.add(slug);
    if (await drafting.record(stance, slug)) drafted += 1;
  }
  return drafted;
}

/** Records drafts of one article; actors and claims when the first stance needs them. */
class Drafting {
  readonly #tx: WriteTx;
  readonly #reading: Reading;
  /** As evidence refers to it. */
  readonly #article: ReferredArticle;
  /** By their ids among the drafts. */
  readonly #actors = new Map<string, ActorNamed>();
  readonly #claims = new Map<string, ClaimNamed>();

  constructor(tx: WriteTx, reading: Reading, article: ReferredArticle) {
    this.#tx = tx;
    this.#reading = reading;
    this.#article = article;
  }

  /** Records a stance; false where the article’s words show it already. */
  async record(stance: StanceDrafted, slug: string): Promise<boolean> {
    const { article, extractor, shown } = this.#reading;
    const { attribution, ...words } = stance.evidence;
    const actor = await this.#actor(stance.actor);
    const drafted = { ...words, kind: stance.kind, actor: actor.key };
    if (shown.some((one) => isSame(one, drafted))) return false;
    const chain = await this.#chain(attribution, actor);
    const evidence = evidenceReferred(
      { ...words, article: { id: article.id }, attribution: [], extractor },
      { article: this.#article, chain, holder: actor, path: ['drafts'] },
    );
    const content = {
      ...notTold,
      slug,
      actor,
      kind: stance.kind,
      certainty: stance.certainty,
      saidPhrase: stance.saidPhrase ?? null,
      review: 'DRAFT' as const,
      evidence: [evidence],
    };
    await insertStance(this.#tx, content, { claim: await this.#claim(stance.claim) });
    return true;
  }

  claimDrafted(id: string): ClaimDrafted {
    return found(this.#reading.drafts.claims, id);
  }

  /** The actor that a draft means: on record under that name, or recorded as a draft itself. */
  async #actor(id: string): Promise<ActorNamed> {
    const met = this.#actors.get(id);
    if (met !== undefined) return met;
    const ref = this.#reading.known[id] ?? (await this.#recorded(id));
    const actor = await actorAt(this.#tx, ref, ['drafts']);
    this.#actors.set(id, actor);
    return actor;
  }

  async #recorded(id: string): Promise<Ref> {
    const { article, drafts } = this.#reading;
    const draft = found(drafts.actors, id);
    const grantor = draft.grantedBy === undefined ? null : await this.#actor(draft.grantedBy);
    return recordActorDraft(this.#tx, { article, draft, grantor });
  }

  async #claim(id: string): Promise<ClaimNamed> {
    const met = this.#claims.get(id);
    if (met !== undefined) return met;
    const { text, kind } = this.claimDrafted(id);
    const { language } = this.#reading.article;
    const recorded = await recordClaim(this.#tx, { text, kind, language, review: 'DRAFT' });
    const claim = await claimAt(this.#tx, { id: recorded.id }, ['drafts']);
    this.#claims.set(id, claim);
    return claim;
  }

  /** The chain without those that it names twice: what drafts hold apart may be one on record. */
  async #chain(attribution: readonly string[], holder: ActorNamed): Promise<ReferredActor[]> {
    const named: ReferredActor[] = [];
    for (const id of attribution) named.push(await this.#actor(id));
    const [first] = named;
    const { outlet } = this.#article;
    // Whom a text calls by name is whom the record shows; it was published under the outlet's own name.
    if (first !== undefined && outlet !== null && first.key === this.#reading.article.shownOutlet) {
      named[0] = linkUnder(first, outlet);
    }
    if (named[0]?.key === holder.key) return [holder];
    const before = new Map(named.map((actor) => [actor.key, actor]));
    before.delete(holder.key);
    return [...before.values(), holder];
  }
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

function found<T extends { readonly id: string }>(drafts: readonly T[], id: string): T {
  const draft = drafts.find((one) => one.id === id);
  if (draft === undefined) throw new Error(`There is no draft ${id}.`);
  return draft;
}
