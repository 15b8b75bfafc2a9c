import { createBonds } from './bonds.ts';
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
  facts: StandingFacts,
  shownOf: Shown,
  asOf: number | null,
): HeldArticles {
  const told = new Map(
    [...facts.articles].map(([article, known]) => [article, toldAsOf(known, asOf)]),
  );
  const shown = (actor: number | null | undefined) =>
    actor === null || actor === undefined ? null : shownOf(actor);
  const outletOf = (article: number) => shown(facts.articles.get(article)?.outlet);
  const isWithdrawn = (article: number) =>
    (facts.articles.get(article)?.withdrawals ?? []).some(
      ({ recordedAt, restoredAt }) => happenedBy(recordedAt, asOf) && !happenedBy(restoredAt, asOf),
    );
  const onRecord = [...facts.articles.values()].filter(({ recordedAt }) =>
    happenedBy(recordedAt, asOf),
  );
  const families = familiesOf(onRecord, told, outletOf);
  const alike = likenessByText(facts.likenesses);
  return {
    isWithdrawn,
    outletOf,
    creditedTo: (article) => shown(told.get(article)?.creditedTo),
    oneOf: families.rootOf,
    earliestIssue(evidence, kind) {
      const moments = evidence.flatMap((piece) => {
        const version = earliestVersion(piece, told, isWithdrawn);
        if (version === undefined) return [];
        const { supersedes } = version;
        const isChange = supersedes !== null && !piece.versions.includes(supersedes);
        return issueOf(version, { isChange, isRetraction: kind === 'RETRACTS' }) ?? [];
      });
      return moments.length === 0 ? null : Math.min(...moments);
    },
    copiesAmong(articles) {
      const copies = createBonds<number>();
      const byText = new Map<number, number>();
      for (const article of articles) {
        const older = told.get(article)?.supersedes ?? null;
        if (older !== null && articles.has(older)) copies.join(article, older);
        const text = facts.articles.get(article)?.text;
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

/** The earliest version with the words of this evidence: back from its article, as far as these were superseded. */
function earliestVersion(
  { article, versions }: EvidenceFacts,
  told: ReadonlyMap<number, ArticleTold>,
  isWithdrawn: (article: number) => boolean,
): ArticleTold | undefined {
  let earliest = told.get(article);
  for (let older = earliest?.supersedes ?? null; older !== null; ) {
    const version = told.get(older);
    if (version !== undefined && versions.includes(older) && !isWithdrawn(older))
      earliest = version;
    older = version?.supersedes ?? null;
  }
  return earliest;
}

function familiesOf(
  articles: readonly ArticleFacts[],
  told: ReadonlyMap<number, ArticleTold>,
  outletOf: (article: number) => number | null,
) {
  const families = createBonds<number>();
  const byText = new Map<string, number>();
  for (const { article, text } of articles) {
    const older = told.get(article)?.supersedes ?? null;
    if (older !== null) families.join(article, older);
    const outlet = outletOf(article);
    if (outlet === null) continue;
    const same = byText.get(`${text} of ${outlet}`);
    if (same === undefined) byText.set(`${text} of ${outlet}`, article);
    else families.join(article, same);
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
