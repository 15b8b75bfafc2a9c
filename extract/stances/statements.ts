import type { Attribution } from '../attributions/attribution.ts';
import { contentMode } from '../attributions/mode.ts';
import { isReference } from '../claims/reference.ts';
import type { Passage, Range, Word } from '../words/passage.ts';
import { sentenceStart, wordsOf } from '../words/passage.ts';
import { clausesOf, withoutApposition, withoutContrary, withoutHearers } from './clauses.ts';
import { goesOn } from './goes-on.ts';
import { judged } from './judged.ts';
import { kindOfVerb } from './kinds.ts';
import { attributionsInside } from './nested.ts';
import { inActive } from './passives.ts';
import { quotedSentencesOf } from './sentences.ts';
import type { Statement } from './statement.ts';
import { isSupposed, silentTogether } from './supposed.ts';
import { verdictIn } from './verdict.ts';

/** The statements that the attributions make, the ones inside others right after these. */
export function statementsOf(passage: Passage, attributions: readonly Attribution[]): Statement[] {
  const spoken = attributions
    .map((attribution) => inActive(passage, attribution))
    .filter(
      (attribution) =>
        attribution.content.length > 0 &&
        (attribution.cue.form === 'VERB' || attribution.cue.form === 'MARK') &&
        !isSupposed(passage.words, attribution),
    );
  const statements = spoken.flatMap((attribution) => withNested(passage, attribution, undefined));
  return withReferences(passage, statements.map(withSubject));
}

/** `Denying the report, Lee said it was safe`: the one who speaks next in the sentence. */
function withSubject(statement: Statement, index: number, all: readonly Statement[]): Statement {
  const next = all[index + 1];
  if (statement.source !== undefined || !statement.isOpening || next?.source === undefined)
    return statement;
  const isSame = next.within === undefined && next.cue.first > statement.quote.last;
  return isSame ? { ...statement, source: next.source } : statement;
}

/** `refuted this report, calling it fake`: one statement, whose second half points at the same again. */
function withReferences(passage: Passage, statements: readonly Statement[]): Statement[] {
  const joined: Statement[] = [];
  for (const statement of statements) {
    const before = joined.at(-1);
    const pointed = before?.content.at(-1);
    const isNext =
      pointed !== undefined && statement.isShared && statement.quote.first - pointed.last === 2;
    const isSame = before !== undefined && isNext && isPointing(passage, before);
    if (isSame && isPointing(passage, statement)) {
      joined[joined.length - 1] = {
        ...before,
        quote: { ...before.quote, last: statement.quote.last },
        mode: statement.mode,
      };
    } else joined.push(statement);
  }
  return joined;
}

function isPointing(passage: Passage, statement: Statement): boolean {
  return statement.points ?? isReference(passage, statement);
}

function withNested(
  passage: Passage,
  attribution: Attribution,
  within: Statement | undefined,
): Statement[] {
  const next = goesOn(passage, attribution);
  if (next !== undefined)
    return [next.before, next.after].flatMap((one) => withNested(passage, one, within));
  const statements = clausesOf(passage, attribution).flatMap((content) =>
    judged(passage, statement(passage, { ...attribution, content }, within)),
  );
  const [first] = statements;
  if (first === undefined) return [];
  const nested =
    isDeep(within) || attribution.cue.negated || first.stands !== undefined || isAnswer(first)
      ? []
      : attribution.content.flatMap((range) => attributionsInside(passage, range));
  const outer = first.mode === 'DIRECT' ? withoutPassedOn(passage, statements, nested) : statements;
  const passedOn = nested.length > 0 && quotesAnother.test(wordsOf(passage, attribution.content));
  if (passedOn) {
    const chain = { ...first, isChain: true };
    return [chain, ...nested.flatMap((one) => withNested(passage, one, chain))];
  }
  const [above = first] = outer;
  return [...outer, ...nested.flatMap((one) => withNested(passage, one, above))];
}

// `testified that Roe told her: “I did it”`: no words of who testified.
const quotesAnother =
  /^(?:that )?(?!I\b)[^:“”"]{2,60}\b(?:told|said|replied|answered|wrote)\b[^:“”"]{0,40}: ?[“"][^“”"]*[”"]?$/u;

/** `denied that she had promised it`: nobody is said to have promised it. */
function isAnswer({ lemma, frame }: Statement): boolean {
  const kind = kindOfVerb(lemma);
  return (
    kind === 'RETRACTS' || ((kind === 'DENIES' || kind === 'QUESTIONS') && frame !== 'np-that')
  );
}

/** What the speaker says himself; who only tells what others said passes that on. */
function withoutPassedOn(
  passage: Passage,
  statements: readonly Statement[],
  nested: readonly Attribution[],
): Statement[] {
  if (nested.length === 0) return [...statements];
  const isOthers = ({ first, last }: Range) =>
    nested.some(({ cue }) => first <= cue.head && cue.head <= last);
  const [first, ...rest] = statements.map((one): Statement => {
    const own = quotedSentencesOf(passage, one.content).filter((ranges) => !ranges.some(isOthers));
    return own.length === 0 ? { ...one, isChain: true } : { ...one, content: own.flat() };
  });
  return first === undefined ? [] : [first, ...rest.filter(({ isChain }) => isChain !== true)];
}

/** `Lee said that Wu said that Kim said`: further down nobody follows. */
function isDeep(within: Statement | undefined): boolean {
  return within?.within !== undefined;
}

function statement(
  passage: Passage,
  attribution: Attribution,
  within: Statement | undefined,
): Statement {
  const { words } = passage;
  const { cue, source } = attribution;
  const content = attribution.content.map((range) =>
    withoutApposition(passage, withoutContrary(passage, withoutHearers(passage, range))),
  );
  return {
    cue: { first: cue.first, last: cue.last },
    lemma: cue.form === 'MARK' ? '' : (words[cue.head]?.lemma ?? ''),
    frame: cue.frame,
    source: source && pastClock(words, source),
    content,
    quote: quoteOf(passage, { ...attribution, content }),
    mode: contentMode(words, content),
    negated: cue.negated,
    isHidden: isHidden(words, attribution),
    isShared: attribution.isShared === true,
    isOpening: source === undefined && isOpening(words, cue),
    ...(isEither(words, cue) ? { stands: 'DECLINES' as const } : {}),
    ...togetherSilent(passage, attribution),
    ...(within !== undefined && opensQuote(words, content) ? { isSpeech: true } : {}),
    within,
  };
}

/** `21:10 The police said`, `Correction: we said`: the hour and the label of an entry are nobody. */
function pastClock(words: readonly Word[], { first, last }: Range): Range {
  const isClock = /^\d{1,2}[:.]\d{2}$/u.test(words[first]?.text ?? '');
  const colon = words.slice(first, last).findLastIndex(({ text }) => text === ':');
  const begin = colon !== -1 ? first + colon + 1 : isClock ? first + 1 : first;
  return { first: Math.min(begin, last), last };
}

/** Words quoted inside of others: their `I` is who says them there. */
function opensQuote(words: readonly Word[], [first]: readonly Range[]): boolean {
  return first !== undefined && /^["“„«‘']$/u.test(words[first.first]?.text ?? '');
}

/** `Neither Lee nor Roe would comment on reports that it leaked`: on what, where that is told. */
function togetherSilent(
  { words }: Passage,
  attribution: Attribution,
): Partial<Pick<Statement, 'stands' | 'points' | 'content'>> {
  const stands = silentTogether(words, attribution);
  if (stands === undefined) return {};
  const told = verdictIn(words, attribution.content, 'object')?.what;
  return told === undefined ? { stands } : { stands, points: false, content: [told] };
}

/** `could not confirm or deny that it leaked`, `would neither confirm nor deny`. */
function isEither(words: readonly Word[], { head }: { readonly head: number }): boolean {
  return (
    words[head]?.lemma === 'deny' &&
    /^n?or$/u.test(words[head - 1]?.lower ?? '') &&
    words.slice(Math.max(0, head - 4), head).some(({ lemma }) => lemma === 'confirm')
  );
}

function isOpening(
  words: readonly Word[],
  { first, head }: Range & { readonly head: number },
): boolean {
  const start = sentenceStart(words, head);
  const isParticiple = words[head]?.lower.endsWith('ing') === true;
  return isParticiple && (first === start || (first === start + 1 && words[start]?.pos !== 'PRON'));
}

const rumours = new Set([
  'say',
  'report',
  'allege',
  'believe',
  'understand',
  'rumor',
  'rumour',
  'think',
]);

/** `reportedly assured`, `is said to`: the text hides who says so. */
function isHidden(words: readonly Word[], { cue, source }: Attribution): boolean {
  if (words.slice(cue.first, cue.last + 1).some(({ lower }) => lower === 'reportedly')) return true;
  const isPassive = words.slice(cue.first, cue.head).some(({ lemma }) => lemma === 'be');
  return source === undefined && isPassive && rumours.has(words[cue.head]?.lemma ?? '');
}

/** From the source, unless it stands with another cue, to the end of what is said. */
function quoteOf(passage: Passage, { cue, source, content, isShared }: Attribution): Range {
  const isDirect = contentMode(passage.words, content) === 'DIRECT';
  const own = source !== undefined && (isShared !== true || isDirect) ? [source] : [];
  const ranges = [...own, cue, ...content];
  const first = Math.min(...ranges.map((range) => range.first));
  return {
    first: withAntecedent(passage, first),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
}

/** `Lee, who said`: the name belongs to the quote. */
function withAntecedent({ words }: Passage, first: number): number {
  if (words[first]?.lower !== 'who' || words[first - 1]?.text !== ',') return first;
  let from = first - 1;
  while (words[from - 1]?.pos === 'PROPN') from--;
  return from;
}
