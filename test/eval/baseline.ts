import { type Passage, quotationEnd } from '../../extract/words/passage.ts';
import type { Span } from '../../extract/words/span.ts';
import type { SpanAttribution } from './score.ts';

/** What anybody writes in an afternoon: each quotation is content, the nearest name said it, the word beside the name is the cue. */
export function quotesAndNearestName({ words }: Passage): SpanAttribution[] {
  const read: SpanAttribution[] = [];
  for (let at = 0; at < words.length; at++) {
    if ((words[at]?.quotation ?? -1) < 0) continue;
    const end = quotationEnd(words, at);
    const content = [{ start: words[at]?.start ?? 0, end: words[end - 1]?.end ?? 0 }];
    const name = nearestName({ words }, at, end);
    read.push({ content, source: name === undefined ? [] : [name.source], cue: name?.cue ?? [] });
    at = end - 1;
  }
  return read;
}

const farthest = 30;

function nearestName(
  { words }: Pick<Passage, 'words'>,
  first: number,
  end: number,
): { source: Span; cue: Span[] } | undefined {
  for (let away = 0; away < farthest; away++) {
    for (const at of [end + away, first - 1 - away]) {
      const word = words[at];
      if (word?.pos !== 'PROPN' || word.quotation >= 0) continue;
      let [from, to] = [at, at];
      while (words[from - 1]?.pos === 'PROPN') from--;
      while (words[to + 1]?.pos === 'PROPN') to++;
      const verb = [words[to + 1], words[from - 1]].find((near) => near?.pos === 'VERB');
      return {
        source: { start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 },
        cue: verb === undefined ? [] : [{ start: verb.start, end: verb.end }],
      };
    }
  }
  return undefined;
}
