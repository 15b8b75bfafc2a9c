import type { ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { Keeper } from '../../../server/kept/keeper.ts';
import { KnownDocuments } from '../../../server/known-documents.ts';
import { createAdmission } from '../../../server/limits/admission.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { createPageAsk } from '../../../server/pages/ask.ts';
import { boardPageDocument } from '../../../server/pages/generated/documents.ts';
import { spokeswomanAsserts } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { recordDispute } from './open-pages.ts';

test('who asks after a change waits for no answer that was begun before it', async () => {
  await using record = await openRecord({ filled: recordDispute });
  const documents = new KnownDocuments({ has: () => true });
  const begun: ((result: ExecutionResult) => void)[] = [];
  const ask = createPageAsk({
    admission: createAdmission({
      documents,
      limits: defaultLimits,
      onlyKnown: false,
      publicIntrospection: false,
      requireToken: false,
    }),
    askWritten: () => new Promise((resolve) => begun.push(resolve)),
    documents,
    keeper: new Keeper(record.db, 1_000_000),
  });
  const question = { document: boardPageDocument, variables: {}, isKept: true };
  const asker = { requestId: 'a', startedAt: 0 };

  const before = [ask(question, asker), ask(question, asker)];
  await write(record.db, recordStance, spokeswomanAsserts);
  const after = ask(question, asker);
  for (const [place, answer] of begun.entries()) answer({ data: { place } });

  const told = await Promise.all([...before, after]);
  expect(told.map((answer) => 'data' in answer && answer.data())).toEqual([
    { place: 0 },
    { place: 0 },
    { place: 1 },
  ]);
});
