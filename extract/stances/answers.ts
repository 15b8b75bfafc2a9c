import { toldBy } from '../claims/question.ts';
import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import type { StanceKind } from './kinds.ts';
import { plainText } from './plain-text.ts';
import { quotedSentencesOf } from './sentences.ts';
import { silenceIn } from './silence.ts';
import type { Statement } from './statement.ts';
import { verdictIn } from './verdict.ts';

const no =
  /^(?:no|nope|never|not at all|no way|by no means|far from it|quite the (?:opposite|contrary|reverse)|on the contrary|not (?:once|remotely|a bit(?: of it)?|one bit|in the (?:least|slightest)|for (?:a|one) (?:single )?(?:second|moment|minute|instant))|(?:it|that|this) (?:is|was) (?:not|n't) (?:true|so|correct|right)|(?:absolutely|definitely|certainly|of course) not|not true|that(?:'s| is| was) (?:not true|false|untrue|a lie|nonsense)|nonsense|(?:no,? )?(?:he|she|they|it|I|we) (?:had|did|has|have|was|were|would|will|is|do|does|could) ?(?:not|n't))(?=$|[.!,;—]| when asked| to that)/iu;
const yes =
  /^(?:yes|yeah|yep|of course|absolutely|certainly|correct|(?:that|it|this)(?:'s| is| was) (?:true|correct|right)|(?:yes,? )?(?:he|she|they|it|I|we) (?:had|did|has|have|was|were|would|will|is|do|does))(?=$|[.!,;—]| when asked| to that)/iu;

/** How a bare answer stands to what was asked. */
export function answerIn(reply: string): StanceKind | undefined {
  if (no.test(reply)) return 'DENIES';
  return yes.test(reply) ? 'CONFIRMS' : undefined;
}

/** The statements with those that answer a question turned to what was asked: `Asked whether it leaked, Lee said no`. */
export function withAnswers(passage: Passage, statements: readonly Statement[]): Statement[] {
  return withAsked(passage, statements).map((one) => withQuestion(passage, one));
}

/** `Did Lee know? “Never,” he said.`: what the text asks right before the quotation. */
function withQuestion(passage: Passage, statement: Statement): Statement {
  const { words } = passage;
  const { content, mode, says, source } = statement;
  const [first] = content;
  if (mode !== 'DIRECT' || says !== undefined || source === undefined || first === undefined)
    return statement;
  const last = Math.min(first.first, statement.quote.first) - 1;
  const isQuestion = words[last]?.text === '?' && words[last]?.quotation === -1;
  const isNear = isQuestion && words[last]?.block === words[first.first]?.block;
  const stands = isNear ? rejoinderIn(words, content) : undefined;
  if (stands === undefined) return statement;
  const question = { first: sentenceStart(words, last), last };
  const told = toldBy(passage, question);
  if (told === undefined) return statement;
  const quote = { ...statement.quote, first: question.first };
  return { ...statement, quote, says: told, stands, points: false };
}

const asking = /^(?:asked|pressed|questioned|quizzed)$/u;
const farthest = 5;

function withAsked(passage: Passage, statements: readonly Statement[]): Statement[] {
  const { words } = passage;
  let answered = [...statements];
  for (const [at, word] of words.entries()) {
    if (!asking.test(word.lower) || word.quotation !== -1) continue;
    const asked = askedFrom(words, at);
    if (asked === undefined) continue;
    const reply = answered.find((one) => isReply(words, one, at));
    if (reply === undefined) continue;
    const kind = kindOfReply(passage, reply, at);
    const isAsked = ({ content: [first] }: Statement) =>
      first !== undefined && first.first >= at - 1 && first.first <= asked.last;
    const turned = kind && answer(words, reply, { kind, asked });
    answered = answered.flatMap((one) => {
      const own = one === reply && turned !== undefined ? [turned, ...restOf(passage, one)] : [];
      if (one === reply && turned !== undefined) return own;
      return isAsked(one) && one.source === undefined
        ? []
        : isAsked(one) && one !== reply && turned
          ? []
          : [one];
    });
  }
  return answered;
}

/** `it leaked` of `asked whether it leaked,`. */
function askedFrom(words: readonly Word[], at: number): Range | undefined {
  const end = sentenceEnd(words, at);
  if (/^(?:about|on|over)$/u.test(words[at + 1]?.lower ?? ''))
    return verdictIn(words, [{ first: at + 2, last: clauseEnd(words, at + 2, end) }], 'object')
      ?.what;
  let first = at + 1;
  while (
    first < end &&
    first <= at + farthest &&
    !/^(?:whether|if)$/u.test(words[first]?.lower ?? '')
  )
    first++;
  if (!/^(?:whether|if)$/u.test(words[first]?.lower ?? '')) return undefined;
  const last = clauseEnd(words, first, end);
  const isNegative = words
    .slice(first, last + 1)
    .some(({ lower }) => /^(?:not|n't|never|no)$/u.test(lower));
  return last <= first + 1 || isNegative ? undefined : { first: first + 1, last };
}

function clauseEnd(words: readonly Word[], from: number, end: number): number {
  let last = from;
  while (last + 1 < end && words[last + 1]?.pos !== 'PUNCT') last++;
  return last;
}

const replying = /^(?:say|reply|answer|respond|tell|insist|decline|refuse|add)$/u;

/** In the same sentence, or in the next one of the paragraph. */
function isReply(
  words: readonly Word[],
  { cue, lemma, source, frame }: Statement,
  at: number,
): boolean {
  const sentence = words[at]?.sentence ?? -1;
  const own = words[cue.first]?.sentence ?? -1;
  const isNear =
    own === sentence || (own === sentence + 1 && words[cue.first]?.block === words[at]?.block);
  return (
    isNear &&
    source !== undefined &&
    cue.first !== at &&
    (replying.test(lemma) || frame === 'silent')
  );
}

/** What the speaker says to it: behind the cue, or in the quotation. */
function kindOfReply(passage: Passage, reply: Statement, at: number): StanceKind | undefined {
  const { words } = passage;
  const behind = { first: reply.cue.last + 1, last: sentenceEnd(words, reply.cue.last) - 1 };
  const said = plainText(words, [behind]).text;
  const quoted = reply.content.filter(({ first }) => (words[first]?.quotation ?? -1) >= 0);
  const silent = silenceIn(plainText(words, [reply.cue]).text, said);
  if (silent !== undefined)
    return words[reply.cue.first]?.sentence === words[at]?.sentence ? silent : undefined;
  return answerIn(said) ?? rejoinderIn(words, quoted);
}

/** `No.`, `That is false.`, `There is no such plan.` */
function rejoinderIn(words: readonly Word[], ranges: readonly Range[]): StanceKind | undefined {
  const { text } = plainText(words, ranges);
  const verdict = verdictIn(words, ranges, 'clause');
  if (verdict !== undefined && verdict.what === undefined) return verdict.kind;
  return answerIn(text) ?? (noSuch.test(text) ? 'DENIES' : undefined);
}

const noSuch = /^(?:there (?:is|are|was|were) )?no such /iu;

function answer(
  words: readonly Word[],
  reply: Statement,
  { kind, asked }: { readonly kind: StanceKind; readonly asked: Range },
): Statement {
  const ranges = [reply.quote, asked, reply.cue];
  const end = sentenceEnd(words, reply.cue.last) - 1;
  return {
    ...reply,
    content: [asked],
    quote: {
      first: Math.min(...ranges.map(({ first }) => first), sentenceStart(words, asked.first)),
      last: Math.max(
        reply.quote.last,
        asked.last,
        words[end]?.pos === 'PUNCT' && words[end]?.quotation === -1 ? end - 1 : end,
      ),
    },
    stands: kind,
    points: false,
  };
}

/** What else is said: `“No. The dam is safe.”` */
function restOf(passage: Passage, statement: Statement): Statement[] {
  const sentences = quotedSentencesOf(passage, statement.content).filter((ranges) => {
    const { text } = plainText(passage.words, ranges);
    return rejoinderIn(passage.words, ranges) === undefined && text.split(' ').length > shortest;
  });
  const isDirect = statement.mode === 'DIRECT' && sentences.length > 0;
  return isDirect ? [{ ...statement, content: sentences.flat() }] : [];
}

const shortest = 2;
