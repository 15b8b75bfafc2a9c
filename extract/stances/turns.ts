import { toldBy } from '../claims/question.ts';
import type { Passage, Range } from '../words/passage.ts';
import { answerIn } from './answers.ts';
import { ownTakenBack } from './corrections.ts';
import { judged } from './judged.ts';
import { kindOfVerb } from './kinds.ts';
import { plainText } from './plain-text.ts';
import type { Statement } from './statement.ts';
import { type Turn, turnsIn } from './turns-found.ts';
import { verdictIn } from './verdict.ts';

interface Turns {
  readonly statements: Statement[];
  /** The blocks that are turns: in these the publisher says nothing itself. */
  readonly blocks: ReadonlySet<number>;
}

/** What is said in turns and in speeches, with what others say in it inside. */
export function withTurns(passage: Passage, statements: readonly Statement[]): Turns {
  const turns = turnsIn(passage);
  if (turns.size === 0) return { statements: [...statements], blocks: new Set() };
  const blockOf = ({ quote }: Statement) => passage.words[quote.first]?.block ?? -1;
  const others = statements.filter((one) => !turns.has(blockOf(one)));
  const inBlocks = grouped(statements, blockOf);
  let question: string | undefined;
  const said: Statement[] = [];
  for (const [block, turn] of turns) {
    const own = (inBlocks.get(block) ?? []).filter(({ frame }) => frame !== 'colon');
    const spoken = turnSaid(passage, turn, { own, question });
    question = questionOf(passage, turn) ?? (spoken.length > 0 ? undefined : question);
    said.push(...spoken);
  }
  return { statements: [...others, ...said], blocks: new Set(turns.keys()) };
}

function grouped(
  statements: readonly Statement[],
  by: (one: Statement) => number,
): Map<number, Statement[]> {
  const groups = new Map<number, Statement[]>();
  for (const one of statements) {
    const own = groups.get(by(one));
    if (own === undefined) groups.set(by(one), [one]);
    else own.push(one);
  }
  return groups;
}

/** What the last sentence of a turn asks, where yes or no answers it. */
function questionOf(passage: Passage, { sentences }: Turn): string | undefined {
  return sentences.map((range) => toldBy(passage, range)).findLast((told) => told !== undefined);
}

const first = /^(?:i|we|me|us)$/u;
const fewest = 3;
const longestPreface = 14;

function turnSaid(
  passage: Passage,
  turn: Turn,
  { own, question }: { readonly own: readonly Statement[]; readonly question: string | undefined },
): Statement[] {
  const { words } = passage;
  const { source } = turn;
  if (source === undefined || turn.isOthers) return [];
  const said: Statement[] = [];
  const sentenceOf = ({ quote }: Statement) => words[quote.first]?.sentence ?? -1;
  const inSentences = grouped(own, sentenceOf);
  for (const [index, sentence] of turn.sentences.entries()) {
    const { text } = plainText(words, [sentence]);
    const inside = (inSentences.get(words[sentence.first]?.sentence ?? -1) ?? []).filter(
      (one) => one.quote.first >= sentence.first && countsInside(words, one),
    );
    const whole = spoken(turn, source, sentence);
    const answer = index === 0 && question !== undefined ? answerIn(text) : undefined;
    const next = turn.sentences[index + 1];
    const takenBack = next && ownTakenBack(passage, sentence, next);
    if (answer !== undefined)
      said.push({ ...whole, says: question ?? '', stands: answer, points: false });
    else if (takenBack !== undefined)
      said.push({ ...whole, content: [takenBack], stands: 'RETRACTS', points: false });
    else if (!tells(words, sentence)) continue;
    else if (inside.length === 0 && turn.isOutlet) continue;
    else if (inside.length === 0) said.push(...judged(passage, whole));
    else said.push(...withInside(words, whole, inside));
  }
  return said;
}

const sides = new Set(['DENIES', 'CONFIRMS', 'RETRACTS', 'QUESTIONS', 'OPPOSES', 'SUPPORTS']);

/** What others say, and where the speaker takes a side: `I deny that`; `I saw it` is said like any other sentence. */
function countsInside(words: Passage['words'], statement: Statement): boolean {
  const kind = statement.stands ?? kindOfVerb(statement.lemma);
  if (statement.negated && statement.lemma === 'confirm') return isOwn(words, statement);
  if (statement.negated || kind === undefined || statement.source === undefined) return false;
  return !isOwn(words, statement) || sides.has(kind);
}

function isOwn(words: Passage['words'], { source, within }: Statement): boolean {
  const isOne = source !== undefined && source.first === source.last;
  return within === undefined && isOne && first.test(words[source.first]?.lower ?? '');
}

// What is asked of others tells nothing.
const order =
  /^(?:let (?:them|us|him|her|me)|please\b|do (?:not|n't)|then (?:ask|go|look)|ask\b|listen\b|imagine\b|stop\b|thank\b)/u;
const preface =
  /^(?:(?:I|we) (?:want|wish|would like|have|need) to|(?:I|we) must|let (?:me|us)) (?:be (?:\p{L}+ )?(?:clear|plain|frank|honest)|make (?:this|that|it|one thing|myself) (?:\p{L}+ )?clear)(?: about (?:this|that|it))?[.:]?$/iu;

/** Whether a sentence puts something forward: no question, no call to order. */
function tells(words: Passage['words'], { first, last }: Range): boolean {
  const said = words.slice(first, last + 1);
  const isWhole = said.length > fewest && said.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const opening = said
    .slice(0, 2)
    .map(({ lower }) => lower)
    .join(' ');
  return (
    words[last]?.text !== '?' &&
    !order.test(opening) &&
    !preface.test(plainText(words, [{ first, last }], longestPreface).text) &&
    (isWhole || verdictIn(words, [{ first, last }], 'clause') !== undefined)
  );
}

function spoken({ label }: Turn, source: Range, sentence: Range): Statement {
  const at = label?.last ?? sentence.first;
  return {
    cue: { first: at, last: at },
    lemma: 'say',
    frame: 'colon',
    source,
    content: [sentence],
    quote: sentence,
    mode: 'DIRECT',
    negated: false,
    isHidden: false,
    isShared: true,
    within: undefined,
  };
}

/** `I deny that` is the speaker's own; what others are said to say is passed on. */
function withInside(
  words: Passage['words'],
  whole: Statement,
  inside: readonly Statement[],
): Statement[] {
  const outer: Statement = { ...whole, isChain: true };
  const own = inside.map((one) =>
    isOwn(words, one) ? { ...one, source: whole.source, isSpeech: true } : one,
  );
  const turned = new Map(inside.map((one, index) => [one, own[index]]));
  const placed = own.map((one, index): Statement => {
    const before = inside[index];
    if (before !== undefined && isOwn(words, before)) return one;
    return {
      ...one,
      within: one.within === undefined ? outer : (turned.get(one.within) ?? one.within),
    };
  });
  return inside.every((one) => isOwn(words, one)) ? placed : [outer, ...placed];
}
