import { outletEndings } from '../actors/gazetteer.ts';
import {
  intervieweeLine,
  letterLabel,
  nobodysLabel,
  plainLabel,
  turnLabels,
} from '../lexicon/labels.ts';
import { speechHeading } from '../lexicon/speeches.ts';
import { type Passage, type Range, rangeOf } from '../words/passage.ts';

/** Paragraphs that are somebody's own words: a turn under a name, or a speech under its heading. */
export interface Turn {
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

/** The turns of a text, by block. */
export function turnsIn(passage: Passage): Map<number, Turn> {
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
  return withoutAsking(passage, found);
}

/** Under one label nothing but questions, again and again: whoever asks puts nothing forward. */
function withoutAsking({ words }: Passage, turns: Map<number, Turn>): Map<number, Turn> {
  const asked = new Map<string, number>();
  const labelIn = ({ label }: Turn) =>
    label === undefined
      ? ''
      : words
          .slice(label.first, label.last + 1)
          .map(({ lower }) => lower)
          .join(' ');
  for (const turn of turns.values()) {
    const isAsked = words[turn.sentences.at(-1)?.last ?? -1]?.text === '?';
    const before = asked.get(labelIn(turn)) ?? 0;
    asked.set(labelIn(turn), isAsked && before !== -1 ? before + 1 : -1);
  }
  for (const [block, turn] of turns)
    if ((asked.get(labelIn(turn)) ?? 0) > 1) turns.set(block, { ...turn, isOutlet: true });
  return turns;
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
    (isTranscript || (block.sentences.length > 1 && ownWords.test(text))
      ? plainLabel.exec(text)
      : null);
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

// Who speaks so under a name alone speaks for himself.
const ownWords = /^[^:]{2,60}: (?:[^“”"]* )?(?:I|I['’]m|my|My|we|We|our|Our)\b/u;

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

// `The minister: No, I do not.` behind what another said: a turn of its own, and nobody's here.
const innerLabel =
  /^(?:The |An? |Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?[\p{L}’'.-]+(?: [\p{L}’'.-]+){0,2}(?: \([^()]{2,30}\)){0,2}:\s/u;

function sentencesOf(passage: Passage, { sentences }: Block, from: number): Range[] {
  const { text } = passage;
  const next = sentences.findIndex(
    ({ start, end }, at) => at > 0 && innerLabel.test(text.slice(start, Math.min(end, start + 80))),
  );
  return (next === -1 ? sentences : sentences.slice(0, next))
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
