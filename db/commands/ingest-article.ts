import { and, eq, isNull } from 'drizzle-orm';
import { draftsOnArticle } from '../queries/article-drafts.ts';
import { slugsTaken } from '../queries/named.ts';
import type {
  ActorKind,
  Certainty,
  ClaimKind,
  EvidenceMode,
  StanceKind,
} from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { type ArticleRow, articles } from '../tables/article.ts';
import type { Recorded, WriteTx } from '../transaction.ts';
import { draftSlug } from './draft-slug.ts';
import { freeSlug } from './new-name.ts';
import { recordActor } from './record-actor.ts';
import { type RecordArticleInput, recordArticle } from './record-article.ts';
import { recordClaim } from './record-claim.ts';
import { recordStance } from './record-stance.ts';

/** What an extractor makes of an article. Actors and claims are named by ids of these drafts alone. */
interface DraftsInput {
  readonly actors: readonly ActorDrafted[];
  readonly claims: readonly ClaimDrafted[];
  readonly stances: readonly StanceDrafted[];
}

interface ActorDrafted {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly grantedBy?: string;
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

export interface IngestArticleInput extends RecordArticleInput {
  /** Who read it, and in which version: `rules/1`. */
  readonly extractor: string;
  readonly drafts: DraftsInput;
  /** The actors that drafts mean by these ids, by their key. */
  readonly known: Readonly<Record<string, number>>;
  /** Its outlet, where that is not on record: it is recorded, too. */
  readonly newOutlet?: { readonly id: string; readonly name: string } | undefined;
}

export interface Ingested extends Recorded {
  /** How many stances were drafted. */
  readonly drafted: number;
}

/**
 * Puts an article on record with what an extractor drafts from it. What it drafted before is not drafted again,
 * whatever became of it, and neither is a stance that the article's words show already.
 */
export async function ingestArticle(tx: WriteTx, input: IngestArticleInput): Promise<Ingested> {
  const { extractor, drafts, newOutlet, ...told } = input;
  const outlet = newOutlet ? await recordOutlet(tx, newOutlet.name) : null;
  const known = { ...input.known, ...(newOutlet && outlet && { [newOutlet.id]: outlet.key }) };
  const recorded = await recordArticle(tx, {
    ...told,
    ...(outlet && { outlet: { id: outlet.id } }),
  });
  const [article] = await tx.drizzle.select().from(articles).where(eq(articles.key, recorded.key));
  if (article === undefined) throw new Error(`There is no article ${recorded.key}.`);
  if (article.erasedAt !== null || article.withdrawnAt !== null) return { ...recorded, drafted: 0 };

  const before = await tx.reader.read(draftsOnArticle, { article: article.key });
  if (before.some((one) => one.extractor === extractor)) return { ...recorded, drafted: 0 };
  const shown = new Set(before.map(shownBy));
  const drafting = new Drafting(tx, { article, extractor, drafts, known, shown });
  let drafted = 0;
  for (const stance of drafts.stances) {
    if (await drafting.record(stance)) drafted += 1;
  }
  return { ...recorded, drafted };
}

/** The outlet of that name: another article may have brought it since it was looked for. */
async function recordOutlet(tx: WriteTx, name: string): Promise<{ key: number; id: string }> {
  const [same] = await tx.drizzle
    .select({ key: actors.key, id: actors.id })
    .from(actors)
    .where(and(eq(actors.name, name), eq(actors.kind, 'OUTLET')));
  return same ?? recordActor(tx, { name, kind: 'OUTLET' });
}

interface Reading {
  readonly article: ArticleRow;
  readonly extractor: string;
  readonly drafts: DraftsInput;
  readonly known: Readonly<Record<string, number>>;
  /** What the words of the article show already. */
  readonly shown: ReadonlySet<string>;
}

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly kind: StanceKind;
  readonly actor: number;
}

function shownBy({ start, end, kind, actor }: Shown): string {
  return `${start} ${end} ${kind} ${actor}`;
}

/** Records drafts of one article; actors and claims when the first stance needs them. */
class Drafting {
  readonly #tx: WriteTx;
  readonly #reading: Reading;
  /** Keys of actors, ids of claims, by their ids among the drafts. */
  readonly #actors: Map<string, number>;
  readonly #claims = new Map<string, string>();

  constructor(tx: WriteTx, reading: Reading) {
    this.#tx = tx;
    this.#reading = reading;
    this.#actors = new Map(Object.entries(reading.known));
  }

  /** Records a stance; false where it is on record. */
  async record(stance: StanceDrafted): Promise<boolean> {
    const { article, extractor, shown } = this.#reading;
    const { attribution, ...words } = stance.evidence;
    const claim = this.#draftOf('claims', stance.claim);
    const slug = draftSlug(article, { ...stance, claim: claim.text });
    if (await this.#isTaken(slug)) return false;
    const actor = await this.#actor(stance.actor);
    if (shown.has(shownBy({ ...words, kind: stance.kind, actor }))) return false;
    const chain = await this.#chain(attribution, stance.actor);
    await recordStance(this.#tx, {
      slug,
      claim: { id: await this.#claim(claim) },
      actor: { id: await this.#idOf(actor) },
      kind: stance.kind,
      certainty: stance.certainty,
      saidPhrase: stance.saidPhrase,
      review: 'DRAFT',
      evidence: [{ ...words, article: { id: article.id }, attribution: chain, extractor }],
    });
    return true;
  }

  /** The key of an actor that a draft means: on record under that name, or recorded as a draft itself. */
  async #actor(id: string): Promise<number> {
    const known = this.#actors.get(id);
    if (known !== undefined) return known;
    const { name, kind, aliases, grantedBy } = this.#draftOf('actors', id);
    const grantor = grantedBy === undefined ? null : await this.#actor(grantedBy);
    const [same] = await this.#tx.drizzle
      .select({ key: actors.key })
      .from(actors)
      .where(
        and(
          eq(actors.name, name),
          eq(actors.kind, kind),
          grantor === null ? isNull(actors.grantedBy) : eq(actors.grantedBy, grantor),
        ),
      );
    const key = same?.key ?? (await this.#newActor({ id, name, kind, aliases }, grantor));
    this.#actors.set(id, key);
    return key;
  }

  async #newActor(
    { id, name, kind, aliases }: ActorDrafted,
    grantor: number | null,
  ): Promise<number> {
    const { key } = await recordActor(this.#tx, {
      slug: await freeSlug(this.#tx, 'actor', { text: id }),
      name,
      kind,
      aliases,
      grantedBy: grantor === null ? null : { id: await this.#idOf(grantor) },
      review: 'DRAFT',
    });
    return key;
  }

  async #claim({ id, text, kind }: ClaimDrafted): Promise<string> {
    const known = this.#claims.get(id);
    if (known !== undefined) return known;
    const { language } = this.#reading.article;
    const claim = await recordClaim(this.#tx, { text, kind, language, review: 'DRAFT' });
    this.#claims.set(id, claim.id);
    return claim.id;
  }

  /** The chain without those that it names twice: what drafts hold apart may be one on record. */
  async #chain(attribution: readonly string[], holder: string): Promise<{ id: string }[]> {
    const last = await this.#actor(holder);
    const keys: number[] = [];
    for (const id of attribution) keys.push(await this.#actor(id));
    const before = [...new Set(keys)].filter((key) => key !== last);
    const chain = keys[0] === last ? [last] : [...before, last];
    return Promise.all(chain.map(async (key) => ({ id: await this.#idOf(key) })));
  }

  async #idOf(key: number): Promise<string> {
    const [row] = await this.#tx.drizzle
      .select({ id: actors.id })
      .from(actors)
      .where(eq(actors.key, key));
    if (row === undefined) throw new Error(`There is no actor ${key}.`);
    return row.id;
  }

  async #isTaken(slug: string): Promise<boolean> {
    const names = JSON.stringify([slug]);
    return (await this.#tx.reader.read(slugsTaken.stance, { names })).length > 0;
  }

  #draftOf<T extends 'actors' | 'claims'>(of: T, id: string): DraftsInput[T][number] {
    const found = this.#reading.drafts[of].find((one) => one.id === id);
    if (found === undefined) throw new Error(`There is no draft ${id} among the ${of}.`);
    return found;
  }
}
