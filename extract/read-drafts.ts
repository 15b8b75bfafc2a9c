import type { Attribution } from './attributions/attribution.ts';
import { draftsOf } from './drafts.ts';
import type { Extractor } from './extractor.ts';
import { withAnswers } from './stances/answers.ts';
import { correctionStatements } from './stances/corrections.ts';
import { hiddenStatements } from './stances/hidden.ts';
import { idiomStatements } from './stances/idioms.ts';
import { narratedStatements } from './stances/narrated.ts';
import { nominalStatements } from './stances/nominal.ts';
import { quotedAsStatements } from './stances/quoted-as.ts';
import { ratingStatements } from './stances/ratings.ts';
import { relativeStatements } from './stances/relative.ts';
import { silentStatements } from './stances/silent.ts';
import type { Statement } from './stances/statement.ts';
import { statementsOf } from './stances/statements.ts';
import { withTurns } from './stances/turns.ts';
import type { Annotator } from './words/annotate.ts';
import { type Passage, passageOf, type Range } from './words/passage.ts';

export interface Reader {
  readonly annotator: Annotator;
  readonly attributions: (passage: Passage) => readonly Attribution[];
}

/** What a text says by itself, whoever published it and whoever is on record. */
interface TextRead {
  readonly passage: Passage;
  readonly statements: readonly Statement[];
}

// Whoever reads ahead is some texts ahead, and may ask twice: again when more is on record.
const mostAhead = 12;

/** The two ways to read that an extractor has: all stages from text to drafts, and the first ones ahead. */
export function readerOf(reader: Reader): Pick<Extractor, 'extract' | 'readAhead'> {
  const ahead = new Map<string, TextRead>();
  return {
    extract(input, { signal } = {}) {
      const { passage, statements } = ahead.get(input.text) ?? readText(reader, input.text, signal);
      signal?.throwIfAborted();
      return draftsOf(passage, statements, input);
    },
    readAhead(text) {
      if (ahead.has(text)) return;
      ahead.set(text, readText(reader, text));
      for (const oldest of ahead.keys()) if (ahead.size > mostAhead) ahead.delete(oldest);
    },
  };
}

/** Between the stages the signal is looked at. */
function readText(
  { annotator, attributions }: Reader,
  text: string,
  signal?: AbortSignal,
): TextRead {
  signal?.throwIfAborted();
  const passage = passageOf(text, annotator);
  signal?.throwIfAborted();
  const read = statementsOf(passage, attributions(passage));
  const corrections = correctionStatements(passage);
  const quoted = quotedAsStatements(passage);
  const idioms = [...idiomStatements(passage), ...corrections];
  const attributed = read.filter(
    ({ cue }) =>
      !idioms.some(
        (idiom) =>
          isWithin(idiom.cue, cue) ||
          (idiom.points === false && idiom.content.some((range) => isWithin(cue, range))),
      ) &&
      !corrections.some(({ quote }) => isWithin(cue, quote)) &&
      !quoted.some(
        ({ quote, content }) => isWithin(cue, quote) && cue.first <= (content[0]?.first ?? 0),
      ),
  );
  const stated = [
    ...attributed,
    ...silentStatements(passage, attributed),
    ...hiddenStatements(passage, attributed),
    ...nominalStatements(passage).filter(
      ({ cue }) => !idioms.some(({ quote }) => isWithin(cue, quote)),
    ),
    ...ratingStatements(passage),
    ...relativeStatements(passage, attributed).filter(
      ({ cue }) => !idioms.some(({ quote }) => isWithin(cue, quote)),
    ),
    ...idioms,
    ...quoted,
  ];
  signal?.throwIfAborted();
  const turned = withTurns(passage, stated);
  const spoken = withAnswers(passage, turned.statements.sort(inOrder));
  const statements = [...spoken, ...narratedStatements(passage, spoken, turned.blocks)];
  return { passage, statements: statements.sort(inOrder) };
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** By the place of the cue, since a pronoun is who spoke last; a statement before those inside it, and an accusation before its answer. */
function inOrder(a: Statement, b: Statement): number {
  const charges = Number(b.lemma === 'accuse') - Number(a.lemma === 'accuse');
  return (
    a.quote.first - b.quote.first ||
    charges ||
    b.quote.last - a.quote.last ||
    a.cue.first - b.cue.first
  );
}
