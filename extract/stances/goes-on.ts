import type { Attribution } from '../attributions/attribution.ts';
import { attributionsIn } from '../attributions/attributions.ts';
import type { Passage, Range, Word } from '../words/passage.ts';

const answering =
  /^(?:deny|reject|dismiss|refute|dispute|confirm|accuse|retract|rebut|contradict|accept|admit|acknowledge|concede|insist|maintain)$/u;

/** `said that he was ill and denied having left`: a verb of the speaker begins a content of its own. */
export function goesOn(
  { words }: Passage,
  attribution: Attribution,
): { readonly before: Attribution; readonly after: Attribution } | undefined {
  const { source, cue, content } = attribution;
  const [only, more] = content;
  if (source === undefined || only === undefined || more !== undefined || only.first < cue.last)
    return undefined;
  for (let at = only.first + 2; at < only.last - 1; at++) {
    if (!/^(?:and|but)$/u.test(words[at]?.lower ?? '') || words[at]?.quotation !== -1) continue;
    const verb = words[at + 1]?.pos === 'ADV' ? at + 2 : at + 1;
    const { lemma = '', lower = '' } = words[verb] ?? {};
    const hasTense = lower !== lemma && !lower.endsWith('ing');
    if (!answering.test(lemma) || !hasTense || isOfAnother(words, only)) continue;
    const [after] = attributionsIn({ words: words.slice(at + 1, only.last + 1) });
    if (after === undefined || after.cue.head !== verb - at - 1) continue;
    const shift = (range: Range): Range => ({
      first: range.first + at + 1,
      last: range.last + at + 1,
    });
    const last = words[at - 1]?.text === ',' ? at - 2 : at - 1;
    return {
      before: { ...attribution, content: [{ first: only.first, last }] },
      after: {
        cue: { ...after.cue, ...shift(after.cue), head: verb, from: after.cue.from + at + 1 },
        source,
        content: after.content.map(shift),
        isShared: true,
      },
    };
  }
  return undefined;
}

/** `said that Lee came and denied it`: it may be Lee who did. */
function isOfAnother(words: readonly Word[], { first }: Range): boolean {
  const opener = words[first]?.lower === 'that' ? first + 1 : first;
  return words[opener]?.pos === 'PROPN';
}
