import { and, eq, sql } from 'drizzle-orm';
import { assertDatesAgree } from '../rules/article-content.ts';
import { InputInvalid } from '../rules/errors.ts';
import {
  ifGiven,
  languageField,
  optionalDate,
  optionalMoment,
  optionalText,
  optionalUrl,
  textField,
  type Unknown,
} from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { type ArticleRow, articles } from '../tables/article.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { changeOf, type Wanted } from './change.ts';
import { keepVersions } from './keep-versions.ts';
import { actorAt, articleAt } from './reference.ts';
import { touchClaimsShownIn } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

/** What is left out stays as it is; null makes it unknown. Text and outlet are what the article is, and never change. */
export interface UpdateArticleInput {
  readonly article: Ref;
  readonly title?: Unknown<string>;
  readonly language?: Unknown<string>;
  readonly creditedTo?: Unknown<Ref>;
  readonly url?: Unknown<string>;
  readonly byline?: Unknown<string>;
  readonly publishedAt?: Unknown<number>;
  readonly publishedOn?: Unknown<string>;
  readonly modifiedAt?: Unknown<number>;
  readonly modifiedOn?: Unknown<string>;
  readonly retrievedAt?: Unknown<number>;
  readonly supersedes?: Unknown<Ref>;
  readonly textIsPublic?: Unknown<boolean>;
}

/** Corrects what the record says about an article; the event keeps the old values. */
export async function updateArticle(tx: WriteTx, input: UpdateArticleInput): Promise<Recorded> {
  const { key, id } = await articleAt(tx, input.article, ['article']);
  const [known] = await tx.drizzle.select().from(articles).where(eq(articles.key, key));
  if (known === undefined) throw new Error(`There is no article ${key}.`);
  const change = changeOf(known, {
    ...wantedArticle(input),
    ...(await wantedReferences(tx, input)),
  });
  if (change === null) return unchanged(tx, { noun: 'article', key, id });
  const { changed, before } = change;
  assertDatesAgree({ ...known, ...changed });
  if (changed.creditedTo !== undefined) await assertChainsHold(tx, known);
  if (changed.supersedes !== undefined) await assertNoCircle(tx, key, changed.supersedes);

  await acceptActors(tx, [changed.creditedTo]);
  await tx.drizzle.update(articles).set(changed).where(eq(articles.key, key));
  const seq = tx.append({
    type: 'ARTICLE_CHANGED',
    noun: 'article',
    subject: key,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload: { before },
  });
  if (changed.supersedes !== undefined) {
    const articles = [key, known.supersedes].filter((one) => one !== null);
    await keepVersions(tx, { articles });
  }
  if (Object.keys(changed).some((name) => bearing.includes(name))) {
    await touchClaimsShownIn(tx, key);
  }
  return { noun: 'article', key, id, created: false, seq };
}

/** What the time of its words goes by. */
const bearing = [
  'publishedAt',
  'publishedOn',
  'modifiedAt',
  'modifiedOn',
  'retrievedAt',
  'supersedes',
  'creditedTo',
];

function wantedArticle(input: UpdateArticleInput): Wanted<ArticleRow> {
  return {
    title: ifGiven(input.title ?? undefined, (title) => textField(title, ['title'])),
    language: ifGiven(input.language ?? undefined, (tag) => languageField(tag, ['language'])),
    url: ifGiven(input.url, (url) => optionalUrl(url, ['url'])),
    byline: ifGiven(input.byline, (byline) => optionalText(byline, ['byline'])),
    publishedAt: ifGiven(input.publishedAt, (at) => optionalMoment(at, ['publishedAt'])),
    publishedOn: ifGiven(input.publishedOn, (day) => optionalDate(day, ['publishedOn'])),
    modifiedAt: ifGiven(input.modifiedAt, (at) => optionalMoment(at, ['modifiedAt'])),
    modifiedOn: ifGiven(input.modifiedOn, (day) => optionalDate(day, ['modifiedOn'])),
    retrievedAt: ifGiven(input.retrievedAt, (at) => optionalMoment(at, ['retrievedAt'])),
    textIsPublic: input.textIsPublic ?? undefined,
  };
}

async function wantedReferences(
  tx: WriteTx,
  { creditedTo, supersedes }: UpdateArticleInput,
): Promise<Wanted<ArticleRow>> {
  const agency = creditedTo ? await actorAt(tx, creditedTo, ['creditedTo']) : null;
  const older = supersedes ? await articleAt(tx, supersedes, ['supersedes']) : null;
  return {
    creditedTo: creditedTo === undefined ? undefined : (agency?.key ?? null),
    supersedes: supersedes === undefined ? undefined : (older?.key ?? null),
  };
}

/** Passes when no chain starts at the agency that the article was credited to. @throws InputInvalid */
async function assertChainsHold(
  tx: WriteTx,
  { key, outlet, creditedTo }: ArticleRow,
): Promise<void> {
  if (creditedTo === null || creditedTo === outlet) return;
  const starting = await tx.drizzle
    .select({ evidence: evidence.key })
    .from(evidence)
    .innerJoin(
      attributions,
      and(eq(attributions.evidence, evidence.key), eq(attributions.position, 0)),
    )
    .where(and(eq(evidence.article, key), eq(attributions.actor, creditedTo)))
    .limit(1);
  if (starting.length > 0) {
    throw new InputInvalid('Attributions on record start at the agency credited.', ['creditedTo']);
  }
}

async function assertNoCircle(
  tx: WriteTx,
  article: number,
  supersedes: number | null,
): Promise<void> {
  const found = await tx.drizzle.values<[number]>(sql`
    with recursive older(key) as (
      select ${supersedes} union select supersedes from older cross join articles using (key)
    ) select key from older where key = ${article}`);
  if (found.length > 0) {
    throw new InputInvalid('An article does not supersede itself.', ['supersedes']);
  }
}
