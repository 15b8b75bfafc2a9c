import { judgementOf } from '../stances/judgement.ts';
import type { StanceKind } from '../stances/kinds.ts';
import type { Statement } from '../stances/statement.ts';
import { type Passage, wordsOf } from '../words/passage.ts';
import { type Holder, leadIn } from './claim.ts';
import { isAboutClaim, isReference, namesClaim, namesReport } from './reference.ts';
import type { Said } from './said.ts';
import { byDeed } from './scope.ts';

/** What an article has told before some words that point at it. */
export interface EarlierStatements {
  /** In the order of the text. */
  readonly said: readonly Said[];
  /** The first claim that an outlet is said to have reported: what `the report` says. */
  readonly reported: string | undefined;
  /** What each actor denied last. */
  readonly denied: ReadonlyMap<string, string>;
}

// `no such talks took place`
export const noSuch = /^\W*(?:that )?(?:there (?:is|are|was|were) )?no such\b/iu;

export const silent: ReadonlySet<StanceKind> = new Set<StanceKind>(['DECLINES', 'NO_REPLY']);

/** Whether the words say nothing themselves but answer what others said. */
export function pointsBack(passage: Passage, statement: Statement, kind: StanceKind): boolean {
  if (statement.points !== undefined) return statement.points;
  const content = wordsOf(passage, statement.content);
  if (statement.frame === 'rating') return statement.content[0] === statement.quote;
  if (silent.has(kind))
    return !/\b(?:whether|if)\b|^\W*n?or den\w* that\b|^\W*(?:to )?(?:confirm|acknowledge|verify|deny|admit|say)\b(?: n?or (?:to )?den\w+)? that\b/iu.test(
      content,
    );
  if (leadIn.test(content.replace(/^\W+/u, ''))) return false;
  if (isReference(passage, statement) || noSuch.test(content)) return true;
  const isRating = kind !== 'ASSERTS' && kind !== 'REPORTS' && judgementOf(content) !== undefined;
  return (
    isRating && (isAboutClaim(content) || namesClaim(content) || statement.lemma === 'respond')
  );
}

/** How many of those before are looked at: nobody answers what was said further back. */
export const farthest = 40;

// Even who says again what he said himself does not go back further than that.
export const farthestOwn = 400;

/** What was reported, where the words name a report; otherwise what somebody else said last, of the holder if it can be. */
export function pointedAt(
  { said, reported }: EarlierStatements,
  { actor, kind, owner }: Holder,
  { words, sentence }: { readonly words: string; readonly sentence: number },
): Pointed | undefined {
  const named = silent.has(kind) ? undefined : aboutWhat(words);
  if (named !== undefined) return sure(byDeed(said.slice(-farthestOwn), named)?.claim.id);
  const isWish = kind === 'OPPOSES' || kind === 'SUPPORTS';
  const facts = said
    .slice(-farthest)
    .filter(({ claim }) => silent.has(kind) || (claim.kind === 'POSITION') === isWish);
  if (kind === 'RETRACTS') return sure(facts.findLast((one) => one.actor === actor.id)?.claim.id);
  const others = facts.filter((one) => one.actor !== actor.id);
  if (noSuch.test(words))
    return sure(byDeed(facts, words)?.claim.id ?? facts.at(-1)?.claim.id ?? reported);
  const owned = owner && others.findLast((one) => one.actor === owner.id);
  if (owned !== undefined) return sure(owned.claim.id);
  if (kind === 'CONFIRMS' && /\b(?:his|her|its|their|it|them)\b/iu.test(words))
    return sure((facts.find((one) => one.actor === actor.id) ?? others.at(-1))?.claim.id);
  const surname = actor.name.split(' ').at(-1) ?? actor.name;
  const ofHolder = others.findLast(({ claim }) => claim.text.includes(surname));
  const last = others.at(-1)?.claim.id;
  if (isWish) return sure(last);
  if (silent.has(kind)) {
    const near = asksMore.test(words)
      ? facts.findLast((one) => sentence - one.sentence < 2)
      : undefined;
    const first = namesClaim(words) ? (reported ?? said[0]?.claim.id) : undefined;
    const fact = others.findLast(({ claim }) => claim.kind !== 'POSITION')?.claim.id;
    return sure(near?.claim.id ?? first ?? ofHolder?.claim.id ?? reported ?? fact ?? last);
  }
  if (namesReport(words) && reported !== undefined) return sure(reported);
  const before = others.at(-1)?.sentence ?? sentence;
  if (!namesClaim(words) && sentence - before > farthestFragment) return undefined;
  const claim = last ?? reported;
  return claim === undefined ? undefined : { claim, isUnsure: mayBeOther(others, sentence) };
}

/** A claim that words point at. */
export interface Pointed {
  readonly claim: string;
  /** Others of those before may be meant as well. */
  readonly isUnsure: boolean;
}

function sure(claim: string | undefined): Pointed | undefined {
  return claim === undefined ? undefined : { claim, isUnsure: false };
}

// `She had not.` answers what stands right before it.
const farthestFragment = 4;

const recent = 2;

/** Whether several claims were put forward just before: which of them `it` means is not certain. */
function mayBeOther(others: readonly Said[], sentence: number): boolean {
  const last = others.at(-1)?.sentence ?? sentence;
  // `He was unhappy, she said. Carl denied it.`: what was said right before is meant.
  const from = sentence - last <= 1 ? last : last - recent;
  const near = others.filter((one) => one.sentence >= from);
  return new Set(near.map(({ claim }) => claim.id)).size > 1;
}

const complement =
  /\b(?:reports?|claims?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|stories|story|idea|notion|talk|speculation|gossip)(?: (?:in|by|from|made by) .{1,50}?)? (?:of|about|regarding|concerning|over) (?<what>.+)$/iu;

/** What a word for a claim says that it is about: `a sale` of `reports of a sale`. */
export function aboutWhat(words: string): string | undefined {
  const bare = words.replace(/[\s.,;:!?”"’']+$/u, '');
  return (complement.exec(bare) ?? compound.exec(bare))?.groups?.what;
}

// `affair rumours`, `bullying claims`: what they are about stands before.
const compound =
  /^(?!(?:the|an?|this|that|all|any|such|media|press|news|newspaper|recent|earlier|latest|false|new|other|some|those|these|his|her|its|their|tabloid|online|wild|fresh|persistent|widespread|many|most|both|more|local|foreign|abuse|unconfirmed)\b)(?<what>(?:\p{Ll}[\p{L}’'-]* )?\p{Ll}[\p{L}’'-]*) (?:rumou?rs|claims|allegations|reports|speculation|accusations|charges)$/u;

// `declined to say when`: of something just told.
const asksMore = /\b(?:when|where|how|why|who|which|what)\b/iu;

// Calls and plans are answered soon, or told again.
const near = 6;

/** The demand or the plan that somebody else put forward last. */
export function wishedBefore({ said }: EarlierStatements, { actor }: Holder): string | undefined {
  return said
    .slice(-near)
    .findLast((one) => one.actor !== actor.id && one.claim.kind === 'POSITION')?.claim.id;
}

const published = /\b(?:report\w*|story|stories|articles?|journalism|coverage|account)\b/iu;

/** `stands by her evidence`: what she said herself, as she did, or else what an outlet reported. */
export function stoodBy(
  { said, reported, denied }: EarlierStatements,
  { actor }: Holder,
  words: string,
): (Pick<Said, 'kind'> & { claim: string }) | undefined {
  const isDenial = /\bdenials?\b/iu.test(words);
  const denial = isDenial ? denied.get(actor.id) : undefined;
  if (isDenial) return denial === undefined ? undefined : { claim: denial, kind: 'DENIES' };
  const own = said.slice(-farthestOwn).findLast((one) => one.actor === actor.id);
  if (own !== undefined)
    return { claim: own.claim.id, kind: own.kind === 'DENIES' ? 'DENIES' : 'CONFIRMS' };
  const claim = published.test(words) ? (reported ?? said[0]?.claim.id) : undefined;
  return claim === undefined ? undefined : { claim, kind: 'CONFIRMS' };
}

/** `rejected the report, calling it a lie`: the same is meant. */
export function lastFact({ said }: EarlierStatements, { actor }: Holder): string | undefined {
  return said
    .slice(-farthestOwn)
    .findLast((one) => one.claim.kind !== 'POSITION' && one.actor !== actor.id)?.claim.id;
}
