import { expect, test } from 'vitest';
import { untilFree } from '../../../db/open/until-free.ts';

const busy = () =>
  new Error('It is locked.', { cause: Object.assign(new Error(), { code: 'SQLITE_BUSY' }) });

test('what meets the lock of another process is done again', async () => {
  const outcomes = [busy(), busy(), 'opened'];

  const answer = await untilFree(async () => {
    const outcome = outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });

  expect([answer, outcomes]).toEqual(['opened', []]);
});

test('what fails otherwise is not', async () => {
  let tries = 0;
  const failing = untilFree(async () => {
    tries += 1;
    throw new Error('It is no database.');
  });

  await expect(failing).rejects.toThrow('It is no database.');
  expect(tries).toBe(1);
});
