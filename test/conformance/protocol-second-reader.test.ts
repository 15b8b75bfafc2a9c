import { Writable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { readConfig, type Settings } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { keepExtractors } from '../../server/reading/extractors.ts';
import { secondReaderOf } from '../../server/second-reader/second-reader-of.ts';
import { openDesk } from '../integration/mutations/open-desk.ts';
import { type ModelServer, openModelServer, type Reply } from '../kit/model-server.ts';

vi.setConfig({ testTimeout: 90_000 });

const article = {
  title: 'Council and ferry',
  url: 'https://gazette.example/secret-address',
  publisher: 'Bay Gazette',
  text: `Governor Ada Reyes denied on Tuesday that the council had approved a ferry to the islands.

Treasurer Olaf Brandt, who keeps the books, is of another mind: the council had approved a ferry, as he sees it.
`,
};

const [lead = '', second = ''] = article.text.trim().split('\n\n');

const stance = {
  quote: second,
  actor: 'Olaf Brandt',
  actorKind: 'PERSON',
  kind: 'CONFIRMS',
  certainty: 'PLAIN',
  claim: 'the council had approved a ferry to the islands',
  claimKind: 'FACT',
};

const says = (...stances: object[]): Reply => ({ says: JSON.stringify({ stances }) });

const key = 'sk-proj-of-nobody-else';

/** A desk whose server has a second reader behind a model that replies so, and all that its log and metrics hold. */
async function deskWith(replies: readonly Reply[], set: Settings = {}) {
  const model = await openModelServer(replies);
  const lines: string[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const reader = { READER_URL: model.url, READER_MODEL: 'small-1', READER_KEY: key, ...set };
  const metrics = createMetrics();
  const log = createLog({ level: 'trace', stream });
  const openSecondReader = secondReaderOf({ config: readConfig({}, reader), log, metrics });
  const extractors = keepExtractors({ openSecondReader });
  const desk = await openDesk(undefined, { openExtractor: extractors.open });
  return {
    desk,
    model,
    logged: () => lines.join(''),
    counted: () => metrics.registry.metrics(),
    async [Symbol.asyncDispose]() {
      await extractors.close();
      await desk[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

const reading = 'created drafted notes article { slug }';

interface Draft {
  readonly kind: string;
  readonly actor: { readonly name: string };
  readonly claim: { readonly text: string };
  readonly evidence: readonly {
    readonly quote: string;
    readonly extractor: string;
    readonly confidence: number;
  }[];
  readonly readOtherwise: readonly {
    readonly kind: string;
    readonly actor: { readonly name: string };
  }[];
}

async function draftsOf({ desk }: Pick<Awaited<ReturnType<typeof deskWith>>, 'desk'>) {
  const { data, errors } = await desk.ask(
    `{ drafts(article: { slug: "council-and-ferry" }) { nodes {
      kind actor { name } claim { text } evidence { quote extractor confidence } readOtherwise { kind actor { name } }
    } } }`,
    {},
    'EDITOR',
  );
  if (errors) throw new Error(errors[0]?.message);
  const { nodes } = Object(data?.drafts);
  return nodes as readonly Draft[];
}

const sentTo = ({ asked }: ModelServer): string => JSON.stringify(asked);

test('104 nothing of an article leaves but its text, to the one address that is set, for whoever asks for llm', async () => {
  await using off = await openDesk();
  await using there = await deskWith([says(stance)]);

  const refused = await off.mutate('ingestArticle', { ...article, extractor: 'llm' });
  await there.desk.mutate('ingestArticle', { ...article, title: 'Read by the rules' });
  const before = there.model.asked.length;
  await there.desk.mutate('ingestArticle', {
    ...article,
    text: `${article.text}\nMore of it.\n`,
    recordOnly: true,
    extractor: 'llm',
  });
  const kept = there.model.asked.length;
  await there.desk.mutate('ingestArticle', {
    ...article,
    text: `${article.text}\nAnd more.\n`,
    extractor: 'llm',
  });

  expect(refused).toMatchObject({
    code: 'INPUT_INVALID',
    path: ['extractor'],
    message: expect.stringContaining('The second reader is off'),
  });
  expect([before, kept, there.model.asked.length]).toEqual([0, 0, 1]);
  expect(sentTo(there.model)).toContain(JSON.stringify(lead).slice(1, -1));
  for (const more of [article.title, 'secret-address', article.publisher, 'harbour']) {
    expect(sentTo(there.model)).not.toContain(more);
  }
  expect(there.logged()).toContain(there.model.url);
});

test('105 of what the second reader answers only what the text bears out becomes a draft', async () => {
  const invented = [
    { ...stance, quote: 'Brandt took money for the ferry.' },
    { ...stance, actor: 'Kaspar Ohm' },
    { ...stance, claim: 'Ada Reyes is a criminal' },
    { ...stance, kind: 'SWEARS' },
  ];
  await using there = await deskWith([says(...invented, stance)]);

  const told = await there.desk.mutate('ingestArticle', { ...article, extractor: 'llm' }, reading);
  const drafts = await draftsOf(there);

  const [own, ...others] = drafts.filter(
    ({ evidence }) => evidence[0]?.extractor === 'llm/small-1',
  );
  expect(own).toMatchObject({
    kind: 'CONFIRMS',
    actor: { name: 'Olaf Brandt' },
    evidence: [{ quote: second }],
  });
  expect(others).toEqual([]);
  expect(JSON.stringify(drafts)).not.toMatch(/Ohm|criminal|money/);
  expect(told.notes).toEqual([
    expect.stringMatching(
      /^The second reader, small-1, took 1,000 tokens: it agrees with 0 drafts and adds 1/,
    ),
    'Of what it answered, this was left out: 1 with words that are not in the text, 1 with an actor whom the text does not name, 1 with a claim in other words than the text’s, 1 of another shape than was asked for.',
  ]);
  expect(await there.counted()).toMatch(
    /onrecord_second_reader_tokens_total\{direction="input"\} 900/,
  );
  expect(there.logged()).toContain('"output":100');
});

test('106 where the second reader fails, the drafts of the rules are there, a note begins with the code, and it reads when it is asked again', async () => {
  const body = JSON.stringify({ error: { message: `Your key ${key} has no right.` } });
  await using there = await deskWith([{ status: 403, body }, says(stance)]);
  const asked = { ...article, extractor: 'llm' };

  const failed = await there.desk.mutate('ingestArticle', asked, reading);
  const rules = await draftsOf(there);
  const again = await there.desk.mutate('ingestArticle', asked, reading);
  const both = await draftsOf(there);

  expect(failed).toMatchObject({ created: true, drafted: rules.length });
  expect(rules.map(({ kind, actor }) => [kind, actor.name])).toContainEqual([
    'DENIES',
    'Ada Reyes',
  ]);
  for (const { evidence } of rules) expect(evidence[0]?.extractor).toMatch(/^rules\//);
  expect(failed.notes).toEqual([expect.stringMatching(/^READER_KEY_REFUSED: .+ again/)]);
  expect(again).toMatchObject({ created: false, drafted: 1 });
  expect(both).toHaveLength(rules.length + 1);
  expect(there.logged()).toContain('READER_KEY_REFUSED');
  expect(JSON.stringify([failed, again]) + there.logged() + (await there.counted())).not.toContain(
    key,
  );
});

test('107 two readings of the same words that cannot both be right are both drafts, tell each other, and are less sure', async () => {
  const turned = { ...stance, quote: lead, actor: 'Ada Reyes', kind: 'ASSERTS' };
  const agreed = { ...turned, kind: 'DENIES' };
  await using sure = await deskWith([says(agreed)]);
  await using unsure = await deskWith([says(turned)]);

  for (const { desk } of [sure, unsure])
    await desk.mutate('ingestArticle', { ...article, extractor: 'llm' });
  const alone = (await draftsOf(sure)).filter(({ kind }) => kind === 'DENIES');
  const both = (await draftsOf(unsure)).filter(({ actor }) => actor.name === 'Ada Reyes');

  expect(alone).toHaveLength(1);
  expect(alone[0]?.readOtherwise).toEqual([]);
  expect(
    both.map(({ kind, readOtherwise }) => [kind, readOtherwise.map((one) => one.kind)]),
  ).toEqual([
    ['DENIES', ['ASSERTS']],
    ['ASSERTS', ['DENIES']],
  ]);
  const [before = 0, ...after] = [...alone, ...both].map(({ evidence }) => evidence[0]?.confidence);
  expect(Math.max(...after.map(Number))).toBeLessThanOrEqual(before / 2);
  expect(both.map(({ claim }) => claim.text)[0]).toBe(both.map(({ claim }) => claim.text)[1]);
});
