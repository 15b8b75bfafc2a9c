import { slugsTaken } from '../queries/named.ts';
import type { OnRecordView } from '../queries/record-view.ts';
import type { Ref } from '../rules/reference.ts';
import type { ClaimKind, StanceKind } from '../rules/vocabulary.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import {
  type ActorDrafted,
  type ActorMeant,
  actorOnRecord,
  actorToDraft,
  findActors,
} from './actor-drafts.ts';
import { draftSlug } from './draft-slug.ts';
import {
  type ClaimStep,
  type DraftStep,
  insertDrafts,
  type StanceDrafted,
} from './insert-drafts.ts';
import { recordViewOf } from './reference.ts';

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

/** A draft of a stance and its slug. */
interface SlugGiven {
  readonly stance: StanceDrafted;
  readonly slug: string;
}

// A statement is short, so that whoever shares the process waits little, and their number grows with every so many alone.
const stancesAtOnce = 50;

/** Records what was drafted from an article, but for what is on record or shown there, and tells how many stances. */
export async function recordDrafts(tx: WriteTx, reading: Reading): Promise<number> {
  const { article, known } = reading;
  const ref = { id: article.id };
  const view = await recordViewOf(tx, (names) => {
    names.articles.id.add(ref.id);
    for (const { id, slug } of Object.values(known)) {
      if (id) names.actors.id.add(id);
      if (slug) names.actors.slug.add(slug);
    }
  });
  const drafting = new Drafting(reading, view);
  const fresh = await freshOf(tx, drafting.stances());
  await findActors(tx, drafting.actorsOf(fresh));

  let drafted = 0;
  for (let from = 0; from < fresh.length; from += stancesAtOnce) {
    const steps = drafting.stepsOf(tx, fresh.slice(from, from + stancesAtOnce));
    await insertDrafts(tx, steps, { ...reading, referred: view.article(ref, []), view });
    drafted += steps.filter(({ noun }) => noun === 'stance').length;
  }
  return drafted;
}

/** Those of these stances that are not on record by their slugs. */
async function freshOf(tx: WriteTx, stances: readonly SlugGiven[]): Promise<readonly SlugGiven[]> {
  const names = JSON.stringify(stances.map(({ slug }) => slug));
  const found = await tx.reader.read(slugsTaken.stance, { names });
  const taken = new Set(found.map(({ slug }) => slug));
  return stances.filter(({ slug }) => !taken.has(slug));
}

/** Settles what drafts of one article mean, and in which order it comes on record. */
class Drafting {
  readonly #reading: Reading;
  readonly #view: OnRecordView;
  readonly #actorDrafts: ReadonlyMap<string, ActorDrafted>;
  readonly #claimDrafts: ReadonlyMap<string, ClaimDrafted>;
  /** By their ids among the drafts, as those above. */
  readonly #actors = new Map<string, ActorMeant>();
  readonly #claims = new Map<string, ClaimStep>();
  /** Those that are not known, by what tells them apart on record: what drafts hold apart may be one there. */
  readonly #apart = new Map<string, ActorMeant>();

  constructor(reading: Reading, view: OnRecordView) {
    this.#reading = reading;
    this.#view = view;
    const { actors, claims } = reading.drafts;
    this.#actorDrafts = new Map(actors.map((actor) => [actor.id, actor]));
    this.#claimDrafts = new Map(claims.map((claim) => [claim.id, claim]));
  }

  /** All stances, each once, with their slugs. */
  stances(): readonly SlugGiven[] {
    const { article, drafts } = this.#reading;
    const given = new Map<string, StanceDrafted>();
    for (const stance of drafts.stances) {
      const { text } = found(this.#claimDrafts, stance.claim);
      const slug = draftSlug(article, { ...stance, claim: text });
      if (!given.has(slug)) given.set(slug, stance);
    }
    return [...given].map(([slug, stance]) => ({ stance, slug }));
  }

  /** Whom these stances and their chains name, whoever granted anonymity first. */
  actorsOf(stances: readonly SlugGiven[]): readonly ActorMeant[] {
    for (const { stance } of stances) {
      for (const id of [stance.actor, ...stance.evidence.attribution]) this.#actor(id);
    }
    return [...this.#apart.values()];
  }

  /** What is to be recorded for these stances, where the article’s words do not show them already: each when it is first needed. */
  stepsOf(tx: WriteTx, stances: readonly SlugGiven[]): readonly DraftStep[] {
    const steps: DraftStep[] = [];
    for (const { stance, slug } of stances) {
      const { attribution, ...words } = stance.evidence;
      const actor = this.#actor(stance.actor);
      this.#stepOf(tx, actor, steps);
      const key = actor.recorded?.key;
      const { kind } = stance;
      const isShown = (one: Shown) =>
        key !== undefined && isSame(one, { ...words, kind, actor: key });
      if (this.#reading.shown.some(isShown)) continue;
      const chain = attribution.map((id) => this.#actor(id));
      for (const link of chain) this.#stepOf(tx, link, steps);
      const claim = this.#claim(tx, stance.claim, steps);
      steps.push({ noun: 'stance', at: tx.tick(), slug, stance, actor, chain, claim });
    }
    return steps;
  }

  /** The actor that a draft means: on record under that name, or to be recorded as a draft itself. */
  #actor(id: string): ActorMeant {
    const met = this.#actors.get(id);
    if (met !== undefined) return met;
    const ref = this.#reading.known[id];
    const actor =
      ref === undefined ? this.#drafted(id) : actorOnRecord(this.#view.actor(ref, ['drafts']));
    this.#actors.set(id, actor);
    return actor;
  }

  #drafted(id: string): ActorMeant {
    const draft = found(this.#actorDrafts, id);
    const grantor = draft.grantedBy === undefined ? null : this.#actor(draft.grantedBy);
    const meant = actorToDraft(draft, this.#reading.article, grantor);
    const { name, slug } = meant.draft ?? {};
    const granted = meant.draft?.grantor;
    const grantedBy = granted?.recorded?.id ?? granted?.draft?.id;
    const identity = JSON.stringify(slug ? [slug] : [name, meant.kind, grantedBy]);
    const same = this.#apart.get(identity) ?? meant;
    this.#apart.set(identity, same);
    return same;
  }

  #stepOf(tx: WriteTx, actor: ActorMeant, steps: DraftStep[]): void {
    if (actor.recorded !== null || actor.at !== null) return;
    if (actor.draft?.above) this.#stepOf(tx, actor.draft.above, steps);
    actor.at = tx.tick();
    steps.push({ noun: 'actor', at: actor.at, actor });
  }

  #claim(tx: WriteTx, id: string, steps: DraftStep[]): ClaimStep {
    const met = this.#claims.get(id);
    if (met !== undefined) return met;
    const { text, kind } = found(this.#claimDrafts, id);
    const claim: ClaimStep = { noun: 'claim', at: tx.tick(), text, kind, row: null };
    this.#claims.set(id, claim);
    steps.push(claim);
    return claim;
  }
}

function found<Draft>(drafts: ReadonlyMap<string, Draft>, id: string): Draft {
  const draft = drafts.get(id);
  if (draft === undefined) throw new Error(`There is no draft ${id}.`);
  return draft;
}
