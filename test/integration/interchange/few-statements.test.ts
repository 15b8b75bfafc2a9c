import { expect, test } from 'vitest';
import { importFiles } from '../../../db/interchange/import.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner } from '../../kit/owner.ts';
import { countStatements } from '../../kit/statements-run.ts';
import { fileOf, sha256 } from './files.ts';

const text = 'The quay is closed, said the guard.';

/** An actor, an article, and so many claims with a stance each. */
function file(claims: number) {
  const numbers = Array.from({ length: claims }, (_, index) => index);
  const evidence = [{ article: 'story', quote: 'The quay is closed', mode: 'INDIRECT' }];
  return fileOf([
    { type: 'actor', id: 'courier', name: 'Courier', kind: 'OUTLET' },
    { type: 'actor', id: 'guard', name: 'The guard', kind: 'PERSON' },
    {
      type: 'article',
      id: 'story',
      title: 'The quay',
      outlet: 'courier',
      language: 'en',
      sha256: sha256(text),
      text,
    },
    ...numbers.map((index) => {
      return {
        type: 'claim',
        id: `claim-${index}`,
        text: `Quay ${index} is closed.`,
        kind: 'FACT',
        language: 'en',
      };
    }),
    ...numbers.map((index) => {
      const said = { claim: `claim-${index}`, actor: 'guard', kind: 'ASSERTS', certainty: 'FIRM' };
      return { type: 'stance', id: `stance-${index}`, ...said, evidence };
    }),
  ]);
}

test('a thousand lines of claims and stances take some statements for each hundred of them, not for each', async () => {
  await using record = await openRecord();
  using statements = countStatements();
  const before = statements.count;

  const { counts } = await importFiles(record.db, [file(500)], {
    author: owner,
    linesAtOnce: 2000,
  });

  expect(counts.stance.created).toBe(500);
  expect(statements.count - before).toBeGreaterThan(20);
  expect(statements.count - before).toBeLessThan(300);
});

test('actors and articles that name nothing of one another take a few statements, however many they are', async () => {
  await using record = await openRecord();
  using statements = countStatements();
  const numbers = Array.from({ length: 150 }, (_, index) => index);
  const file = fileOf([
    ...numbers.map((index) => {
      return { type: 'actor', id: `outlet-${index}`, name: `Outlet ${index}`, kind: 'OUTLET' };
    }),
    ...numbers.map((index) => {
      const words = `The quay ${index} is closed.`;
      const told = { title: 'The quay', language: 'en', sha256: sha256(words), text: words };
      return { type: 'article', id: `story-${index}`, outlet: `outlet-${index}`, ...told };
    }),
  ]);

  const { counts } = await importFiles(record.db, [file], { author: owner, linesAtOnce: 2000 });

  expect(counts.article.created).toBe(150);
  expect(statements.count).toBeGreaterThan(10);
  expect(statements.count).toBeLessThan(100);
});
