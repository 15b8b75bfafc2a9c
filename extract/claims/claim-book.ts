import type { ClaimDraft } from '../extractor.ts';
import { kindOfVerb, type StanceKind } from '../stances/kinds.ts';
import type { Statement } from '../stances/statement.ts';
import { type Passage, wordsOf } from '../words/passage.ts';
import { asSentence } from './as-sentence.ts';
import type { ClaimBook, Meant } from './book.ts';
import { bareDenial, blame, chargedWith, rightBefore } from './charged.ts';
import { inCirculation } from './circulation.ts';
import { type Claim, claimOf, type Holder } from './claim.ts';
import { entered, isNegation } from './claim-entries.ts';
import { statedBy } from './holder.ts';
import { matterOf } from './matter.ts';
import { ownDenial } from './own-denial.ts';
import {
  aboutWhat,
  farthest,
  farthestOwn,
  lastFact,
  noSuch,
  pointedAt,
  pointsBack,
  silent,
  stoodBy,
  wishedBefore,
} from './pointed.ts';
import { namesClaim, namesThing, pointsAtWish, standsBy, truthOf } from './reference.ts';
import { byDeed, bySameWords } from './scope.ts';
import { byStory, hasJustDenied, stated } from './story.ts';

/** The denial of a claim, of one in scope or of a new one. */
function denialOf(book: ClaimBook, denied: Claim): Meant {
  return { claim: inScope(book, denied) ?? entered(book.entries, denied).id, kind: 'DENIES' };
}

/** The claim that a statement is about: one made before, where its words only point at one, or a new one. */
export function claimMeant(
  book: ClaimBook,
  passage: Passage,
  { statement, holder }: { statement: Statement; holder: Holder },
): Meant | undefined {
  const { kind, actor } = holder;
  const content = wordsOf(passage, statement.content);
  const sentence = passage.words[statement.cue.first]?.sentence ?? 0;
  if (standsBy(content) || standsBy(`${wordsOf(passage, [statement.cue])} ${content}`))
    return / that /u.test(content) ? byStory(book, content) : stoodBy(book, holder, content);
  if ((kind === 'SUPPORTS' || kind === 'OPPOSES') && pointsAtWish(content)) {
    const wished = wishedBefore(book, holder);
    if (wished !== undefined) return { claim: wished, kind };
    if (!namesThing(content)) return undefined;
  }
  if (pointsBack(passage, statement, kind)) {
    const pointed = pointedMeant(book, { statement, holder }, { content, sentence });
    if (pointed !== 'TOLD') return pointed;
  }
  const charged =
    kind === 'DENIES' && bareDenial.test(content) ? chargedWith(book, actor) : undefined;
  if (charged !== undefined) return { claim: charged, kind };
  const isStand = judging.has(kind);
  const isAdmitted = kind === 'ASSERTS' && kindOfVerb(statement.lemma) === 'CONFIRMS';
  const deed =
    isStand && !blame.test(content) ? byDeed(book.said.slice(-farthest), content) : undefined;
  if (deed !== undefined) return { claim: deed.claim.id, kind };
  const made = claimOf(passage, statement, holder);
  if (made === undefined) return silent.has(kind) ? { ...untoldDenial, kind } : undefined;
  const same = isStand || isAdmitted ? inScope(book, made) : undefined;
  if (same !== undefined) return { claim: same, kind: isAdmitted ? 'CONFIRMS' : kind };
  const isSaid = statement.mode !== 'NARRATED';
  const isFact = isSaid && kind === 'ASSERTS' && made.kind === 'FACT';
  const isInside = statement.within !== undefined && statement.mode === 'DIRECT';
  const before = isFact && !isInside ? inCirculation(book.said, actor.id, made) : undefined;
  if (before !== undefined && isNegation(made.text) && !isNegation(before.text))
    return { claim: before.id, kind: 'DENIES' };
  const own = isFact && kind === 'ASSERTS' ? ownDenial(made.text, actor.name) : undefined;
  const isConfirmed = before !== undefined && kindOfVerb(statement.lemma) === 'CONFIRMS';
  if (own !== undefined) return denialOf(book, { text: own, kind: 'FACT' });
  const claim = placed(book, statement) ?? entered(book.entries, made);
  if (isSaid && (silent.has(kind) || !isThin(made)))
    book.said.push({ claim, actor: actor.id, kind, sentence, matter: matterOf(made.text) });
  book.byPlace.set(statement.content[0]?.first ?? -1, claim);
  if (kind === 'REPORTS') book.reported ??= claim.id;
  return { claim: claim.id, kind: isConfirmed ? 'CONFIRMS' : kind };
}

/** What words mean that point at a claim made before; `TOLD` where they tell one themselves all the same. */
function pointedMeant(
  book: ClaimBook,
  { statement, holder }: { readonly statement: Statement; readonly holder: Holder },
  { content, sentence }: { readonly content: string; readonly sentence: number },
): Meant | undefined | 'TOLD' {
  const { kind } = holder;
  if (/^(?:which|something)$/iu.test(content)) {
    const claim = rightBefore(book, holder, sentence);
    return claim === undefined ? undefined : { claim, kind, isPointed: true };
  }
  if (kind === 'ASSERTS' && !noSuch.test(content) && !affirming.test(content)) return undefined;
  const isWhole = statement.lemma === 'respond' || statement.frame === 'rating';
  const words = isWhole ? 'report' : content;
  if (statement.frame === 'nominal' && kind === 'ASSERTS') return undefined;
  if (statement.isShared && hasJustDenied(book, holder, sentence)) return undefined;
  const isSame = statement.isShared && !silent.has(kind);
  const last = isSame ? lastFact(book, holder) : undefined;
  const pointed =
    last === undefined ? pointedAt(book, holder, { words, sentence }) : { claim: last };
  if (statement.frame === 'nominal' && isNegated(book, pointed?.claim)) return undefined;
  const isDenial = kind === 'ASSERTS' && noSuch.test(words);
  if (statement.otherwise !== undefined || statement.isOnlyPointing === true) {
    const meant =
      byDeed(book.said.slice(-farthestOwn), words)?.claim.id ??
      (namesClaim(words) || pronoun.test(words) ? pointed?.claim : undefined);
    return meant === undefined ? undefined : { claim: meant, kind };
  }
  const isUntold = book.said.slice(-farthestOwn).every((one) => one.actor !== holder.owner?.id);
  if (statedBy.test(words) && isUntold) return stated(book, { words, kind });
  if (pointed !== undefined && 'isUnsure' in pointed && pointed.isUnsure && kind === 'DENIES')
    return untoldDenial;
  if (pointed !== undefined)
    return { ...pointed, isPointed: true, kind: isDenial ? 'DENIES' : kind };
  const isWish = kind === 'SUPPORTS' || kind === 'OPPOSES';
  const isTold = against.has(kind) && aboutWhat(words) !== undefined;
  if (!isTold && !silent.has(kind) && !(isWish && namesClaim(words))) {
    const later = awaited(words, kind);
    return later ?? (kind === 'DENIES' ? untoldDenial : undefined);
  }
  return 'TOLD';
}

const negative = /\b(?:no|not|never|nothing|nobody|none)\b|n[’']t\b/iu;

/** `said it had no plans, denying a report by the Post`: the report is not what was said there. */
function isNegated({ said }: ClaimBook, claim: string | undefined): boolean {
  return said.some((one) => one.claim.id === claim && negative.test(one.claim.text));
}

/** `Lee is accused of taking it`: nobody is said to say so, but it is what Lee denies. */
export function mention(book: ClaimBook, made: Claim | undefined, sentence: number): void {
  if (made === undefined) return;
  const claim = entered(book.entries, made);
  book.said.push({ claim, actor: '', kind: 'ASSERTS', sentence, matter: matterOf(made.text) });
}

// Who only points at a claim and does not say that it is true has not put it forward.
const affirming =
  /^(?!.*\b(?:not|never|no|far from)\b|.*n[’']t\b).*\b(?:true|right|correct|accurate|genuine|authentic|real|confirm\w*|st(?:and|ood)s?)\b/iu;

const untoldDenial: Meant = { claim: undefined, kind: 'DENIES', isUntold: true };

const pronoun = /^\W*(?:it|this|that|these|those)\W*$/iu;

// By these somebody answers what others may have said.
const judging: ReadonlySet<StanceKind> = new Set<StanceKind>([
  'DENIES',
  'QUESTIONS',
  'CONFIRMS',
  'QUALIFIES',
  'RETRACTS',
]);

const against: ReadonlySet<string> = new Set(['DENIES', 'QUESTIONS', 'QUALIFIES']);

/** What the same was called before: the deed that is said to have been done, or the same in more words. */
function inScope({ said }: ClaimBook, { text, kind }: Claim): string | undefined {
  const near = said.slice(-farthest);
  const before = kind === 'FACT' ? (byDeed(near, text) ?? bySameWords(near, text)) : undefined;
  return before !== undefined && isNegation(before.claim.text) === isNegation(text)
    ? before.claim.id
    : undefined;
}

function awaited(words: string, kind: StanceKind): Meant | undefined {
  const truth = truthOf(words);
  if (truth === undefined) return undefined;
  return { claim: undefined, kind, otherwise: { text: asSentence(truth), kind: 'FACT' } };
}

/** What words meant that came before it: the first report, or else the only claim that anybody made. */
export function reportedFirst({ said, reported }: ClaimBook): string | undefined {
  const [only, another] = new Set(said.map(({ claim }) => claim.id));
  return reported ?? (another === undefined ? only : undefined);
}

/** `denied a report that it leaked`: what the report says is what is denied; and what `Claim:` quotes is what is rated. */
function placed({ byPlace }: ClaimBook, { frame, content }: Statement): ClaimDraft | undefined {
  const { first, last } = content[0] ?? { first: -1, last: -1 };
  if (frame === 'nominal') return byPlace.get(first);
  if (frame !== 'rating') return undefined;
  for (let at = first; at <= last; at++) {
    const claim = byPlace.get(at);
    if (claim !== undefined) return claim;
  }
  return undefined;
}

/** `The figure is right`: made of a thing alone, so that nobody points at it. */
function isThin({ text }: Claim): boolean {
  return /^(?:\p{L}+ ){1,3}(?:is|are) (?:right|true)\.$/u.test(text);
}
