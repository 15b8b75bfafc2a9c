import { type Passage, quotationEnd, writtenAt } from '../../extract/words/passage.ts';
import type { Span } from '../../extract/words/span.ts';
import type { SpanAttribution } from './score.ts';

/** What anybody writes in an afternoon: each quotation is content, the nearest name said it, the word beside the name is the cue. */
export function quotesAndNearestName(passage: Passage): SpanAttribution[] {
  const { words } = passage;
  const read: SpanAttribution[] = [];
  for (let at = 0; at < words.length; at++) {
    if ((words[at]?.quotation ?? -1) < 0) continue;
    const end = quotationEnd(words, at);
    const content = [writtenAt(passage, { first: at, last: end - 1 })];
    const name = nearestName(passage, at, end);
    read.push({ content, source: name === undefined ? [] : [name.source], cue: name?.cue ?? [] });
    at = end - 1;
  }
  return read;
}

const farthest = 30;

function nearestName(
  passage: Passage,
  first: number,
  end: number,
): { source: Span; cue: Span[] } | undefined {
  const { words } = passage;
  for (let away = 0; away < farthest; away++) {
    for (const at of [end + away, first - 1 - away]) {
      const word = words[at];
      if (word?.pos !== 'PROPN' || word.quotation >= 0) continue;
      let [from, to] = [at, at];
      while (words[from - 1]?.pos === 'PROPN') from--;
      while (words[to + 1]?.pos === 'PROPN') to++;
      const verb = [to + 1, from - 1].find((near) => words[near]?.pos === 'VERB');
      return {
        source: writtenAt(passage, { first: from, last: to }),
        cue: verb === undefined ? [] : [writtenAt(passage, { first: verb, last: verb })],
      };
    }
  }
  return undefined;
}
