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

const told =
  '(?:claims?|reports?|allegations?|accusations?|assertions?|stor(?:y|ies)|rumou?rs?|suggestions?|statements?|posts?|videos?|denials?|figures?|account|theory|theories|narrative|argument|what \\p{L}[^.;]{1,60}? (?:says?|said|claims?|claimed|wrote|tells|told \\p{L}+))';
const untrue =
  '(?:false|untrue|not true|wrong|incorrect|inaccurate|misleading|baseless|unfounded|groundless|bogus|fake|fabricated|made up|invented|debunked|disproved|disproven|refuted|unsupported|unsubstantiated|contradicted|not borne out)';
const against = new RegExp(
  [
    `\\b${told}\\b[^.;]{0,120}?\\b(?:is|are|was|were|has been|have been|had been|proved|turned out(?: to be)?)(?:n[’']t)? (?:\\p{L}+ ){0,2}${untrue}\\b`,
    `\\b(?:falsely|wrongly|baselessly|misleadingly|untruthfully) (?:\\p{L}+(?:ed|s|ing)|said|told|wrote)\\b`,
    `\\bno (?:\\p{L}+ )?(?:evidence|proof|basis|record|sign) (?:for|of|that|to|in)\\b`,
    `\\bwithout (?:\\p{L}+ ){0,2}(?:evidence|proof|basis)\\b`,
    `\\b(?:contrary to|belie[sd]?|contradict(?:s|ed)?|debunk(?:s|ed)?|disprove[sd]?|refute[sd]?|undermine[sd]?)\\b`,
    `\\b(?:lied|is lying|was lying|are lying|misled|misquoted|misrepresented|distort(?:s|ed)|invented|fabricated|made up)\\b`,
    `\\b(?:this|that|it|which|none of (?:it|this|that)) (?:is|was) (?:simply |just |not |plainly |also )?${untrue}\\b`,
  ].join('|'),
  'iu',
);

/** Whether the publisher says of others that what they claim is not so: nobody else says it for them. */
export function isAgainstOthers(words: string): boolean {
  return against.test(words.slice(0, longest));
}

const longest = 600;

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
