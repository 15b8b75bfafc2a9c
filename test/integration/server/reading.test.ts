import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import type { ArticleExtractor } from '../../../schema/context.ts';
import { type Extractors, keepExtractors } from '../../../server/reading/extractors.ts';
import { ReadingThread } from '../../../server/reading/reading-thread.ts';
import { recordHarbour } from '../../kit/harbour.ts';
import { answerOf, bearer, openHandler } from '../http/open-handler.ts';

const text = 'Ferry sinks\n\nGovernor Ada Reyes denied on Tuesday that the ferry had sunk.\n';

/** Takes a while to be read. */
const longText = `Ferry sinks\n\n${'The harbour stood empty, and nobody in the town knew why. '.repeat(1_600)}\n`;

const kept = keepExtractors();
afterAll(() => kept.close());

async function rulesOf({ open }: Extractors): Promise<ArticleExtractor> {
  const rules = await open('rules');
  if (rules === null) throw new Error('The rules are always there.');
  return rules;
}

describe('reading in a thread', () => {
  test('drafts what reading here drafts', async () => {
    const rules = await rulesOf(kept);

    const drafts = await rules.extract({ text });

    expect(drafts.stances).toHaveLength(1);
    expect(drafts).toEqual(createRules().extract({ text }));
  });

  test('lets others be answered meanwhile', async () => {
    await using handler = await openHandler();
    await recordHarbour(handler.db);
    const authorization = await bearer(handler.db, { role: 'EDITOR' });
    const query = `mutation($text: String!) {
      ingestArticle(input: { title: "A", language: "en", text: $text }) { __typename }
    }`;
    let isRead = false;

    const ingested = answerOf(
      handler.ask({ query, variables: { text: longText } }, { authorization }),
    ).finally(() => {
      isRead = true;
    });
    let answered = 0;
    while (!isRead) {
      const { errors } = await answerOf(handler.ask({ query: '{ claims { nodes { slug } } }' }));
      expect(errors).toBeUndefined();
      answered += 1;
      await nextTurn();
    }

    expect((await ingested).data?.ingestArticle).toEqual({ __typename: 'IngestArticlePayload' });
    expect(answered).toBeGreaterThan(20);
  });

  test('ends with whoever asked, and frees those behind it', async () => {
    const rules = await rulesOf(kept);
    const left = new AbortController();

    const first = rules.extract({ text: longText }, left);
    const behind = rules.extract({ text });
    const waiting = expect(first).rejects.toThrow('They left.');
    left.abort(new Error('They left.'));

    await waiting;
    expect((await behind).stances).toHaveLength(1);
  });

  test('is given up where it takes too long', async () => {
    const impatient = keepExtractors({ patienceMs: 1 });

    await expect(impatient.open('rules')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('takes longer than 0.001 s'),
    });
    await impatient.close();
  });

  test('reads pages there, and gives up the page that takes too long', async () => {
    const page = Buffer.from(
      '<html><title>Ferry</title><p>Governor Ada Reyes denied on Tuesday that the ferry had sunk.</p>',
    );
    const impatient = new ReadingThread({ patienceMs: 1 });
    const late = impatient.ask({ page });

    await expect(late).rejects.toMatchObject({ code: 'PAGE_INVALID', fault: 'TOO_SLOW' });
    await impatient.close();
    const { text } = await (await rulesOf(kept)).readPage(page);

    expect(text).toContain('Ada Reyes denied');
  });

  test('leaves the page of whoever has left', async () => {
    const rules = await rulesOf(kept);
    const left = new AbortController();

    const reading = rules.readPage(Buffer.from('<div>'.repeat(200_000)), left);
    const refused = expect(reading).rejects.toThrow('They left.');
    left.abort(new Error('They left.'));

    await refused;
    expect((await rules.extract({ text })).stances).toHaveLength(1);
  });

  test('ends with the server', async () => {
    const ending = keepExtractors();
    const rules = await rulesOf(ending);
    const first = rules.extract({ text: longText });
    const refused = expect(first).rejects.toThrow();

    await ending.close();

    await refused;
    await expect(rules.extract({ text })).rejects.toThrow('nothing is read any more');
  });
});
