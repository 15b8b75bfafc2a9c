import { asked, type Landmarks, type Question } from './question.ts';

/** Changes, each of something new, and what the holders of tokens alone may ask. */
export function changeQuestions({ id, words }: Landmarks): readonly Question[] {
  const text = words.slice(0, 150).join(' ');
  const change = (name: string, type: string, input: (n: number) => object): Question => ({
    name: `change: ${name}`,
    role: 'EDITOR',
    most: 10,
    body: (n) =>
      JSON.stringify({
        query: `mutation ($input: ${type}!) { ${name.split(' ')[0]}(input: $input) { __typename } }`,
        variables: { input: input(n) },
      }),
  });
  const lines = (n: number, count: number) =>
    Array.from({ length: count }, (_, m) =>
      JSON.stringify({
        type: 'actor',
        id: `points-line-${n}-${m}`,
        kind: 'PERSON',
        name: `Line ${n} ${m}`,
      }),
    );
  return [
    change('recordActor', 'RecordActorInput', (n) => ({
      kind: 'PERSON',
      name: `Points ${n} of ${words[n % 50]}`,
    })),
    change('recordClaim', 'RecordClaimInput', (n) => ({
      kind: 'FACT',
      language: 'en',
      text: `${words.slice(n, n + 9).join(' ')} ${n}`,
    })),
    change('recordArticle', 'RecordArticleInput', (n) => ({
      language: 'en',
      title: `Points ${n}`,
      text: `${n} ${text}`,
    })),
    change('recordStance', 'RecordStanceInput', (n) => ({
      claim: { id: id.claim },
      actor: { id: id.actor },
      kind: 'ASSERTS',
      certainty: 'FIRM',
      note: `Points ${n}.`,
      evidence: [],
    })),
    change('updateActor', 'UpdateActorInput', (n) => ({
      actor: { id: id.actor },
      description: `Points ${n}`,
    })),
    change('recordArticle of 1 MB', 'RecordArticleInput', (n) => ({
      language: 'en',
      title: `Large ${n}`,
      text: `${n} ${`${text} `.repeat(900)}`.slice(0, 1_000_000),
    })),
    change('importRecord of 100 lines', 'ImportRecordInput', (n) => ({ lines: lines(n, 100) })),
    change('importRecord of 1,000 lines, dry', 'ImportRecordInput', (n) => ({
      lines: lines(n, 1_000),
      dryRun: true,
    })),
    asked('all the status', '{ status { epoch counts { claims events } tokens { name } } }', {
      role: 'ADMIN',
    }),
    asked('100 lines of the export', '{ exportRecord(first: 100) { lines next } }', {
      role: 'EDITOR',
    }),
    asked('1,000 lines of the export', '{ exportRecord(first: 1000) { lines next } }', {
      role: 'EDITOR',
    }),
  ];
}
