import { type AffiliationsByActor, affiliatedOn } from './affiliation.ts';
import { type Bonds, createBonds } from './bonds.ts';
import type { ProjectedOrigin } from './standing-facts.ts';
import type { HeldEvidence, HeldRecord } from './standing-held.ts';
import { dayOfStance, type Side } from './standing-sides.ts';
import type { LastWord } from './standing-words.ts';

/** What origins are found in: the sides of a claim, and what each actor said of it. */
export interface OriginsInput {
  readonly sides: readonly Side[];
  readonly words: ReadonlyMap<number, LastWord>;
  /** The articles that show stances in force: nothing else makes copies. */
  readonly articles: ReadonlySet<number>;
}

/** Somebody who puts a claim forward: a side, or the agency whose words a side printed. */
interface Voice {
  readonly side: Side;
  readonly actor: number;
  readonly isAgency: boolean;
  /** Whether the side printed several agencies and nothing else, so that it is no origin itself. */
  readonly isOneOfSeveral: boolean;
  readonly evidence: readonly HeldEvidence[];
}

/**
 * The origins of a claim, in the order in which their sides spoke. Origins are the FOR sides that are not GROUPs, folded
 * into one where one belongs to the other or both to a third, where they are unnamed sources of one granter, where all
 * their words are in one copy, or where the articles of one agency tell them in their own voice: that agency's origin it
 * is. Who only prints several agencies adds no origin to theirs.
 */
export function originsOf(input: OriginsInput, record: HeldRecord): readonly ProjectedOrigin[] {
  const voices = input.sides.flatMap((side) => voicesOf(side, input, record));
  if (voices.length === 0) return [];
  const bonds = createBonds<string>();
  const joinActor = joiningActors(bonds, record);
  const copyOf = record.articles.copiesAmong(input.articles);
  for (const { side, actor, isOneOfSeveral, evidence } of voices) {
    const self = `actor ${actor}`;
    const day = dayOfStance(side.voice);
    joinActor(actor, day);
    const copies = new Set(evidence.map(({ article }) => copyOf(article)));
    const [copy] = copies;
    if (copy !== undefined && copies.size === 1) bonds.join(self, `copy ${copy}`);
    if (isOneOfSeveral) continue;
    if (side.actor !== actor) {
      bonds.join(self, `actor ${side.actor}`);
      joinActor(side.actor, day);
    }
    for (const spoken of side.spoken) {
      if (spoken.polarity === 'FOR') bonds.join(self, `actor ${spoken.actor}`);
    }
  }
  const origins = new Map<string, Voice[]>();
  for (const voice of voices) {
    const root = bonds.rootOf(`actor ${voice.actor}`);
    const others = origins.get(root);
    if (others === undefined) origins.set(root, [voice]);
    else others.push(voice);
  }
  return [...origins.values()].flatMap((folded) => originOf(folded, record));
}

/** Joins an actor to all that it belongs to on a day, and an unnamed source to the others of its granter. */
function joiningActors(bonds: Bonds<string>, { actors }: HeldRecord) {
  const owners = createOwners(actors.affiliations);
  return (actor: number, day: string): void => {
    for (const [part, whole] of owners(actor, day)) {
      bonds.join(`actor ${part}`, `actor ${whole}`);
    }
    const grantedBy = actors.grantorOf(actor);
    if (grantedBy !== null) bonds.join(`actor ${actor}`, `sources of ${grantedBy}`);
  };
}

function originOf(voices: readonly Voice[], { articles }: HeldRecord): readonly ProjectedOrigin[] {
  const shown = voices.find(({ isAgency }) => isAgency) ?? voices[0];
  if (shown === undefined) return [];
  const shownIn = voices.flatMap(({ evidence }) => evidence.map(({ article }) => article));
  return [{ actor: shown.actor, articleCount: new Set(shownIn.map(articles.oneOf)).size }];
}

/** Who speaks in a side that is FOR: the side itself or, where it tells nothing but what agencies wrote, these. */
function voicesOf(side: Side, { words }: OriginsInput, { actors }: HeldRecord): readonly Voice[] {
  const { actor, voice, spoken } = side;
  if (voice.polarity !== 'FOR' || actors.kindOf(actor) === 'GROUP') return [];
  const evidence = [voice, ...spoken]
    .filter(({ polarity }) => polarity === 'FOR')
    .flatMap((stance) => words.get(stance.actor)?.upheld ?? [])
    .flatMap((stance) => stance.evidence);
  const agencies = new Set(evidence.map(agencyOf));
  if (evidence.length === 0 || agencies.has(null)) {
    return [{ side, actor, isAgency: false, isOneOfSeveral: false, evidence }];
  }
  return [...agencies].flatMap((agency) =>
    agency === null
      ? []
      : {
          side,
          actor: agency,
          isAgency: true,
          isOneOfSeveral: agencies.size > 1,
          evidence: evidence.filter((piece) => agencyOf(piece) === agency),
        },
  );
}

/** The agency whose words these are: told in the narrator's voice of an article credited to it. */
function agencyOf({ mode, creditedTo }: HeldEvidence): number | null {
  return mode === 'NARRATED' ? creditedTo : null;
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
