import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../../server/turns.ts';

/** A clock that a test moves on. */
function clock() {
  let at = 0;
  return {
    now: () => at,
    pass(ms: number): void {
      at += ms;
    },
  };
}

test('an operation goes on at once until the thread has been kept for a while', () => {
  const { now, pass } = clock();
  const turns = createTurns(now);

  expect(turns()).toBeNull();
  pass(9);
  expect(turns()).toBeNull();
  pass(2);
  expect(turns()).toBeInstanceOf(Promise);
});

test('what the event loop has had its turn for begins anew', async () => {
  const { now, pass } = clock();
  const turns = createTurns(now);
  turns();
  pass(50);

  await nextTurn();
  await nextTurn();

  expect(turns()).toBeNull();
});

test('those who wait go on in their order, one each time that everything else had its turn', async () => {
  const { now, pass } = clock();
  const turns = createTurns(now);
  const gone: string[] = [];
  const waits = (name: string) => void turns()?.then(() => void gone.push(name));
  turns();
  pass(50);

  waits('first');
  waits('second');
  await nextTurn();
  gone.push('everything else');
  await nextTurn();
  await nextTurn();

  expect(gone).toEqual(['first', 'everything else', 'second']);
});

test('who keeps the thread while others wait is made to wait behind them', async () => {
  const { now, pass } = clock();
  const turns = createTurns(now);
  const gone: string[] = [];
  turns();
  pass(50);
  void turns()?.then(() => {
    pass(20);
    gone.push('first');
    void turns()?.then(() => gone.push('first again'));
  });
  void turns()?.then(() => gone.push('second'));

  while (gone.length < 3) await nextTurn();

  expect(gone).toEqual(['first', 'second', 'first again']);
});
