import { type ActorNamed, slugsTaken } from '../queries/named.ts';
import type { OnRecordView } from '../queries/record-view.ts';
import { linkUnder } from '../rules/attribution.ts';
import { claimContent } from '../rules/claim-content.ts';
import { evidenceReferred } from '../rules/evidence-content.ts';
import type { ReferredActor, ReferredArticle } from '../rules/record-view.ts';
import type { Ref } from '../rules/reference.ts';
import { untoldClaim } from '../rules/untold-claim.ts';
import type { StanceKind } from '../rules/vocabulary.ts';
import { affiliationDrafts } from '../tables/affiliation-draft.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { reviewLog } from '../tables/review.ts';
import { insertRows, type NewRow } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { ActorDrafts } from './actor-drafts.ts';
import { draftSlug } from './draft-slug.ts';
import type { ClaimDrafted, DraftsInput, StanceDrafted } from './drafts-input.ts';
import { insertClaims } from './insert-claim.ts';
import { FreeSlugs, type Room, roomForStances } from './new-name.ts';
import { type NewStance, newStance } from './new-stance.ts';
import { recordViewOf } from './reference.ts';
import { type ClaimTold, newClaim } from './tell-claim.ts';

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

/**
 * Records what was drafted from an article, but for what is on record or shown there, and tells how many stances. It takes a
 * statement for each table, however many they are.
 */
export async function recordDrafts(tx: WriteTx, reading: Reading): Promise<number> {
  const { article, known } = reading;
  const view = await recordViewOf(tx, (names) => {
    names.articles.id.add(article.id);
    names.concerns(Object.values(known));
  });
  const fresh = await freshOf(tx, reading);
  if (fresh.length === 0) return 0;
  const { keys } = await roomForStances(tx, []);
  const drafts = reading.drafts.actors;
  const actors = await ActorDrafts.read(tx, { article, drafts, known, view, firstKey: keys.actor });
  const slugs = new FreeSlugs(tx, 'claim');
  await slugs.expect([...new Set(fresh.map(({ claim }) => claim.text))]);
  const drafting = new Drafting(tx, reading, { actors, slugs, keys, view });
  for (const one of fresh) await drafting.tell(one);
  await actors.insert();
  return drafting.insert();
}

/** A stance that was drafted, with its claim and slug. */
interface StanceToRecord {
  readonly stance: StanceDrafted;
  readonly claim: ClaimDrafted;
  readonly slug: string;
}

/** The stances that are not on record by their slugs, each once. */
async function freshOf(
  tx: WriteTx,
  { article, drafts }: Reading,
): Promise<readonly StanceToRecord[]> {
  const claims = new Map(drafts.claims.map((claim) => [claim.id, claim]));
  const named = new Map<string, StanceToRecord>();
  for (const stance of drafts.stances) {
    const claim = claims.get(stance.claim);
    if (claim === undefined) throw new Error(`There is no draft ${stance.claim}.`);
    const slug = draftSlug(article, { ...stance, claim: claim.text });
    if (!named.has(slug)) named.set(slug, { stance, claim, slug });
  }
  const found = await tx.reader.read(slugsTaken.stance, {
    names: JSON.stringify([...named.keys()]),
  });
  for (const { slug } of found) named.delete(slug);
  return [...named.values()];
}

/** Where the rows of drafts come in. */
interface Place {
  readonly actors: ActorDrafts;
  readonly slugs: FreeSlugs;
  readonly keys: Room['keys'];
  readonly view: OnRecordView;
}

/** A claim that is told of, to which its stances come one by one. */
interface ClaimDraftTold extends ClaimTold {
  readonly stances: NewStance[];
  readonly reviews: NewRow<typeof reviewLog>[];
}

/** Tells of drafts of one article, of actors and claims when the first stance needs them, and then inserts them. */
class Drafting {
  readonly #tx: WriteTx;
  readonly #reading: Reading;
  readonly #place: Place;
  /** By their ids among the drafts. */
  readonly #claims = new Map<string, ClaimDraftTold>();
  readonly #affiliations: NewRow<typeof affiliationDrafts>[] = [];
  #stances = 0;

  constructor(tx: WriteTx, reading: Reading, place: Place) {
    this.#tx = tx;
    this.#reading = reading;
    this.#place = place;
  }

  /** Tells of a stance, unless the article’s words show it already. */
  async tell({ stance, claim: drafted, slug }: StanceToRecord): Promise<void> {
    const { shown } = this.#reading;
    const { keys, actors } = this.#place;
    const { kind, evidence } = stance;
    const actor = await actors.actor(stance.actor);
    if (shown.some((one) => isSame(one, { ...evidence, kind, actor: actor.key }))) return;
    const content = await this.#content(stance, actor);
    const told = await this.#claim(drafted);
    const one = newStance(
      this.#tx,
      { ...content, slug },
      {
        claim: told.claim.key,
        slug,
        key: keys.stance + this.#stances,
        firstEvidence: keys.evidence + this.#stances,
      },
    );
    told.stances.push(one);
    await this.#affiliate({ actor: stance.actor, key: one.row.key }, actor.key);
    told.reviews.push(one.review);
    this.#stances += 1;
  }

  /** Inserts the rows of claims and stances, and tells how many stances. */
  async insert(): Promise<number> {
    await insertClaims(this.#tx, [...this.#claims.values()]);
    await insertRows(this.#tx, affiliationDrafts, this.#affiliations);
    return this.#stances;
  }

  /** Notes whom the holder of a stance speaks for; two of them may be one on record. */
  async #affiliate({ actor: id, key: stance }: { actor: string; key: number }, holder: number) {
    const { affiliations = [] } = this.#reading.drafts;
    const principals = new Map<number, string>();
    for (const { of, role } of affiliations.filter(({ actor }) => actor === id)) {
      const { key } = await this.#place.actors.actor(of);
      if (key !== holder && !principals.has(key)) principals.set(key, role);
    }
    for (const [of, role] of principals)
      this.#affiliations.push({ stance, actor: holder, of, role });
  }

  async #content(stance: StanceDrafted, actor: ActorNamed) {
    const { article, extractor } = this.#reading;
    const { attribution, ...words } = { extractor, ...stance.evidence };
    const ref = { id: article.id };
    const referred = this.#place.view.article(ref, []);
    const chain = await this.#chain(attribution, actor, referred);
    const evidence = evidenceReferred(
      { ...words, article: ref, attribution: [] },
      { article: referred, chain, holder: actor, path: ['drafts'] },
    );
    return {
      ...notTold,
      actor,
      kind: stance.kind,
      certainty: stance.certainty,
      saidPhrase: stance.saidPhrase ?? null,
      saidOn: stance.saidOn ?? null,
      review: 'DRAFT' as const,
      evidence: [evidence],
    };
  }

  async #claim({ id, kind, isUntold, ...told }: ClaimDrafted): Promise<ClaimDraftTold> {
    const met = this.#claims.get(id);
    if (met !== undefined) return met;
    const { slugs, keys, view } = this.#place;
    const { language } = this.#reading.article;
    const text = isUntold === true ? untoldClaim : told.text;
    const review = 'DRAFT' as const;
    const content = claimContent({ text, kind, language, review }, view);
    const slug = await slugs.give(text);
    const claim = newClaim(this.#tx, content, { key: keys.claim + this.#claims.size, slug });
    const reviews = [claim.review];
    const claimTold = { content, claim, stances: [], reviews, review, withdrawnAt: null };
    this.#claims.set(id, claimTold);
    return claimTold;
  }

  /** The chain without those that it names twice: what drafts hold apart may be one on record. */
  async #chain(
    attribution: readonly string[],
    holder: ActorNamed,
    { outlet }: ReferredArticle,
  ): Promise<ReferredActor[]> {
    const named: ReferredActor[] = [];
    for (const id of attribution) named.push(await this.#place.actors.actor(id));
    const [first] = named;
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
  saidIn: null,
  knownBy: null,
  note: null,
  withdrawnReason: null,
};
