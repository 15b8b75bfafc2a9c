import type { Passage, Range } from '../words/passage.ts';
import type { Statement } from './statement.ts';

const shortest = 5;

/** Sentences of the paragraphs in which nobody else speaks: the outlet's own voice. */
export function narratedStatements(
  { words, blocks }: Passage,
  taken: readonly Statement[],
  turns: ReadonlySet<number>,
): Statement[] {
  const spoken = new Set(
    taken.flatMap(({ cue, content, quote }) =>
      [cue, quote, ...content].map(({ first }) => words[first]?.sentence),
    ),
  );
  const found: Statement[] = [];
  for (let first = 0; first < words.length; ) {
    const sentence = words[first]?.sentence;
    let last = first;
    while (words[last + 1]?.sentence === sentence) last++;
    const isText = blocks[words[first]?.block ?? -1]?.kind === 'PARAGRAPH';
    const run = words.slice(first, last + 1);
    const isLabel = run.slice(0, 4).some(({ text }) => text === ':');
    const tells =
      run.length >= shortest &&
      run.at(-1)?.text !== '?' &&
      run.every(({ quotation }) => quotation === -1);
    if (
      isText &&
      !turns.has(words[first]?.block ?? -1) &&
      !isLabel &&
      tells &&
      !spoken.has(sentence) &&
      run.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
    ) {
      found.push(narrated({ first, last: run.at(-1)?.pos === 'PUNCT' ? last - 1 : last }));
    }
    first = last + 1;
  }
  return found;
}

function narrated(quote: Range): Statement {
  return {
    cue: { first: quote.first, last: quote.first },
    lemma: '',
    frame: 'narrated',
    source: undefined,
    content: [quote],
    quote,
    mode: 'NARRATED',
    negated: false,
    isHidden: false,
    isShared: false,
    within: undefined,
  };
}
