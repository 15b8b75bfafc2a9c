import { and, eq } from 'drizzle-orm';
import { articleToDraft, draftsOnArticle } from '../queries/article-drafts.ts';
import type { ArticleInput } from '../rules/article-content.ts';
import type { Unknown } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { actors } from '../tables/actor.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { carryEvidence } from './carry-evidence.ts';
import type { DraftsInput } from './drafts-input.ts';
import { recordActor } from './record-actor.ts';
import { recordArticle } from './record-article.ts';
import { recordDrafts } from './record-drafts.ts';

export interface IngestArticleInput extends ArticleInput {
  /** Who read it, and in which version: `rules/1`. */
  readonly extractor: string;
  readonly drafts: DraftsInput;
  /** Whether stances that earlier versions show are shown by its words, too, where these stand in it. */
  readonly carryEvidence?: Unknown<boolean>;
  /** The actors on record that drafts mean by these ids. */
  readonly known: Readonly<Record<string, Ref>>;
  /** Its outlet, and the agency whose copy it is, where they are not on record: they are recorded, too. */
  readonly newOutlet?: NewOutlet | undefined;
  readonly newAgency?: NewOutlet | undefined;
}

interface NewOutlet {
  /** What drafts call it. */
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

export interface Ingested extends Recorded {
  /** How many stances were drafted. */
  readonly drafted: number;
  /** How many pieces of evidence were carried from earlier versions. */
  readonly carried: number;
}

/**
 * Puts an article on record with what an extractor drafts from it. What it drafted before is not drafted again,
 * whatever became of it, and neither is a stance that the article's words show already.
 */
export async function ingestArticle(tx: WriteTx, input: IngestArticleInput): Promise<Ingested> {
  const { carryEvidence: isCarried, extractor, drafts, newOutlet, newAgency, ...told } = input;
  const outlet = newOutlet && (await recordOutlet(tx, newOutlet));
  const creditedTo = newAgency && (await recordOutlet(tx, newAgency));
  const known = {
    ...input.known,
    ...(newOutlet && outlet && { [newOutlet.id]: outlet }),
    ...(newAgency && creditedTo && { [newAgency.id]: creditedTo }),
  };
  const found = { ...(outlet && { outlet }), ...(creditedTo && { creditedTo }) };
  const recorded = await recordArticle(tx, { ...told, ...found });
  const [article] = await tx.reader.read(articleToDraft, { article: recorded.key });
  if (article === undefined) throw new Error(`There is no article ${recorded.key}.`);
  if (article.erasedAt !== null || article.withdrawnAt !== null) {
    return { ...recorded, drafted: 0, carried: 0 };
  }
  const carried = isCarried ? await carryEvidence(tx, article) : 0;

  const before = await tx.reader.read(draftsOnArticle, { article: article.key });
  if (before.some((one) => one.extractor === extractor)) {
    return { ...recorded, drafted: 0, carried };
  }
  const drafted = await recordDrafts(tx, { article, extractor, drafts, known, shown: before });
  return { ...recorded, drafted, carried };
}

/** The outlet of that name: another article may have brought it since it was looked for. */
async function recordOutlet(tx: WriteTx, { name, aliases = [] }: NewOutlet): Promise<Ref> {
  const [same] = await tx.drizzle
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.name, name), eq(actors.kind, 'OUTLET')));
  const { id } = same ?? (await recordActor(tx, { name, kind: 'OUTLET', aliases }));
  return { id };
}
