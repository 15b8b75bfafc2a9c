import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Cancellation } from '../../../schema/cancellation.ts';
import type { ArticleExtractor } from '../../../schema/context.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { openDesk } from '../mutations/open-desk.ts';

vi.setConfig({ testTimeout: 90_000 });

const reader = (isSlow: boolean): ArticleExtractor => ({
  id: 'patient',
  version: '1',
  isSlow,
  languageOf: async () => 'en',
  readPage: async () => ({ title: '', text: '', notes: [] }),
  async extract() {
    await pause(3_000);
    return { actors: [], claims: [], stances: [], notes: ['It took its time.'] };
  },
});

test.each([
  [true, { __typename: 'IngestArticlePayload', notes: ['It took its time.'] }],
  [false, undefined],
])(
  'the time of an operation stands still while somebody elsewhere reads: %s',
  async (isSlow, told) => {
    const limits = { ...defaultLimits, requestMs: 2_000 };
    await using desk = await openDesk(undefined, {
      openExtractor: async () => reader(isSlow),
      limits,
    });

    const { data, errors } = await desk.ask(
      'mutation($input: IngestArticleInput!) { ingestArticle(input: $input) { __typename ... on IngestArticlePayload { notes } } }',
      { input: { title: 'A', text: 'Nobody said a word.' } },
      'EDITOR',
    );

    expect(data?.ingestArticle).toEqual(told);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
      isSlow ? undefined : ['UNAVAILABLE'],
    );
  },
);

test('what is waited for may fail, and time goes on', async () => {
  const cancellation = new Cancellation();
  const before = performance.now();
  const failing = cancellation.untimed(Promise.reject(new Error('No.')));

  await expect(failing).rejects.toThrow('No.');

  const { stoodStillUntil } = cancellation;
  expect(stoodStillUntil).toBeGreaterThanOrEqual(before);
  await pause(5);
  expect(cancellation.stoodStillUntil).toBe(stoodStillUntil);
});
