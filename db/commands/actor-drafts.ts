import { createHash } from 'node:crypto';
import { actorsDrafted } from '../queries/actors-drafted.ts';
import type { ActorNamed } from '../queries/named.ts';
import type { OnRecordView } from '../queries/record-view.ts';
import { descriptionFrom, isDescribedAlone, mayGrantAnonymity } from '../rules/actor.ts';
import { actorContent } from '../rules/actor-content.ts';
import type { Ref } from '../rules/reference.ts';
import { slugFrom } from '../rules/slug.ts';
import type { ActorKind } from '../rules/vocabulary.ts';
import type { ActorRow } from '../tables/actor.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import { grantAwaited } from './awaited.ts';
import { actorRow, insertActors, tellActor } from './insert-actor.ts';
import { FreeSlugs } from './new-name.ts';

/** Somebody whom an extractor found in an article. */
export interface ActorDrafted {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly grantedBy?: string;
  /** Its name is a description that others fit, too: somebody else in every article. */
  readonly isDescribed?: boolean;
  /** Of one who is only described: its slug, where that is not made of the description. */
  readonly slug?: string;
}

/** The actors that drafts of an article name. */
interface ActorsOfArticle {
  readonly article: ArticleRow;
  readonly drafts: readonly ActorDrafted[];
  /** The actors on record that drafts mean by these ids. */
  readonly known: Readonly<Record<string, Ref>>;
  /** Holds those. */
  readonly view: OnRecordView;
  /** The key of the first that is recorded; the others follow. */
  readonly firstKey: number;
}

type ActorFound = ActorNamed & Pick<ActorRow, 'description'>;

/** Whom drafts of one article mean, by their ids among the drafts: on record, or recorded as drafts when they are first asked for. */
export class ActorDrafts {
  readonly #tx: WriteTx;
  readonly #told: ActorsOfArticle;
  readonly #drafts: ReadonlyMap<string, ActorDrafted>;
  readonly #slugs: FreeSlugs;
  readonly #met = new Map<string, ActorNamed>();
  /** Those who may be meant, the earliest first: on record, or told of since. */
  readonly #found: ActorFound[] = [];
  readonly #rows: ActorRow[] = [];

  private constructor(tx: WriteTx, told: ActorsOfArticle) {
    this.#tx = tx;
    this.#told = told;
    this.#drafts = new Map(told.drafts.map((draft) => [draft.id, draft]));
    this.#slugs = new FreeSlugs(tx, 'actor');
  }

  /** Looks all of them up, whoever granted anonymity before those to whom it was granted. */
  static async read(tx: WriteTx, told: ActorsOfArticle): Promise<ActorDrafts> {
    const all = new ActorDrafts(tx, told);
    const drafts = told.drafts.filter(({ id }) => told.known[id] === undefined);
    await all.#lookUp(drafts.filter(({ grantedBy }) => grantedBy === undefined));
    await all.#lookUp(drafts.filter(({ grantedBy }) => grantedBy !== undefined));
    const fresh = drafts.filter(({ id }) => all.#onRecord(id) === undefined);
    await all.#slugs.expect(fresh.flatMap(({ id }) => (all.#meant(id).slug === null ? id : [])));
    return all;
  }

  /** The actor that a draft means: on record under that name, or told of as a draft now. */
  async actor(id: string): Promise<ActorNamed> {
    const met = this.#met.get(id);
    if (met !== undefined) return met;
    const isKnown = this.#told.known[id] !== undefined;
    const { grantedBy } = isKnown ? {} : this.#draft(id);
    if (grantedBy !== undefined) await this.actor(grantedBy);
    const actor = this.#onRecord(id) ?? (await this.#tell(id));
    this.#met.set(id, actor);
    return actor;
  }

  /** Inserts the rows of those that were told of. */
  async insert(): Promise<void> {
    if (this.#rows.length === 0) return;
    await insertActors(this.#tx, this.#rows);
    await grantAwaited(this.#tx, this.#rows);
  }

  async #lookUp(drafts: readonly ActorDrafted[]): Promise<void> {
    if (drafts.length === 0) return;
    const meant = drafts.map(({ id }) => this.#meant(id));
    const slugs = meant.flatMap(({ slug }) => slug ?? []);
    const called = meant.flatMap(({ name, kind, slug, grantor }) =>
      slug === null && grantor !== undefined ? [[name, kind, grantor?.key ?? null]] : [],
    );
    const args = { slugs: JSON.stringify(slugs), called: JSON.stringify(called) };
    this.#found.push(...(await this.#tx.reader.read(actorsDrafted, args)));
  }

  /** Who is only described is known by its slug alone, anybody else by name, kind and who granted anonymity. */
  #onRecord(id: string): ActorNamed | undefined {
    const met = this.#met.get(id);
    if (met !== undefined) return met;
    const ref = this.#told.known[id];
    if (ref !== undefined) return this.#told.view.actor(ref, ['drafts']);
    const { name, kind, slug, grantor } = this.#meant(id);
    if (slug !== null) return this.#found.find((actor) => actor.slug === slug);
    if (grantor === undefined) return undefined;
    return this.#found.find(
      (actor) =>
        actor.name === name &&
        actor.kind === kind &&
        actor.grantedBy === (grantor?.slug ?? null) &&
        !isDescribedAlone(actor.description),
    );
  }

  /**
   * Who is only described goes by the description itself, and its description tells in which article; whoever speaks unnamed
   * in a text of one who can grant no anonymity is a group that it describes. The grantor is undefined until it is on record.
   */
  #meant(id: string) {
    const { name, aliases, ...draft } = this.#draft(id);
    const { article } = this.#told;
    const above = draft.grantedBy;
    const grantor = above === undefined ? undefined : this.#onRecord(above);
    const isHidden = above !== undefined && mayGrantAnonymity((grantor ?? this.#draft(above)).kind);
    const kind = draft.kind === 'UNNAMED_SOURCE' && !isHidden ? 'GROUP' : draft.kind;
    const isDescribed = draft.isDescribed || kind !== draft.kind;
    return {
      name,
      kind,
      aliases,
      slug: isDescribed ? (draft.slug ?? describedSlug(article, { name, kind })) : null,
      description: isDescribed ? descriptionFrom(article.title) : null,
      grantor: isHidden ? grantor : null,
    };
  }

  async #tell(id: string): Promise<ActorNamed> {
    const { grantor = null, ...meant } = this.#meant(id);
    const { firstKey, view } = this.#told;
    const slug = meant.slug ?? (await this.#slugs.give(id));
    this.#slugs.take(slug);
    const content = actorContent(
      { ...meant, slug, grantedBy: grantor && { id: grantor.id }, review: 'DRAFT' },
      grantor === null ? view : { grantor: () => grantor },
    );
    const made = actorRow(content, { slug, at: this.#tx.tick() });
    const row = { ...made, key: firstKey + this.#rows.length };
    tellActor(this.#tx, row);
    this.#rows.push(row);
    const actor = { ...row, grantedBy: grantor?.slug ?? null };
    this.#found.push(actor);
    return actor;
  }

  #draft(id: string): ActorDrafted {
    const draft = this.#drafts.get(id);
    if (draft === undefined) throw new Error(`There is no draft ${id}.`);
    return draft;
  }
}

/** The slug of somebody whom one article describes: the same in all its readings, and in no other article. */
function describedSlug(
  { sha256, outlet }: ArticleRow,
  { name, kind }: Pick<ActorDrafted, 'name' | 'kind'>,
): string {
  const content = JSON.stringify([sha256, outlet, name.toLowerCase(), kind]);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return slugFrom(`${name.slice(0, 60)} ${hash}`, 'actor', () => hash);
}
