import { createHash } from 'node:crypto';
import { actorsDescribed, actorsNamedSo } from '../queries/actors-drafted.ts';
import type { ActorNamed } from '../queries/named.ts';
import { descriptionFrom, isDescribedAlone, mayGrantAnonymity } from '../rules/actor.ts';
import { actorContent } from '../rules/actor-content.ts';
import { slugFrom } from '../rules/slug.ts';
import type { ActorKind } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import type { ArticleRow } from '../tables/article.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { nameInTexts } from './name-in-texts.ts';
import { freeSlugs, newId } from './new-name.ts';
import { actorRow } from './record-actor.ts';

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

/** Whom a draft means: an actor on record, or one that is to be recorded. */
export interface ActorMeant {
  readonly kind: ActorKind;
  /** What is to be recorded; null of an actor that was on record. */
  readonly draft: ActorToDraft | null;
  recorded: ActorNamed | null;
  /** The moment of its recording, once that is settled. */
  at: number | null;
}

interface ActorToDraft {
  /** Its id among the drafts. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  /** Of one who is only described. */
  readonly slug: string | null;
  readonly grantor: ActorMeant | null;
  /** Who would have granted it anonymity, whether or not that one can; on record before it. */
  readonly above: ActorMeant | null;
}

export const actorOnRecord = (recorded: ActorNamed): ActorMeant => ({
  kind: recorded.kind,
  draft: null,
  recorded,
  at: null,
});

/**
 * The actor that a draft would be. Who is only described goes by the description itself, and its description tells in
 * which article; whoever speaks unnamed in a text of one who can grant no anonymity is a group that it describes.
 */
export function actorToDraft(
  { id, name, aliases, ...draft }: ActorDrafted,
  article: ArticleRow,
  above: ActorMeant | null,
): ActorMeant {
  const grantor = above !== null && mayGrantAnonymity(above.kind) ? above : null;
  const kind = draft.kind === 'UNNAMED_SOURCE' && grantor === null ? 'GROUP' : draft.kind;
  const isDescribed = draft.isDescribed || kind !== draft.kind;
  const slug = isDescribed ? (draft.slug ?? describedSlug(article, { name, kind })) : null;
  const description = isDescribed ? descriptionFrom(article.title) : null;
  const told = { id, name, aliases, description, slug, grantor, above };
  return { kind, draft: told, recorded: null, at: null };
}

/** The row of one that is on record by now. */
export function recordedActor({ draft, recorded }: ActorMeant): ActorNamed {
  if (recorded === null) throw new Error(`The actor ${draft?.id} is not on record yet.`);
  return recorded;
}

/**
 * Finds those of them that are on record: who is only described is known by its slug alone, anybody else by name, kind and
 * who granted anonymity.
 */
export async function findActors(tx: WriteTx, meant: readonly ActorMeant[]): Promise<void> {
  const isFound = ({ recorded }: ActorMeant) => recorded !== null;
  const described = meant.filter(({ draft }) => draft?.slug);
  await findDescribed(tx, described);
  const named = meant.filter((one) => !isFound(one) && one.draft?.slug === null);
  await findNamed(
    tx,
    named.filter(({ draft }) => draft?.grantor === null),
  );
  // Whoever is yet to be recorded has granted nobody anything.
  await findNamed(
    tx,
    named.filter(({ draft }) => draft?.grantor && isFound(draft.grantor)),
  );
}

async function findDescribed(tx: WriteTx, meant: readonly ActorMeant[]): Promise<void> {
  if (meant.length === 0) return;
  const names = JSON.stringify(meant.map(({ draft }) => draft?.slug));
  const found = await tx.reader.read(actorsDescribed, { names });
  const bySlug = new Map(found.map((actor) => [actor.slug, actor]));
  for (const one of meant) one.recorded = bySlug.get(one.draft?.slug ?? '') ?? null;
}

async function findNamed(tx: WriteTx, meant: readonly ActorMeant[]): Promise<void> {
  if (meant.length === 0) return;
  const called = meant.map(({ kind, draft }) => [
    draft?.name,
    kind,
    draft?.grantor?.recorded?.key ?? null,
  ]);
  const found = await tx.reader.read(actorsNamedSo, { called: JSON.stringify(called) });
  for (const actor of found) {
    const one = meant[actor.place];
    if (one === undefined || one.recorded !== null || isDescribedAlone(actor.description)) continue;
    one.recorded = actor;
  }
}

/** Records actors of drafts, in this order, but for their events. */
export async function insertActors(tx: WriteTx, meant: readonly ActorMeant[]): Promise<void> {
  const named = meant.filter(({ draft }) => draft?.slug === null);
  const slugs = await freeSlugs(tx, 'actor', {
    texts: named.map(({ draft }) => draft?.id ?? ''),
    promised: meant.flatMap(({ draft }) => draft?.slug ?? []),
  });
  const slugOf = new Map(named.map((one, index) => [one, slugs[index]]));
  for (const some of withGrantorsBefore(meant)) {
    const rows = some.map((one) => rowOf(one, one.draft?.slug ?? slugOf.get(one) ?? null));
    const keys = await insertRows(tx.drizzle, actors, rows);
    const inserted = rows.map((row, index) => ({ ...row, key: keys[index] ?? 0 }));
    await nameInTexts(tx, inserted);
    for (const [index, one] of some.entries()) {
      const row = inserted[index];
      const grantedBy = one.draft?.grantor?.recorded?.slug ?? null;
      one.recorded = row === undefined ? null : { ...row, grantedBy };
    }
  }
}

/** In their order, cut so that no part holds one and its grantor. */
function withGrantorsBefore(meant: readonly ActorMeant[]): ActorMeant[][] {
  const parts: ActorMeant[][] = [];
  for (const one of meant) {
    const part = parts.at(-1);
    const grantor = one.draft?.grantor ?? null;
    if (part === undefined || (grantor !== null && part.includes(grantor))) parts.push([one]);
    else part.push(one);
  }
  return parts;
}

function rowOf(one: ActorMeant, slug: string | null) {
  const { at, draft, kind } = one;
  if (at === null || draft === null || slug === null) throw new Error('There is no such draft.');
  const { name, aliases, description, grantor } = draft;
  const granted = grantor && recordedActor(grantor);
  const content = actorContent(
    {
      slug,
      name,
      kind,
      aliases,
      description,
      grantedBy: granted && { id: granted.id },
      review: 'DRAFT',
    },
    // Asked for where one is given.
    { grantor: () => recordedActor(grantor ?? one) },
  );
  return actorRow(content, { id: newId('actor', at), slug, at });
}

/** The slug of somebody whom one article describes: the same in all its readings, and in no other article. */
function describedSlug(
  { sha256, outlet }: ArticleRow,
  { name, kind }: Pick<ActorDrafted, 'name' | 'kind'>,
): string {
  const content = JSON.stringify([sha256, outlet, name.toLowerCase(), kind]);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return slugFrom(`${name.slice(0, 60)} ${hash}`, 'actor', hash);
}
