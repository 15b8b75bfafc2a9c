import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { recordArticle } from '../../db/commands/record-article.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { reviewStance } from '../../db/commands/review-stance.ts';
import { updateClaim } from '../../db/commands/update-claim.ts';
import { importFiles } from '../../db/interchange/import.ts';
import { sampleRecord } from '../../db/sample/sample.ts';
import { createClient } from '../../sdk/src/index.ts';
import { preparedQuestions, type Question } from '../../server/graphiql/questions.ts';
import { type OpenGraph, openGraph } from '../integration/graph/open-graph.ts';
import { bearer, handlerOver } from '../integration/http/open-handler.ts';
import { owner, write } from '../kit/owner.ts';
import { blocksIn, pageText } from './page.ts';

const questions = await preparedQuestions();
const sections = pageText('docs/questions.md')
  .split(/^## (?=\d+\. )/m)
  .slice(1);
const ledger = { slug: 'northern-ledger' };

/** The sample, and what it has nothing of: an answer that was not asked for, a split, an edited page, wire copy, a rejected draft. */
async function recordSample(db: Database): Promise<void> {
  await importFiles(db, [sampleRecord], { author: owner });
  const concerns = [{ slug: 'vladimir-putin' }, { slug: 'washington-post' }];
  await write(db, updateClaim, { claim: { slug: 'report-anonymous' }, concerns });
  const said = { certainty: 'PLAIN', note: 'Told the desk.' } as const;
  await write(db, recordStance, {
    ...{ ...said, slug: 'kremlin-on-talks', kind: 'ASSERTS' },
    ...{ claim: { slug: 'ready-for-talks' }, actor: { slug: 'kremlin' } },
  });
  const draft = { slug: 'draft-of-trump' };
  await write(db, recordStance, {
    ...{ ...said, ...draft, kind: 'ASSERTS', review: 'DRAFT' },
    ...{ claim: { slug: 'call-land' }, actor: { slug: 'trump' } },
  });
  const reason = 'These are not his words.';
  await write(db, reviewStance, { stance: draft, review: 'REJECTED', reason });
  const told = { language: 'en', outlet: ledger } as const;
  await write(db, recordArticle, {
    ...{ ...told, slug: 'edited', title: 'One call, two stories' },
    url: 'https://ledger.example/2024/11/12/one-call-two-stories',
    text: 'One call, two stories.\n\nThe Ledger has edited this page.',
    publishedAt: Date.parse('2024-11-12T06:00:00Z'),
    modifiedAt: Date.parse('2024-11-13T06:00:00Z'),
  });
  await write(db, recordArticle, {
    ...{ ...told, slug: 'wire-copy', title: 'From the wire' },
    ...{ text: 'The Post was first with it.', creditedTo: { slug: 'washington-post' } },
  });
}

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordSample);
});
afterAll(() => graph[Symbol.asyncDispose]());

const roleFor = ({ needsEditor }: Question) => (needsEditor ? 'EDITOR' : undefined);

/** By the operation, what its answer tells, word by word where it stands in the answer. */
const gists: Readonly<Record<string, readonly string[]>> = {
  WhoDisputedIt: ['The Kremlin', 'Dmitry Peskov', 'Moscow says no', '"basis":"SAID_ON"'],
  WhatWasDenied: ['Donald Trump and Vladimir Putin spoke by phone', '“Pure fiction,”'],
  OnUnnamedSourcesOnly: ['Elon Musk took part', 'Unattributed (reportedly'],
  WhereTheyAreOpposed: ['Ukraine must withdraw', 'SUPPORTS', 'OPPOSES'],
  WhoChangedPosition: ['Northern Ledger', 'RETRACTS', 'We had no source for that day'],
  HowFarItWent: ['"articleCount":2', '"outletCount":2', '"originCount":1', 'Anonymous sources'],
  WhoHasNotAnswered: ['The Washington Post', 'NO_REPLY', 'had not answered the Courier'],
  WhomNobodyAsked: ['Vladimir Putin', 'NOT_ASKED'],
  WhoIsDisputedMost: ['spoke by phone', '"key":"dmitry-peskov"'],
  HowItsStandingChanged: ['"to":"RETRACTED"', 'We had no source'],
  ByTopicAndMonth: ['"key":"trump-putin-call"', '"label":"November 2024"', '"key":"DISPUTED"'],
  WhereTheyDiffer: ['RELAYED', 'AGAINST', '"totalCount":1'],
  WhatChangedSince: ['"from":"UNADDRESSED"', '"to":"DISPUTED"'],
  InItsOwnVoice: ['NARRATED', 'That Trump and Zelensky spoke last week is certain'],
  WhatWeKnewThen: ['"then":{"status":"UNADDRESSED"', '"now":{"status":"DISPUTED"'],
  HowClaimsStoodThatDay: ['"thatDay":{"status":"DISPUTED"', '"thatDay":{"status":"UNADDRESSED"'],
  WhatHadBeenSaid: ['The Washington Post', '"status":"REPORTED"'],
  WhatRestsOnIt: ['Mar-a-Lago', '"disputedVia":[{"slug":"call-happened"}]'],
  OnItsWordAlone: ['Mar-a-Lago', '"onWordOf":[{"slug":"washington-post"}]'],
  WhatWasRetracted: ['The Northern Ledger', 'on Friday 8 November 2024', '"turnedFrom":{"kind"'],
  FromOneAgency: ['From the wire', '"key":"harbour-courier"'],
  WhichPagesWereEdited: ['One call, two stories', '"comeCount":'],
  WhereItsSpeakersDiffer: ['ready to hold talks', 'ASSERTS', 'QUALIFIES', 'Dmitry Peskov'],
  WhoSaidItBefore: ['spoke by phone', '"saidAgain":{"nodes":[{"actor"'],
  WhatWasRejected: ['These are not his words.', '"review":"REJECTED"', 'Donald Trump'],
};

const operationOf = ({ query }: Question): string => /^query (\w+)/.exec(query)?.[1] ?? '';

test('there are twenty-five questions, each with what its answer tells', () => {
  expect(questions).toHaveLength(25);
  expect(questions.map(operationOf)).toEqual(Object.keys(gists));
  expect(sections.map((section) => section.split('\n')[0])).toEqual(
    questions.map(({ asks }, index) => `${index + 1}. ${asks}`),
  );
});

describe.each(questions.map((question, index) => [index + 1, question.asks, question] as const))(
  '%i %s',
  (number, _, question) => {
    test('is one query, and is answered by so many statements', async () => {
      const { data, errors } = await graph.ask(question.query, {}, roleFor(question));

      expect(errors).toBeUndefined();
      const told = JSON.stringify(data);
      for (const words of gists[operationOf(question)] ?? []) expect(told).toContain(words);
      const [, statements] = /^Statements: (\d+)\.$/m.exec(sections[number - 1] ?? '') ?? [];
      expect(graph.statements).toHaveLength(Number(statements));
    });

    test('is asked by the SDK as it says', async () => {
      const [code = ''] = blocksIn(`## ${sections[number - 1]}`, 'ts');
      await using server = handlerOver(graph.db);
      const authorization = await bearer(graph.db, { role: 'EDITOR' });
      const record = createClient({
        url: 'http://localhost:4000/graphql',
        fetch: async (_url, init) => server.ask(JSON.parse(String(init?.body)), { authorization }),
      });

      const call = new Function('record', `return ${code}`);

      expect(await call(record)).toMatchObject({});
    });
  },
);

test.each(questions.filter(({ needsEditor }) => needsEditor))(
  '$asks is told to editors alone',
  async (question) => {
    const { data, errors } = await graph.ask(question.query);

    const told = JSON.stringify(data ?? null);
    const isTold = (gists[operationOf(question)] ?? []).some((words) => told.includes(words));
    expect(errors === undefined && isTold).toBe(false);
  },
);
