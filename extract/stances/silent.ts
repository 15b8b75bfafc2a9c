import { subjectBefore } from '../attributions/subject.ts';
import { type Passage, sentenceEnd, sentenceStart, spanOf, type Word } from '../words/passage.ts';
import { silenceIn } from './silence.ts';
import type { Statement } from './statement.ts';

const verbs =
  /^(?:respond|reply|replied|return|answer|reach|reached|contact|contacted|available|unavailable|comment|approached|discuss|elaborate|confirm|deny|commenting|drawn)$/u;

/** Those who were asked and took no position, where no other cue tells: `could not be reached`, `would not comment`. */
export function silentStatements(passage: Passage, taken: readonly Statement[]): Statement[] {
  const { words, text } = passage;
  const said = new Set<number>();
  for (const { quote } of taken) for (let at = quote.first; at <= quote.last; at++) said.add(at);
  const found: Statement[] = [];
  for (const [head, word] of words.entries()) {
    if (word.quotation !== -1 || !verbs.test(word.lower) || said.has(head)) continue;
    const first = groupStart(words, head);
    const end = sentenceEnd(words, head);
    const last = words[end - 1]?.pos === 'PUNCT' ? end - 2 : end - 1;
    const { start, end: to } = spanOf(passage, { first, last });
    const source = subjectBefore(words, first, sentenceStart(words, head));
    if (
      first === head ||
      source === undefined ||
      silenceIn(text.slice(start, to), '') === undefined
    )
      continue;
    for (let at = source.first; at <= last; at++) said.add(at);
    found.push(silent({ first, head, last }, source, word));
  }
  return found;
}

function silent(
  { first, head, last }: { first: number; head: number; last: number },
  source: { readonly first: number; readonly last: number },
  { lemma }: Word,
): Statement {
  return {
    cue: { first, last: head },
    lemma,
    frame: 'silent',
    source,
    content: [{ first: Math.min(head + 1, last), last }],
    quote: { first: source.first, last },
    mode: 'INDIRECT',
    negated: true,
    isHidden: false,
    isShared: false,
    within: undefined,
  };
}

/** `could not be reached`, `had no comment`, from its first word. */
function groupStart(words: readonly Word[], head: number): number {
  let first = head;
  while (
    ['AUX', 'ADV', 'PART'].includes(words[first - 1]?.pos ?? '') ||
    /^(?:no|immediate|further|had|has|neither)$/u.test(words[first - 1]?.lower ?? '')
  )
    first--;
  return first;
}
