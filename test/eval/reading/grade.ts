import type { ActorDraft } from '../../../extract/actors/actor.ts';
import type { Drafts, StanceDraft } from '../../../extract/extractor.ts';
import type { StanceKind } from '../../../extract/stances/kinds.ts';
import { type Likeness, likeness, ownPronouns } from './claim-likeness.ts';
import type { GoldStance, GoldText } from './gold-file.ts';
import { isHeld, matchOf, surnames, withRelays } from './gold-holders.ts';
import type { HolderMatch } from './holder-match.ts';
import { polarities, polarity, sides } from './polarity.ts';

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

/** Each draft of one text beside its gold. */
export function graded(text: GoldText, drafts: Drafts): Graded[] {
  const actors = new Map(drafts.actors.map((actor) => [actor.id, actor]));
  const told = drafts.claims.filter(({ isUntold }) => isUntold !== true);
  const claims = new Map(told.map((claim) => [claim.id, claim.text]));
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
    const words = `${names} ${draft.kind} «${claim}»`;
    return { draft, told: words, ...settled(found, draft, firstClaims) };
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
  if (speaks && !isPutIntoMouth(about, read, text))
    return { grade: 'WRONG', reasons: ['another claim'] };
  return { grade: 'WRONG', reasons: [isNamed(actor) ? 'wrong named speaker' : 'wrong speaker'] };
}

/** Whether it is somebody else's stance, polarity and all. Who passed it on has said its words. */
function isPutIntoMouth(
  about: readonly Candidate[],
  { draft, actor }: Read,
  text: GoldText,
): boolean {
  const isPassedOn = about.some(({ gold: { through } }) =>
    through.some((names) => matchOf(text, actor, names) !== undefined),
  );
  if (isPassedOn || sides[draft.kind] === 'NONE') return false;
  return about.some(({ gold, like }) => /same|kind/u.test(polarity(gold, like, draft.kind)));
}

/** The publisher tells what is another's as its own; of other narration nobody asked. */
function ownVoice(about: readonly Candidate[], claim: string): Found {
  const isTold = about.some(({ like }) => like.recall === 1 && like.precision >= 2 / 3);
  const isOthers = about.length > 0 && ownPronouns(claim).length > 0;
  return isTold || isOthers
    ? { grade: 'WRONG', reasons: ['own voice'] }
    : { grade: 'UNASKED', reasons: [] };
}

/** The likest or, where another is nearly as like and fits in polarity, that one. */
function bestOf(own: readonly Candidate[], kind: StanceKind): Candidate | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const near = own.filter(({ like }) => worth(like) >= worth(first.like) - 0.5);
  const rank = ({ gold, like }: Candidate) => polarities.indexOf(polarity(gold, like, kind));
  return near.reduce((best, each) => (rank(each) < rank(best) ? each : best));
}

function beside({ gold, like, match }: Candidate, read: Read, text: GoldText): Found {
  const { draft, chain, claim } = read;
  const stands = polarity(gold, like, draft.kind);
  if (stands === 'inverted') {
    const reason =
      like.precision >= 0.5 && !silence.test(claim) ? 'inverted polarity' : 'another claim';
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
    [like.precision < 3 / 4 || isWordy(claim, gold), 'words too many'],
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

// A claim of these asserts nothing of what the others are about.
const silence =
  /\b(?:nothing to say|(?:can|could|will|would) ?(?:not|n[’']t) (?:say|tell)|comment|declin\w+|refus\w+|speculat\w+|withdr[ae]w\w*|retract\w*)\b/iu;

const wordy = /\bis (right|true)\.$|\b(say|said|saying|told|adding|added|asked|replied)\b/iu;

/** `That he left is right`, `he left, saying`: the claim is that he left. */
function isWordy(claim: string, { claim: { variants } }: GoldStance): boolean {
  const word = wordy
    .exec(claim)
    ?.slice(1)
    .find((one) => one !== undefined);
  const asked = variants.flat().flatMap(({ forms }) => forms);
  return word !== undefined && !asked.includes(word.toLowerCase());
}

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
