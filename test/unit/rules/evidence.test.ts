import { expect, test } from 'vitest';
import { InputInvalid } from '../../../db/rules/errors.ts';
import { assertConfidence } from '../../../db/rules/evidence.ts';

test.each([0, 0.5, 1])('%d is a confidence', (confidence) => {
  expect(() => assertConfidence(confidence, [])).not.toThrow();
});

test.each([-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (confidence) => {
  const refused = () => assertConfidence(confidence, ['confidence']);

  expect(refused).toThrow(InputInvalid);
  expect(refused).toThrow(expect.objectContaining({ path: ['confidence'] }));
});
