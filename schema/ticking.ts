/** The values as they come and, at once and each time that so long has passed, null. */
export async function* ticking<T>(
  values: AsyncIterable<T>,
  everyMs: number,
): AsyncGenerator<T | null, void, undefined> {
  const iterator = values[Symbol.asyncIterator]();
  // Each wait has a promise of its own: racing against one that stays pending would pile up what waits for it.
  const state: Waiting<T> = { arrived: null, isAsked: false, isDue: true, wake: () => {} };
  const timer = setInterval(() => {
    state.isDue = true;
    state.wake();
  }, everyMs);
  try {
    ask(iterator, state);
    for (;;) {
      if (state.isDue) {
        state.isDue = false;
        yield null;
      }
      if (state.arrived !== null) {
        const { done, value } = await state.arrived;
        state.isAsked = false;
        if (done) return;
        yield value;
        ask(iterator, state);
      }
      if (state.arrived === null && !state.isDue) await woken(state);
    }
  } finally {
    clearInterval(timer);
    // One that was asked would return only after its next value: whoever opened it ends its wait.
    if (!state.isAsked) await iterator.return?.();
  }
}

interface Waiting<T> {
  /** The next value, when it is there. */
  arrived: Promise<IteratorResult<T>> | null;
  isAsked: boolean;
  isDue: boolean;
  wake: () => void;
}

function ask<T>(iterator: AsyncIterator<T>, state: Waiting<T>): void {
  const next = iterator.next();
  const arrive = () => {
    state.arrived = next;
    state.wake();
  };
  state.arrived = null;
  state.isAsked = true;
  next.then(arrive, arrive);
}

function woken(state: Waiting<unknown>): Promise<void> {
  return new Promise((resolve) => {
    state.wake = resolve;
  });
}
