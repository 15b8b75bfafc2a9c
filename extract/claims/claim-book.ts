import { slugOf } from '../actors/actor.ts';
import type { ClaimDraft, ExtractInput } from '../extractor.ts';
import { type Passage, wordsOf } from '../passage.ts';
import { judgementOf } from '../stances/judgement.ts';
import { kindOfVerb, type StanceKind } from '../stances/kinds.ts';
import type { Statement } from '../stances/statement.ts';
import { affirmed } from './affirmed.ts';
import { type Claim, claimOf, type Holder, leadIn, sentence } from './claim.ts';
import { isSameMatter, matterOf } from './matter.ts';
import { isAboutClaim, isReference, namesClaim, truthOf } from './reference.ts';

/** The claims of an article so far, and those that later words may point at. */
export interface ClaimBook {
  readonly drafts: Map<string, ClaimDraft>;
  /** How many claims have had each slug. */
  readonly slugs: Map<string, number>;
  /** Who put what forward, in the order of the text. */
  readonly said: Said[];
  /** The claims by the first word that they are made of. */
  readonly byPlace: Map<number, ClaimDraft>;
  /** The first claim that an outlet is said to have reported: what `the report` says. */
  reported: string | undefined;
}

interface Said {
  readonly claim: ClaimDraft;
  readonly actor: string;
  readonly matter: ReadonlySet<string>;
}

export function openClaimBook(): ClaimBook {
  return { drafts: new Map(), slugs: new Map(), said: [], byPlace: new Map(), reported: undefined };
}

/** A claim, and how its holder stands to it where the article before makes that another kind. */
export interface Meant {
  /** Undefined where the words point at a claim that the text makes later. */
  readonly claim: string | undefined;
  readonly kind: StanceKind;
  /** What is meant where the text makes none: that the report is true. */
  readonly otherwise?: Claim;
}

/** The claim that a statement is about: one made before, where its words only point at one, or a new one. */
export function claimMeant(
  book: ClaimBook,
  { passage, claimsLike }: { passage: Passage } & Pick<ExtractInput, 'claimsLike'>,
  { statement, holder }: { statement: Statement; holder: Holder },
): Meant | undefined {
  const { kind, actor } = holder;
  if (pointsBack(passage, statement, kind)) {
    const isWhole = statement.lemma === 'respond' || statement.frame === 'rating';
    const words = isWhole ? 'report' : wordsOf(passage, statement.content);
    const isSame = statement.isShared && !silent.has(kind);
    const pointed = isSame ? lastFact(book) : pointedAt(book, holder, words);
    const isDenial = kind === 'ASSERTS' && noSuch.test(words);
    if (pointed !== undefined) return { claim: pointed, kind: isDenial ? 'DENIES' : kind };
    const isWish = kind === 'SUPPORTS' || kind === 'OPPOSES';
    if (!silent.has(kind) && !(isWish && namesClaim(words))) return awaited(words, kind);
  }
  const made = claimOf(passage, statement, holder);
  if (made === undefined) return undefined;
  const isSaid = statement.mode !== 'NARRATED';
  const isFact = isSaid && kind === 'ASSERTS' && made.kind === 'FACT';
  const before = isFact ? inCirculation(book, actor.id, made) : undefined;
  if (before !== undefined && isNegation(made.text) && !isNegation(before.text))
    return { claim: before.id, kind: 'DENIES' };
  const isConfirmed = before !== undefined && kindOfVerb(statement.lemma) === 'CONFIRMS';
  const claim = placed(book, statement) ?? entered(book, made, claimsLike);
  if (isSaid) book.said.push({ claim, actor: actor.id, matter: matterOf(made.text) });
  book.byPlace.set(statement.content[0]?.first ?? -1, claim);
  if (kind === 'REPORTS') book.reported ??= claim.id;
  return { claim: claim.id, kind: isConfirmed ? 'CONFIRMS' : kind };
}

function awaited(words: string, kind: StanceKind): Meant | undefined {
  const truth = truthOf(words);
  if (truth === undefined) return undefined;
  return { claim: undefined, kind, otherwise: { text: sentence(truth), kind: 'FACT' } };
}

/** What those words meant that came before it: the first report, or else what anybody said first. */
export function settledClaim(
  book: ClaimBook,
  otherwise: Claim | undefined,
  claimsLike: ExtractInput['claimsLike'],
): string | undefined {
  const first = book.reported ?? book.said[0]?.claim.id;
  if (first !== undefined || otherwise === undefined) return first;
  return entered(book, otherwise, claimsLike).id;
}

/** `denied a report that it leaked`: what the report says is what is denied. */
function placed({ byPlace }: ClaimBook, { frame, content }: Statement): ClaimDraft | undefined {
  return frame === 'nominal' ? byPlace.get(content[0]?.first ?? -1) : undefined;
}

// `no such talks took place`
const noSuch = /^\W*(?:that )?(?:there (?:is|are|was|were) )?no such\b/iu;

const silent = new Set<StanceKind>(['DECLINES', 'NO_REPLY']);

/** Whether the words say nothing themselves but answer what others said. */
function pointsBack(passage: Passage, statement: Statement, kind: StanceKind): boolean {
  const content = wordsOf(passage, statement.content);
  if (statement.frame === 'rating') return statement.content[0] === statement.quote;
  if (silent.has(kind)) return !/\b(?:whether|if)\b|^\W*n?or den\w* that\b/iu.test(content);
  if (leadIn.test(content.replace(/^\W+/u, ''))) return false;
  if (isReference(passage, statement) || noSuch.test(content)) return true;
  const isRating = kind !== 'ASSERTS' && kind !== 'REPORTS' && judgementOf(content) !== undefined;
  return (
    isRating && (isAboutClaim(content) || namesClaim(content) || statement.lemma === 'respond')
  );
}

// Nobody answers what was said further back.
const farthest = 40;

/** What was reported, where the words name a report; otherwise what somebody else said last, of the holder if it can be. */
function pointedAt(
  { said, reported }: ClaimBook,
  { actor, kind }: Holder,
  words: string,
): string | undefined {
  const isWish = kind === 'OPPOSES' || kind === 'SUPPORTS';
  const facts = said
    .slice(-farthest)
    .filter(({ claim }) => silent.has(kind) || (claim.kind === 'POSITION') === isWish);
  const others = facts.filter((one) => one.actor !== actor.id);
  if (noSuch.test(words)) return facts.at(-1)?.claim.id ?? reported;
  if (kind === 'CONFIRMS' && /\b(?:his|her|its|their|it|them)\b/iu.test(words))
    return facts.find((one) => one.actor === actor.id)?.claim.id;
  const surname = actor.name.split(' ').at(-1) ?? actor.name;
  const ofHolder = others.findLast(({ claim }) => claim.text.includes(surname));
  const last = others.at(-1)?.claim.id;
  if (isWish) return last;
  if (silent.has(kind)) return ofHolder?.claim.id ?? reported ?? last;
  return namesClaim(words) ? (reported ?? last) : (last ?? reported);
}

/** `rejected the report, calling it a lie`: the same is meant. */
function lastFact({ said }: ClaimBook): string | undefined {
  return said.findLast(({ claim }) => claim.kind !== 'POSITION')?.claim.id;
}

/** A claim on the same matter that somebody else made before. */
function inCirculation(book: ClaimBook, actor: string, { text }: Claim): ClaimDraft | undefined {
  const matter = matterOf(text);
  return book.said
    .slice(-farthest)
    .findLast(
      (one) => one.actor !== actor && one.claim.kind === 'FACT' && isSameMatter(one.matter, matter),
    )?.claim;
}

function isNegation(text: string): boolean {
  const opening = text.split(/[,;:.]/u)[0] ?? '';
  return affirmed(opening) !== opening;
}

function entered(
  { drafts, slugs }: ClaimBook,
  { text, kind }: Claim,
  claimsLike: ExtractInput['claimsLike'],
): ClaimDraft {
  const known = drafts.get(text);
  if (known !== undefined) return known;
  const id = unused(slugs, slugOf(text, 'claim'));
  const claim = { id, text, kind, candidates: claimsLike?.(text) ?? [] };
  drafts.set(text, claim);
  return claim;
}

/** The slug, numbered where another claim of the article has it. */
function unused(slugs: Map<string, number>, slug: string): string {
  const count = (slugs.get(slug) ?? 0) + 1;
  slugs.set(slug, count);
  return count === 1 ? slug : `${slug.slice(0, 72)}-${count}`;
}
