import { introspectionLengths } from './introspection-lengths.ts';
import { lettersIn } from './letters.ts';

/** What any request costs: to be taken in, and answered. */
export const requestPoints = 40;

/** A statement: what leads from all objects at one place to what they have there takes one, or two. */
export const statementPoints = 4;

/** A field of the query: what it is asked by is looked at, and refused where it is wrong. */
export const rootPoints = 10;

/** A field that is told to some roles alone. */
export const rolePoints = 1;

/** How long a list is. */
export const countPoints = 1.5;

/** What the entries of a list are counted by. */
export const facetPoints = 3;

/** An event of the past that a stream looks at, told or not. */
export const eventPoints = 0.2;

/** Points for a millisecond of the processor. */
const pointsPerMs = 100;

/** What it costs to have a statement read aside, besides what it takes. */
const pointsAside = 10;

/** What a statement costs that was read aside, by how long it kept a processor. */
export function asidePoints(spentMs: number): number {
  return pointsAside + spentMs * pointsPerMs;
}

/** A scalar of an object. */
export const leafPoints = 0.025;

/** What is read of an object, where that is more or less than usual. */
export const objectWeights: Readonly<Record<string, number>> = {
  EffectiveTime: 0.25,
  RecordEvent: 1.5,
  Standing: 0.4,
};

const usualObject = 0.12;

/** What is told of the schema is in memory. */
const ofSchema = 0.17;

/** An object of this type. */
export function objectPoints(type: string): number {
  return objectWeights[type] ?? (type.startsWith('__') ? ofSchema : usualObject);
}

/** What a field costs besides: once, and for each object that has it. */
export interface Weight {
  readonly once?: number;
  readonly each?: number;
}

/** What fields cost besides what they answer with, where that is more work than reading rows. */
export const weights: Readonly<Record<string, Weight>> = {
  'Actor.aliases': { each: 1 },
  'Actor.mergedFrom': { each: 1 },
  'Article.changes': { each: 30 },
  'Article.text': { each: 20 },
  'Article.withdrawnReason': { each: 0.4 },
  'Claim.articles': { each: 1 },
  'Claim.echoes': { each: 2 },
  'Claim.replies': { each: 0.5 },
  'Claim.saidAgain': { each: 1 },
  'Claim.withdrawnReason': { each: 0.4 },
  'ClaimMatch.relation': { each: 3 },
  'Evidence.attribution': { each: 0.1 },
  'Evidence.permalink': { each: 0.2 },
  'Evidence.prefix': { each: 0.2 },
  'Evidence.suffix': { each: 0.2 },
  'Mutation.recordArticle': { once: 600 },
  'Mutation.recordStance': { once: 150 },
  'Query.exportRecord': { once: 1_000 },
  'Query.status': { once: 120 },
  'Query.verifyRecord': { once: 4_900 },
  'RecordActorPayload.similar': { once: 20 },
  'RecordClaimPayload.similar': { once: 50 },
  'Standing.summary': { each: 4 },
  'StandingChange.because': { each: 1 },
  'Stance.actorCandidates': { each: 2 },
  'Stance.claimCandidates': { each: 2 },
  'Stance.withdrawnReason': { each: 0.4 },
};

/** A change: it waits for its turn, and for the disk. */
export const mutationPoints = 300;

/** Each entry of a list in what is told with a change, and each thousand letters. */
const entryPoints = 150;
const thousandLettersPoints = 20;

/** What a change costs by what is told with it: stances with a claim, lines of an import, the text of an article. */
export function writtenPoints(input: unknown): number {
  return (
    mutationPoints +
    entryPoints * entriesIn(input) +
    (thousandLettersPoints * lettersIn(input)) / 1_000
  );
}

function entriesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Object.values(value).reduce((sum: number, part) => sum + entriesIn(part), own);
}

/** What each object at a place costs more where an argument of the field is given. */
export const argumentWeights: Readonly<
  Record<string, Readonly<Record<string, (value: unknown) => number>>>
> = {
  'Claim.stances': { filter: whereGiven(1) },
  'Claim.standing': { asOf: whereGiven(15), saidBy: whereGiven(15) },
  'Mutation.ingestArticle': { input: ofPage },
  'Query.actors': { asOf: whereGiven(1) },
  'Query.articles': { asOf: whereGiven(1) },
  'Query.claim': { asOf: whereGiven(10) },
  'Query.claims': { asOf: whereGiven(2) },
  'Query.search': { asOf: whereGiven(6) },
  'Query.stances': { asOf: whereGiven(1) },
  'Query.nodes': { ids: byLength(0.8) },
};

/** Beside what they cost in any input: a page of a kilobyte takes some 1.5 ms to be read. */
const thousandPageLettersPoints = 100;

function ofPage(input: unknown): number {
  const { page } = Object(input);
  return typeof page === 'string' ? (thousandPageLettersPoints * page.length) / 1_000 : 0;
}

function byLength(points: number): (value: unknown) => number {
  return (value) => (Array.isArray(value) ? points * value.length : 0);
}

function whereGiven(points: number): (value: unknown) => number {
  return (value) => (value === null || value === undefined ? 0 : points);
}

/** How long lists without pages are that are longer than others. */
const lengths: Readonly<Record<string, number>> = {
  ...introspectionLengths,
  // As large as six of them: nobody asks about the small ones.
  'Query.__type': 6,
};

/** How many objects a field without pages leads to. */
export function usualLength(type: string, field: string): number {
  return lengths[`${type}.${field}`] ?? 1;
}

/** Whether a list without pages has an entry for each of those that are named above it. */
export function hasOneOfEachNamed(type: string, field: string): boolean {
  return `${type}.${field}` === 'Comparison.stances';
}
