import { describe, expect, test } from 'vitest';
import type { Extractor } from '../../extract/extractor.ts';
import { createRules } from '../../extract/rules.ts';
import { createRandom } from '../bench/record/random.ts';
import { type OddText, oddTexts, seenIn } from '../kit/odd-texts.ts';
import { told } from '../kit/reading.ts';
import { hasPolnear, polnear, polnearDir } from './polnear.ts';

/** One article in `every` is read in each of the ways; ODD_TEXTS=1 reads all, which takes half a minute. */
const every = Number(process.env.ODD_TEXTS ?? 12);

const suite = `PolNeAR dev, oddly spaced${hasPolnear('dev') ? '' : ` (SKIPPED: it is not at ${polnearDir}; set POLNEAR_DIR)`}`;

/** What is read of a text, and the words of its quotes, which stand in it letter for letter. */
function readOf(extractor: Extractor, text: string): readonly string[] {
  const drafts = extractor.extract({ text });
  const quotes = drafts.stances.map(({ evidence: { quote, start, end } }) =>
    text.slice(start, end) === quote ? seenIn(quote) : `not at ${start}: ${quote}`,
  );
  return told(drafts).map((stance, at) => `${stance} | ${quotes[at]}`);
}

describe.skipIf(!hasPolnear('dev'))(suite, () => {
  const rules = createRules();
  const articles = hasPolnear('dev') ? polnear('dev') : [];
  const plain = new Map<string, readonly string[]>();
  const plainly = (text: string) => {
    const read = plain.get(text) ?? readOf(rules, text);
    plain.set(text, read);
    return read;
  };

  const ways = Object.entries(oddTexts).map(([name, way], at): [string, OddText, number] => [
    name,
    way,
    at,
  ]);
  test.each(ways)('with %s the same is read', (_name, way, at) => {
    const read = articles.filter((_, number) => (number + at) % every === 0);
    for (const { name, text } of read) {
      const odd = way(text, createRandom(at));

      expect(readOf(rules, odd), name).toEqual(plainly(text));
    }
  });

  test('a text is read the same whatever was read before', () => {
    const some = articles.filter((_, number) => number % every === 0);
    const first = some.map(({ text }) => readOf(rules, text));
    for (const { text } of articles.slice(0, 40)) rules.extract({ text });

    expect(some.map(({ text }) => readOf(rules, text))).toEqual(first);
  });
});
