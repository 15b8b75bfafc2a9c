import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../../extract/attributions/attributions.ts';
import { spansOf } from '../../extract/attributions/spans.ts';
import { languageOf } from '../../extract/words/language.ts';
import { passage } from '../kit/reading.ts';
import { quotesAndNearestName } from './baseline.ts';
import { type Reader, scoresOf } from './corpus.ts';
import { hasPolnear, polnear, polnearDir } from './polnear.ts';
import { percent, roles } from './score.ts';
import { devTargets, isMet } from './targets.ts';

const suite = `PolNeAR dev${hasPolnear('dev') ? '' : ` (skipped: it is not at ${polnearDir}; set POLNEAR_DIR)`}`;

const rules: Reader = (read) =>
  attributionsIn(read).map((attribution) => spansOf(read, attribution));

describe.skipIf(!hasPolnear('dev'))(suite, () => {
  const passages = hasPolnear('dev')
    ? polnear('dev').map(({ text, attributions }) => ({
        passage: passage(text),
        gold: attributions,
      }))
    : [];
  const scores = scoresOf(rules, passages);
  const naive = scoresOf(quotesAndNearestName, passages);

  test.each(devTargets('rules', scores))('$name is $bound $limit', (target) => {
    expect(target).toSatisfy(isMet);
  });

  test('every article is English, in capitals, too, and so are any two paragraphs in a row', async () => {
    const texts = ['train', 'dev'].flatMap((split) => polnear(split).map(({ text }) => text));
    const pairs = texts.flatMap((text) => {
      const paragraphs = text.split(/\n+/u).filter((words) => words !== '');
      return paragraphs.map((words, index) => `${words}\n${paragraphs[index + 1] ?? ''}`);
    });
    const refused: string[] = [];

    for (const text of [...texts, ...texts.map((one) => one.toUpperCase()), ...pairs]) {
      if ((await languageOf(text)) !== 'en') refused.push(text);
    }

    expect(texts.length).toBeGreaterThan(900);
    expect(refused).toEqual([]);
  });

  test('quotes and the nearest name do worse everywhere', () => {
    for (const role of roles)
      expect(percent(naive.exact[role]).f1).toBeLessThan(percent(scores.exact[role]).f1);
  });
});
