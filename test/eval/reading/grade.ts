import type { ActorDraft } from '../../../extract/actors/actor.ts';
import type { Drafts, StanceDraft } from '../../../extract/extractor.ts';
import type { StanceKind } from '../../../extract/stances/kinds.ts';
import { claimWords, type Likeness, likeness, ownPronouns } from './claim-likeness.ts';
import type { GoldStance, GoldText } from './gold-file.ts';
import { type HolderMatch, holderMatch } from './holder-match.ts';

/**
 * What a draft is worth to who reviews it. WRONG: the polarity is another, somebody else said it, or it is no claim of the text's.
 * EDIT: polarity and speaker are right, and something else is not. UNASKED: the publisher's own voice, which no gold asks for.
 */
type Grade = 'ACCEPTABLE' | 'EDIT' | 'WRONG' | 'UNASKED';

/** A draft beside the gold. */
export interface Graded {
  readonly draft: StanceDraft;
  /** Who holds it, and the claim. */
  readonly told: string;
  readonly grade: Grade;
  /** Why it is not acceptable: the first of WRONG's, all of EDIT's. */
  readonly reasons: readonly Reason[];
  readonly gold?: GoldStance;
}

type Reason =
  | 'inverted polarity'
  | 'wrong named speaker'
  | 'another polarity'
  | 'wrong speaker'
  | 'own voice'
  | 'another claim'
  | 'another name in the claim'
  | 'sure of two readings'
  | 'words missing'
  | 'words too many'
  | 'pronoun'
  | 'negated claim'
  | 'kind'
  | 'certainty'
  | 'chain'
  | 'day'
  | 'name'
  | 'no claim'
  | 'second claim';

/** What a reader may not be sure of stays below. */
const sure = 0.5;

const sides: Readonly<Record<StanceKind, 'FOR' | 'AGAINST' | 'MIXED' | 'NONE' | 'WITHDRAWN'>> = {
  ASSERTS: 'FOR',
  CONFIRMS: 'FOR',
  SUPPORTS: 'FOR',
  REPORTS: 'FOR',
  QUALIFIES: 'MIXED',
  QUESTIONS: 'MIXED',
  DECLINES: 'NONE',
  NO_REPLY: 'NONE',
  DENIES: 'AGAINST',
  OPPOSES: 'AGAINST',
  RETRACTS: 'WITHDRAWN',
};

/** Each draft of one text beside its gold. */
export function graded(text: GoldText, drafts: Drafts): Graded[] {
  const actors = new Map(drafts.actors.map((actor) => [actor.id, actor]));
  const claims = new Map(drafts.claims.map((claim) => [claim.id, claim.text]));
  const firstClaims = new Map<string, string>();
  return drafts.stances.map((draft) => {
    const actor = actors.get(draft.actor);
    if (actor === undefined) throw new Error(`${text.id}: a draft's actor is none of the drafts'.`);
    const claim = claims.get(draft.claim) ?? '';
    const chain = draft.evidence.attribution
      .map((id) => actors.get(id))
      .filter((one) => one !== undefined);
    const read: Read = { draft, actor, chain, claim };
    const found = gradeOf(text, read);
    const names = chain.map(({ name }) => name).join(' > ');
    const told = `${names} ${draft.kind} «${claim}»`;
    return { draft, told, ...settled(found, draft, firstClaims) };
  });
}

type Found = Pick<Graded, 'grade' | 'reasons' | 'gold'>;

/** The first claim drafted for a proposition is the one: others would have to be merged with it. */
function settled(found: Found, { claim }: StanceDraft, firstClaims: Map<string, string>): Found {
  const { gold, grade } = found;
  if (gold === undefined || grade === 'WRONG' || claim === '') return found;
  const first = firstClaims.get(gold.claim.name) ?? claim;
  firstClaims.set(gold.claim.name, first);
  if (first === claim) return found;
  return { gold, grade: 'EDIT', reasons: [...found.reasons, 'second claim'] };
}

interface Read {
  readonly draft: StanceDraft;
  readonly actor: ActorDraft;
  readonly chain: readonly ActorDraft[];
  readonly claim: string;
}

interface Candidate {
  readonly gold: GoldStance;
  readonly like: Likeness;
  readonly match: HolderMatch;
}

const worth = ({ recall, precision }: Likeness) => 2 * recall + precision;

/** Whether the two are about the same: half of what is required, and a third of what is told. */
const isAbout = ({ recall, precision, isOfMore }: Likeness) =>
  recall >= 0.5 && precision >= 1 / 3 && isOfMore;

function gradeOf(text: GoldText, read: Read): Found {
  const { draft, actor, claim } = read;
  const candidates = withRelays(text.stances).map(
    (gold): Candidate => ({
      gold,
      like: likeness(claim, gold.claim, gold.actor),
      match: matchOf(text, actor, gold.actor),
    }),
  );
  if (claim === '') return unclaimed(candidates, draft);
  const about = candidates
    .filter(({ like }) => isAbout(like))
    .sort((a, b) => worth(b.like) - worth(a.like));
  const own = about.filter(({ match }) => match !== undefined);
  const best = bestOf(own, draft.kind);
  if (best !== undefined) return beside(best, read, text);
  if (read.chain.length === 1) return ownVoice(about, claim);
  const speaks = candidates.some(({ match }) => match !== undefined);
  if (speaks && (about.length === 0 || sides[draft.kind] === 'NONE'))
    return { grade: 'WRONG', reasons: ['another claim'] };
  return { grade: 'WRONG', reasons: [isNamed(actor) ? 'wrong named speaker' : 'wrong speaker'] };
}

/** The publisher tells what is another's as its own; of other narration nobody asked. */
function ownVoice(about: readonly Candidate[], claim: string): Found {
  const isTold = about.some(({ like }) => like.recall === 1 && like.precision >= 2 / 3);
  const isOthers = about.length > 0 && ownPronouns(claim).length > 0;
  return isTold || isOthers
    ? { grade: 'WRONG', reasons: ['own voice'] }
    : { grade: 'UNASKED', reasons: [] };
}

function matchOf(text: GoldText, { name, aliases }: ActorDraft, names: readonly string[]) {
  return holderMatch({ name, aliases, isPublisher: name === text.publisher }, names);
}

/** Whoever passes a stance on may be drafted to report it. */
function withRelays(stances: readonly GoldStance[]): GoldStance[] {
  return stances.flatMap((gold) => [
    gold,
    ...gold.through.map(
      (actor): GoldStance => ({
        demand: 'PERMITTED',
        actor,
        through: [],
        kinds: ['REPORTS'],
        claim: gold.claim,
      }),
    ),
  ]);
}

/** The likest or, where another is nearly as like and fits in polarity, that one. */
function bestOf(own: readonly Candidate[], kind: StanceKind): Candidate | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const near = own.filter(({ like }) => worth(like) >= worth(first.like) - 0.5);
  const rank = ({ gold, like }: Candidate) => ranks.indexOf(polarity(gold, like, kind));
  return near.reduce((best, each) => (rank(each) < rank(best) ? each : best));
}

type Polarity = 'same' | 'kind' | 'other' | 'inverted';
const ranks: readonly Polarity[] = ['same', 'kind', 'other', 'inverted'];

/** How the draft's kind stands to the gold's, a claim that says the opposite taken into account. */
function polarity(gold: GoldStance, { isOpposite }: Likeness, kind: StanceKind): Polarity {
  const all = gold.kinds.map((wanted): Polarity => {
    const [side, right] = [turned(sides[kind], isOpposite), sides[wanted]];
    if (side === right) return kind === wanted ? 'same' : 'kind';
    if (wanted === 'QUESTIONS' && side === 'FOR') return 'inverted';
    if (side === 'MIXED' || right === 'MIXED' || side === 'NONE') return 'other';
    if (side === 'WITHDRAWN' || (right === 'WITHDRAWN' && side === 'AGAINST')) return 'other';
    return 'inverted';
  });
  return ranks.find((rank) => all.includes(rank)) ?? 'inverted';
}

function turned(side: (typeof sides)[StanceKind], isOpposite: boolean) {
  if (!isOpposite) return side;
  if (side === 'FOR') return 'AGAINST';
  return side === 'AGAINST' ? 'FOR' : side;
}

function beside({ gold, like, match }: Candidate, read: Read, text: GoldText): Found {
  const { draft, chain, claim } = read;
  const stands = polarity(gold, like, draft.kind);
  if (stands === 'inverted') {
    const reason = like.precision >= 0.5 ? 'inverted polarity' : 'another claim';
    return { grade: 'WRONG', reasons: [reason], gold };
  }
  if (stands === 'other') return { grade: 'WRONG', reasons: ['another polarity'], gold };
  if (gold.demand === 'UNSURE' && draft.evidence.confidence >= sure)
    return { grade: 'WRONG', reasons: ['sure of two readings'], gold };
  if (like.recall < 1 && like.extra.some((word) => surnames(text, gold).includes(word)))
    return { grade: 'WRONG', reasons: ['another name in the claim'], gold };
  const isThrough = (names: readonly string[]) =>
    chain.slice(0, -1).some((actor) => matchOf(text, actor, names) !== undefined);
  const faults: readonly (readonly [boolean, Reason])[] = [
    [like.recall < 1, 'words missing'],
    [like.precision < 3 / 4 || endsIdly(claim, gold), 'words too many'],
    [like.pronouns.length > 0, 'pronoun'],
    [like.isOpposite && isHeld(gold, text), 'negated claim'],
    [stands === 'kind' && !like.isOpposite, 'kind'],
    [gold.certainty !== undefined && gold.certainty !== draft.certainty, 'certainty'],
    [!gold.through.every(isThrough), 'chain'],
    [gold.when !== undefined && !isWhen(draft, gold.when), 'day'],
    [match === 'LONGER', 'name'],
  ];
  const reasons = faults.flatMap(([isSo, reason]) => (isSo ? [reason] : []));
  return { grade: reasons.length === 0 ? 'ACCEPTABLE' : 'EDIT', reasons, gold };
}

/** Whether somebody else in the text holds the claim itself; where nobody does, its negation is as good. */
function isHeld({ claim }: GoldStance, { stances }: GoldText): boolean {
  return stances.some(
    (other) => other.claim.name === claim.name && other.kinds.some((kind) => sides[kind] === 'FOR'),
  );
}

/** The last names of those in the gold, the holder left out. */
function surnames({ stances }: GoldText, { actor }: GoldStance): string[] {
  const own = actor.flatMap(claimWords);
  return stances
    .flatMap((stance) => stance.actor.filter((name) => /^\p{Lu}/u.test(name)))
    .map((name) => claimWords(name).at(-1) ?? '')
    .filter((name) => !own.includes(name));
}

/** `That he left is right`: the claim is that he left. */
const endsIdly = (claim: string, { claim: { variants } }: GoldStance): boolean =>
  /\bis (?:right|true)\.$/u.test(claim) &&
  !variants.flat().some(({ forms }) => forms.some((form) => form === 'right' || form === 'true'));

const isWhen = ({ saidPhrase }: StanceDraft, when: string) =>
  saidPhrase?.toLowerCase().includes(when.toLowerCase()) === true;

/** A draft that leaves the claim to who reviews it. */
function unclaimed(candidates: readonly Candidate[], { kind }: StanceDraft): Found {
  const own = candidates.filter(({ match }) => match !== undefined);
  const fitting = own.find(({ gold }) =>
    gold.kinds.some((wanted) => sides[wanted] === sides[kind]),
  );
  return fitting === undefined
    ? { grade: 'WRONG', reasons: ['another claim'] }
    : { grade: 'EDIT', reasons: ['no claim'], gold: fitting.gold };
}

/** Somebody whom the record would know by a name. */
function isNamed({ kind, name, isDescribed }: ActorDraft): boolean {
  return (
    kind !== 'UNNAMED_SOURCE' && kind !== 'GROUP' && isDescribed !== true && /\p{Lu}/u.test(name)
  );
}
