import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { ActorNamed } from '../queries/named.ts';
import { descriptionFrom, isDescribedAlone, mayGrantAnonymity } from '../rules/actor.ts';
import type { Ref } from '../rules/reference.ts';
import { slugFrom } from '../rules/slug.ts';
import type { ActorKind } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import { freeSlug } from './new-name.ts';
import { recordActor } from './record-actor.ts';

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

interface ActorInArticle {
  readonly article: ArticleRow;
  readonly draft: ActorDrafted;
  /** Who granted it anonymity. */
  readonly grantor: ActorNamed | null;
}

/**
 * The actor of that name, or a new draft. Who is only described goes by the description itself, and its description tells
 * in which article; whoever speaks unnamed in a text of one who can grant no anonymity is a group that it describes.
 */
export async function recordActorDraft(tx: WriteTx, told: ActorInArticle): Promise<Ref> {
  const { article, draft } = told;
  const isHidden = told.grantor !== null && mayGrantAnonymity(told.grantor.kind);
  const grantor = isHidden ? told.grantor : null;
  const kind = draft.kind === 'UNNAMED_SOURCE' && !isHidden ? 'GROUP' : draft.kind;
  const isDescribed = draft.isDescribed || kind !== draft.kind;
  const slug = isDescribed ? (draft.slug ?? describedSlug(article, { ...draft, kind })) : null;
  const same = await actorDraftedBefore(tx, { name: draft.name, kind, slug, grantor });
  if (same !== null) return same;
  return recordActor(tx, {
    slug: slug ?? (await freeSlug(tx, 'actor', draft.id)),
    name: draft.name,
    kind,
    aliases: draft.aliases,
    description: isDescribed ? descriptionFrom(article.title) : null,
    grantedBy: grantor === null ? null : { id: grantor.id },
    review: 'DRAFT',
  });
}

/** Who is only described is known by its slug alone, anybody else by name, kind and who granted anonymity. */
async function actorDraftedBefore(
  tx: WriteTx,
  {
    grantor,
    kind,
    name,
    slug,
  }: Pick<ActorDrafted, 'name' | 'kind'> & {
    readonly slug: string | null;
    readonly grantor: ActorNamed | null;
  },
): Promise<Ref | null> {
  const called = and(
    eq(actors.name, name),
    eq(actors.kind, kind),
    grantor === null ? isNull(actors.grantedBy) : eq(actors.grantedBy, grantor.key),
  );
  const found = await tx.drizzle
    .select({ id: actors.id, description: actors.description })
    .from(actors)
    .where(slug === null ? called : eq(actors.slug, slug));
  const same = found.find(({ description }) => slug !== null || !isDescribedAlone(description));
  return same === undefined ? null : { id: same.id };
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
