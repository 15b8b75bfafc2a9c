import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../../extract/attributions/attributions.ts';
import { spansOf } from '../../extract/attributions/spans.ts';
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

  test('quotes and the nearest name do worse everywhere', () => {
    for (const role of roles)
      expect(percent(naive.exact[role]).f1).toBeLessThan(percent(scores.exact[role]).f1);
  });
});
