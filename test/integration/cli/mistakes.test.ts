import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../../sdk/src/index.ts';
import {
  type Mistake,
  type Mistaken,
  mistakes,
  prepareMistakes,
  withValues,
} from '../../kit/mistakes.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let place: PlaceInProcess;
let url: string;
let values: Mistaken;

beforeAll(async () => {
  place = await openPlaceInProcess();
  const welcome = await place.start('serve').until('call-happened');
  url = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(welcome)?.[0] ?? '';
  values = await prepareMistakes(url, /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '');
  const lines = [
    { type: 'actor', id: 'kremlin', name: 'Another name', kind: 'GOVERNMENT' },
    { type: 'actor', id: 'Bad Slug!', name: 'The harbour master', kind: 'PERSON' },
    { type: 'actor', id: 'harbour', name: 'The harbour master', knid: 'PERSON', kind: 'PERSON' },
  ];
  for (const [index, line] of lines.entries()) {
    const head = JSON.stringify({ type: 'record', format: 'onrecord/1' });
    await writeFile(place.file(`${index}.jsonl`), `${head}\n${JSON.stringify(line)}\n`);
  }
});
afterAll(() => place?.[Symbol.asyncDispose]());

const ways = (way: 'sdk' | 'http' | 'cli') =>
  mistakes.flatMap((mistake: Mistake) => (mistake[way] ? [mistake] : []));

/** With the tokens and addresses of this run in the places of their names. */
const named = (text: string): string =>
  withValues(text, values)
    .replace('ELSEWHERE', url.replace('/graphql', '/nowhere'))
    .replace(/^URL/, url);

function assertTold(said: string, expected: string | RegExp): void {
  if (typeof expected === 'string') expect(said).toBe(expected.replace(/^URL/, url));
  else if (expected.source.includes('ELSEWHERE'))
    expect(said).toContain(
      `${url.replace('/graphql', '/nowhere')} cannot be reached: it answers 404`,
    );
  else expect(said).toMatch(expected);
  expect(said.length).toBeLessThanOrEqual(300);
  expect(said).not.toMatch(/onr_[\w-]{8,}/);
  expect(said).not.toContain('The ferry');
}

describe('through the SDK', () => {
  test.each(ways('sdk'))('$name', async ({ sdk }) => {
    const [make, message] = sdk ?? [];

    const error: unknown = await make?.({ url, values, record: createClient({ url }) }).catch(
      (reason: unknown) => reason,
    );

    assertTold(String(Object(error).message), message ?? '');
  });
});

describe('by hand, as GraphiQL sends it, too', () => {
  test.each(ways('http'))('$name', async ({ http }) => {
    const [asked, message] = http ?? [];
    const { headers = {}, ...body } = JSON.parse(named(JSON.stringify(asked)));

    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();

    const { data, errors } = Object(answer);
    const [refusal] = Object.values(Object(data));
    assertTold(errors?.[0]?.message ?? Object(refusal).message, message ?? '');
  });
});

describe('through the command line', () => {
  test.each(ways('cli'))('$name', async ({ cli }) => {
    const [args = [], message] = cli ?? [];
    const given = args.map((arg) => (arg.endsWith('.jsonl') ? place.file(arg) : named(arg)));
    const command =
      args[0] === 'import' ? [...given, '--url', url, '--token', values.admin] : given;

    const { code, err } = await place.run(...command);

    expect(code).not.toBe(0);
    const [said = ''] = err.split('\n').filter((line) => line !== '');
    assertTold(said.replaceAll(place.folder, ''), message ?? '');
  });
});
