import { type AffiliationsByActor, affiliatedOn } from './affiliation.ts';
import type { StandingFacts } from './standing-facts.ts';
import type { Side } from './standing-sides.ts';
import { dayOfStance } from './standing-stances.ts';

/**
 * The earliest side of each origin. Origins are the FOR sides that are not GROUPs, folded into one where one belongs
 * to the other or both to a third, where they are unnamed sources of one outlet, rest on one and the same article, or
 * share a spokesperson. Sides are given, and origins come, in the order in which they spoke.
 */
export function originsOf(
  sides: readonly Side[],
  actors: StandingFacts['actors'],
  affiliations: AffiliationsByActor,
): readonly number[] {
  const bonds = createBonds();
  const owners = createOwners(affiliations);
  const independent = sides.filter(
    ({ actor, voice }) => voice.polarity === 'FOR' && actors.get(actor)?.kind !== 'GROUP',
  );
  for (const side of independent) {
    const self = `actor ${side.actor}`;
    for (const [part, whole] of owners(side.actor, dayOfStance(side.voice))) {
      bonds.join(`actor ${part}`, `actor ${whole}`);
    }
    for (const { polarity, facts } of side.spoken) {
      if (polarity === 'FOR') bonds.join(self, `actor ${facts.actor}`);
    }
    const grantedBy = actors.get(side.actor)?.grantedBy ?? null;
    if (grantedBy !== null) bonds.join(self, `sources of ${grantedBy}`);
    const article = onlyArticleOf(side);
    if (article !== null) bonds.join(self, `article ${article}`);
  }
  const earliest = new Map<string, number>();
  for (const { actor } of independent) {
    const origin = bonds.rootOf(`actor ${actor}`);
    if (!earliest.has(origin)) earliest.set(origin, actor);
  }
  return [...earliest.values()];
}

/** The article that holds all the evidence for a FOR side, where there is one. */
function onlyArticleOf({ voice, spoken }: Side): number | null {
  const articles = new Set<number>();
  for (const { polarity, evidence } of [voice, ...spoken]) {
    if (polarity !== 'FOR') continue;
    for (const { article } of evidence) articles.add(article);
  }
  const [article] = articles;
  return article !== undefined && articles.size === 1 ? article : null;
}

/** Walks from parts to wholes on a day; a step that was walked before on that day is not told again. */
function createOwners(affiliations: AffiliationsByActor) {
  const walkedOn = new Map<string, Set<number>>();
  return (actor: number, day: string): readonly (readonly [part: number, whole: number])[] => {
    const walked = walkedOn.get(day) ?? new Set();
    walkedOn.set(day, walked);
    const steps: (readonly [number, number])[] = [];
    const ahead = [actor];
    for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
      if (walked.has(part)) continue;
      walked.add(part);
      for (const whole of affiliatedOn(affiliations, part, {
        day,
        kinds: ['PART_OF', 'OWNED_BY'],
      })) {
        steps.push([part, whole]);
        ahead.push(whole);
      }
    }
    return steps;
  };
}

/** Sets that grow together: what has been joined, directly or not, has one root. */
function createBonds() {
  const parents = new Map<string, string>();
  const rootOf = (member: string): string => {
    let root = member;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) {
      const above = parents.get(up);
      if (above !== undefined) parents.set(root, above);
      root = up;
    }
    return root;
  };
  const join = (one: string, other: string) => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) parents.set(a, b);
  };
  return { rootOf, join };
}
