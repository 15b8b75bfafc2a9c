import { type Bonds, createBonds } from './bonds.ts';
import { toldAsOf } from './correction.ts';
import { issueOf } from './issue.ts';
import { happenedBy } from './moment.ts';
import type { Shown } from './shown.ts';
import type { ArticleFacts, ArticleTold, EvidenceFacts, StandingFacts } from './standing-facts.ts';
import type { StanceKind } from './vocabulary.ts';

/** The articles as the record held them at a moment. */
export interface HeldArticles {
  isWithdrawn(article: number): boolean;
  creditedTo(article: number): number | null;
  outletOf(article: number): number | null;
  /** One number for what is one article: its versions, and one text of outlets that are one. */
  oneOf(article: number): number;
  /** When the earliest of these words were issued, null where that is not known. */
  earliestIssue(evidence: readonly EvidenceFacts[], kind: StanceKind): number | null;
  /** Among these articles alone: one number for those that are copies of each other. */
  copiesAmong(articles: ReadonlySet<number>): (article: number) => number;
}

export function heldArticles(
  { articles, likenesses }: StandingFacts,
  shownOf: Shown,
  asOf: number | null,
): HeldArticles {
  const toldOf = (article: number) => {
    const known = articles.get(article);
    return known && toldAsOf(known, asOf);
  };
  const shown = (actor: number | null | undefined) =>
    actor === null || actor === undefined ? null : shownOf(actor);
  const outletOf = (article: number) => shown(articles.get(article)?.outlet);
  const isWithdrawn = (article: number) =>
    articles
      .get(article)
      ?.withdrawals.some(
        ({ recordedAt, restoredAt }) =>
          happenedBy(recordedAt, asOf) && !happenedBy(restoredAt, asOf),
      ) === true;
  const supersededBy = (article: number) => toldOf(article)?.supersedes ?? null;
  // Most questions need neither of these.
  let families: Bonds<number> | undefined;
  let alike: ReadonlyMap<number, readonly number[]> | undefined;
  return {
    isWithdrawn,
    outletOf,
    creditedTo: (article) => shown(toldOf(article)?.creditedTo),
    oneOf(article) {
      if (families === undefined) {
        const known = [...articles.values()].filter(({ recordedAt }) =>
          happenedBy(recordedAt, asOf),
        );
        families = familiesOf(known, supersededBy, outletOf);
      }
      return families.rootOf(article);
    },
    earliestIssue(evidence, kind) {
      let earliest: number | null = null;
      for (const piece of evidence) {
        const { version, isChanged } = earliestVersion(piece, toldOf, isWithdrawn);
        const issued =
          version === undefined
            ? null
            : issueOf(version, { isChange: isChanged, isRetraction: kind === 'RETRACTS' });
        if (issued !== null && (earliest === null || issued < earliest)) earliest = issued;
      }
      return earliest;
    },
    copiesAmong(among) {
      alike ??= likenessByText(likenesses);
      const copies = createBonds<number>();
      const byText = new Map<number, number>();
      for (const article of among) {
        const older = supersededBy(article);
        if (older !== null && among.has(older)) copies.join(article, older);
        const text = articles.get(article)?.text;
        if (text === undefined) continue;
        for (const like of [text, ...(alike.get(text) ?? [])]) {
          const other = byText.get(like);
          if (other !== undefined) copies.join(article, other);
        }
        byText.set(text, article);
      }
      return copies.rootOf;
    },
  };
}

/**
 * The earliest version with the words of this evidence, back from its article as far as these were superseded, and
 * whether it changed one that lacks them. A withdrawn version is passed over, as if it were not on record.
 */
function earliestVersion(
  { article, versions }: EvidenceFacts,
  toldOf: (article: number) => ArticleTold | undefined,
  isWithdrawn: (article: number) => boolean,
): { readonly version: ArticleTold | undefined; readonly isChanged: boolean } {
  const own = toldOf(article);
  let earliest = own;
  let isChanged = false;
  for (let older = own?.supersedes ?? null; older !== null; ) {
    const version = toldOf(older);
    if (version !== undefined && !isWithdrawn(older)) {
      isChanged = !versions.includes(older);
      if (!isChanged) earliest = version;
    }
    older = version?.supersedes ?? null;
  }
  return { version: earliest, isChanged };
}

/** Joins the versions of one article, and one text of outlets that are one. */
function familiesOf(
  articles: readonly ArticleFacts[],
  supersededBy: (article: number) => number | null,
  outletOf: (article: number) => number | null,
): Bonds<number> {
  const families = createBonds<number>();
  const byText = new Map<number, number[]>();
  for (const { article, text } of articles) {
    const older = supersededBy(article);
    if (older !== null) families.join(article, older);
    const others = byText.get(text);
    if (others === undefined) byText.set(text, [article]);
    else others.push(article);
  }
  for (const same of byText.values()) {
    if (same.length === 1) continue;
    const byOutlet = new Map<number, number>();
    for (const article of same) {
      const outlet = outletOf(article);
      if (outlet === null) continue;
      families.join(article, byOutlet.get(outlet) ?? article);
      byOutlet.set(outlet, article);
    }
  }
  return families;
}

function likenessByText(
  pairs: StandingFacts['likenesses'],
): ReadonlyMap<number, readonly number[]> {
  const alike = new Map<number, number[]>();
  for (const [one, other] of pairs) {
    alike.set(one, [...(alike.get(one) ?? []), other]);
    alike.set(other, [...(alike.get(other) ?? []), one]);
  }
  return alike;
}
