import { expect, test } from 'vitest';
import { assertClaimLink } from '../../../db/rules/claim-link.ts';
import { InputInvalid } from '../../../db/rules/errors.ts';

test('a link is between two different claims', () => {
  expect(() => assertClaimLink({ from: 'a', to: 'b' }, [])).not.toThrow();

  const refused = () => assertClaimLink({ from: 'a', to: 'a' }, ['input']);
  expect(refused).toThrow(InputInvalid);
  expect(refused).toThrow(expect.objectContaining({ path: ['input', 'to'] }));
});
