import { outletEndings } from '../actors/gazetteer.ts';
import { toldBy } from '../claims/question.ts';
import {
  intervieweeLine,
  letterLabel,
  nobodysLabel,
  plainLabel,
  turnLabels,
} from '../lexicon/labels.ts';
import { speechHeading } from '../lexicon/speeches.ts';
import { type Passage, type Range, rangeOf } from '../words/passage.ts';
import { answerIn } from './answers.ts';
import { ownTakenBack } from './corrections.ts';
import { judged } from './judged.ts';
import { kindOfVerb } from './kinds.ts';
import type { Statement } from './statement.ts';
import { plainText } from './plain-text.ts';
import { verdictIn } from './verdict.ts';

/** Paragraphs that are somebody's own words: a turn under a name, or a speech under its heading. */
interface Turn {
  /** Who speaks; undefined where nobody is named: `A:`. */
  readonly source: Range | undefined;
  /** The label with its colon; empty in a speech. */
  readonly label: Range | undefined;
  readonly sentences: readonly Range[];
  /** Who asks in an interview, and who passes on what others wrote. */
  readonly isOthers: boolean;
  /** A newspaper that asks puts nothing forward itself. */
  readonly isOutlet: boolean;
}

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
  let question: string | undefined;
  const said: Statement[] = [];
  for (const [block, turn] of turns) {
    const own = statements.filter((one) => blockOf(one) === block && one.frame !== 'colon');
    const spoken = turnSaid(passage, turn, { own, question });
    question = questionOf(passage, turn) ?? (spoken.length > 0 ? undefined : question);
    said.push(...spoken);
  }
  return { statements: [...others, ...said], blocks: new Set(turns.keys()) };
}

function turnsIn(passage: Passage): Map<number, Turn> {
  const found = new Map<number, Turn>();
  const { blocks } = passage;
  const [first] = blocks;
  const opening = first && speechHeading.exec(textOf(passage, first))?.indices?.groups?.who;
  const speaker = opening && first && rangeAt(passage, first.start, opening);
  const isTranscript = blocks.filter((block) => isLabelled(textOf(passage, block))).length > 1;
  const answers = isTranscript ? answererOf(passage) : undefined;
  for (const [index, block] of blocks.entries()) {
    if (index === 0 && speaker !== undefined) continue;
    const label = labelOf(passage, block, { isTranscript, answers });
    const isText = block.kind === 'PARAGRAPH' || label !== undefined;
    const turn =
      label ?? (isText && speaker !== undefined ? speechTurn(passage, block, speaker) : undefined);
    if (turn !== undefined) found.set(index, turn);
  }
  return found;
}

type Block = Passage['blocks'][number];

function textOf({ text }: Passage, { start, end }: Block): string {
  return text.slice(start, Math.min(end, start + longestLabel));
}

const longestLabel = 160;

function isLabelled(text: string): boolean {
  return (
    (turnLabels.some((label) => label.test(text)) ||
      plainLabel.test(text) ||
      letterLabel.test(text)) &&
    !nobodysLabel.test(text)
  );
}

function labelOf(
  passage: Passage,
  block: Block,
  {
    isTranscript,
    answers,
  }: { readonly isTranscript: boolean; readonly answers: Range | undefined },
): Turn | undefined {
  const text = textOf(passage, block);
  const letter = isTranscript ? letterLabel.exec(text) : null;
  const match =
    letter ??
    turnLabels.map((label) => label.exec(text)).find((one) => one !== null) ??
    (isTranscript ? plainLabel.exec(text) : null);
  if (match === null || match === undefined) return undefined;
  const colon = block.start + match[0].trimEnd().length;
  const span = match.indices?.groups?.name;
  const isNobody = nobodysLabel.test(text);
  const named = span === undefined || isNobody ? undefined : rangeAt(passage, block.start, span);
  const source = letter?.groups?.letter === 'A' ? answers : named;
  const label = rangeOf(passage, { start: block.start, end: colon });
  return {
    source,
    label,
    sentences: sentencesOf(passage, block, label.last + 1),
    isOutlet: outletEndings.has((match.groups?.name ?? '').toLowerCase()),
    isOthers: match.groups?.others !== undefined || letter?.groups?.letter === 'Q',
  };
}

function speechTurn(passage: Passage, block: Block, source: Range): Turn {
  return {
    source,
    label: undefined,
    sentences: sentencesOf(passage, block, 0),
    isOthers: false,
    isOutlet: false,
  };
}

function rangeAt(passage: Passage, start: number, [from, to]: readonly [number, number]): Range {
  return rangeOf(passage, { start: start + from, end: start + to });
}

function sentencesOf(passage: Passage, { sentences }: Block, from: number): Range[] {
  return sentences
    .map((sentence) => rangeOf(passage, sentence))
    .map(({ first, last }) => ({ first: Math.max(first, from), last }))
    .filter(({ first, last }) => first <= last);
}

/** Whose answers stand behind `A:`, as a line of the text tells. */
function answererOf(passage: Passage): Range | undefined {
  for (const block of passage.blocks) {
    const span = intervieweeLine.exec(textOf(passage, block))?.indices?.groups?.who;
    if (span !== undefined) return rangeAt(passage, block.start, span);
  }
  return undefined;
}

/** What the last sentence of a turn asks, where yes or no answers it. */
function questionOf(passage: Passage, { sentences }: Turn): string | undefined {
  return sentences.map((range) => toldBy(passage, range)).findLast((told) => told !== undefined);
}

const first = /^(?:i|we|me|us)$/u;
const fewest = 3;

function turnSaid(
  passage: Passage,
  turn: Turn,
  { own, question }: { readonly own: readonly Statement[]; readonly question: string | undefined },
): Statement[] {
  const { words } = passage;
  const { source } = turn;
  if (source === undefined || turn.isOthers) return [];
  const said: Statement[] = [];
  for (const [index, sentence] of turn.sentences.entries()) {
    const { text } = plainText(words, [sentence]);
    const inside = own.filter(
      (one) =>
        one.quote.first >= sentence.first &&
        one.quote.first <= sentence.last &&
        countsInside(words, one),
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
