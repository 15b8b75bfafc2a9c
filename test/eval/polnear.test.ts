import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../../extract/attributions/attributions.ts';
import { spansOf } from '../../extract/attributions/spans.ts';
import { passage } from '../kit/reading.ts';
import { quotesAndNearestName } from './baseline.ts';
import { type Reader, scoresOf } from './corpus.ts';
import { hasPolnear, polnear, polnearDir } from './polnear.ts';
import { percent, roles } from './score.ts';

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
  const { exact, modes } = scoresOf(rules, passages);
  const naive = scoresOf(quotesAndNearestName, passages);

  test.each([
    ['source', 62],
    ['cue', 62],
    ['content', 50],
  ] as const)('the rules have an exact F1 for %s of at least %d', (role, least) => {
    expect(percent(exact[role]).f1).toBeGreaterThanOrEqual(least);
  });

  test('the rules find direct, mixed and indirect speech', () => {
    expect(percent(modes.DIRECT ?? none).f1).toBeGreaterThanOrEqual(85);
    expect(percent(modes.MIXED ?? none).f1).toBeGreaterThanOrEqual(62);
    expect(percent(modes['INDIRECT, speech cue'] ?? none).recall).toBeGreaterThanOrEqual(65);
  });

  test('quotes and the nearest name do worse everywhere', () => {
    for (const role of roles)
      expect(percent(naive.exact[role]).f1).toBeLessThan(percent(exact[role]).f1);
  });
});

const none = { hits: 0, read: 0, gold: 0 };
