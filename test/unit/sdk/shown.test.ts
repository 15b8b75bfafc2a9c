import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { type ClaimPage, createClient } from '../../../sdk/src/index.ts';
import {
  RecordProvider,
  useClaims,
  useLiveClaim,
  useLiveClaims,
  useRecord,
} from '../../../sdk/src/react.ts';
import { sourceOf, type Teller } from '../../../sdk/src/shown.ts';

/** A source, what it has told by now, and those who may tell it more. */
function watched(options: { initial?: number; isEnough?: boolean } = {}) {
  const tellers: Teller<number>[] = [];
  const source = sourceOf<number>(
    (teller) => {
      tellers.push(teller);
      return new Promise((_resolve, reject) =>
        teller.signal.addEventListener('abort', () => reject(teller.signal.reason)),
      );
    },
    { initial: options.initial, isEnough: options.isEnough ?? false },
  );
  return { source, tellers };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('who looks, looks away and looks again at once, as strict React does, asks once', async () => {
  const { source, tellers } = watched();
  const listener = vi.fn();
  source.subscribe(listener)();
  source.subscribe(listener);
  await turn();

  expect(tellers).toHaveLength(1);
  expect(source.get()).toBe(source.first());
  tellers[0]?.tell({ kind: 'live' });
  tellers[0]?.show(1);
  expect(source.get()).toMatchObject({ data: 1, state: 'live', error: undefined });
  expect(listener).toHaveBeenCalledTimes(2);
  expect(source.first().data).toBeUndefined();
});

test('the last look away ends it, and what comes later is not shown', async () => {
  const { source, tellers } = watched();
  const leave = source.subscribe(() => {});
  await turn();
  tellers[0]?.show(1);
  const before = source.get();
  leave();
  tellers[0]?.show(2);
  await turn();

  expect(tellers[0]?.signal.aborted).toBe(true);
  expect(source.get()).toBe(before);
});

test('what fails is shown beside what was read, and can be begun anew', async () => {
  let fails = true;
  const source = sourceOf<number>(
    async ({ show }) => {
      show(1);
      if (fails) throw new Error('The server is away.');
    },
    { initial: undefined, isEnough: false },
  );
  source.subscribe(() => {});
  await turn();
  expect(source.get()).toMatchObject({ data: 1, state: 'ended' });
  expect(source.get().error?.message).toBe('The server is away.');

  fails = false;
  source.get().reload();
  expect(source.get()).toMatchObject({ error: undefined, state: 'connecting' });
  await turn();
  expect(source.get()).toMatchObject({ data: 1, error: undefined, state: 'ended' });
});

test('what is enough is not read again unless it is begun anew', async () => {
  const { source, tellers } = watched({ initial: 7, isEnough: true });
  source.subscribe(() => {});
  await turn();
  expect([tellers.length, source.get().data]).toEqual([0, 7]);
  source.get().reload();
  await turn();
  expect(tellers).toHaveLength(1);
});

const page: ClaimPage = {
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  feedCursor: 'cursor',
};

test('a server shows what was read already, and asks nothing', () => {
  const fetch = vi.fn();
  const record = createClient({ url: 'https://record.example/graphql', fetch });
  const List = () => {
    const { data } = useLiveClaims({ first: 1 }, { initial: page });
    const { state } = useClaims({ first: 2 });
    const { data: claim } = useLiveClaim({ by: { slug: 'gone' } }, { initial: null });
    return createElement(
      'p',
      {},
      `${data?.feedCursor} ${state} ${claim} ${useRecord() === record}`,
    );
  };

  const html = renderToString(createElement(RecordProvider, { record }, createElement(List)));

  expect(html).toBe('<p>cursor connecting null true</p>');
  expect(fetch).not.toHaveBeenCalled();
});

test('a hook without a client around it says what is missing', () => {
  const Lost = () => createElement('p', {}, String(useRecord()));

  expect(() => renderToString(createElement(Lost))).toThrow('There is no <RecordProvider');
});
