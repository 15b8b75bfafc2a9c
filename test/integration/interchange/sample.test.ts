import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseLine } from '../../../db/interchange/lines.ts';
import { stanceKinds } from '../../../db/rules/vocabulary.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { openRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { imported, tally } from './files.ts';

interface Standing {
  readonly status: string;
  readonly actor: string;
  readonly polarity: string;
  readonly via: number;
}

test('the sample record shows every kind of stance and every standing of a public claim', async () => {
  await using record = await openRecord();

  const { counts } = await imported(record.db, sampleRecord);

  expect(tally(counts)).toMatchObject({ article: [2, 0], claim: [15, 0], stance: [30, 0] });
  const kinds = rawRows<{ kind: string }>(record.path, 'select distinct kind from stances');
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([...stanceKinds].sort());
  const standings = rawRows<Standing>(
    record.path,
    'select distinct status from claims where listed',
  );
  expect(standings.map(({ status }) => status).sort()).toEqual([
    'ASSERTED',
    'CORROBORATED',
    'DENIED',
    'DISPUTED',
    'QUESTIONED',
    'REPORTED',
    'RETRACTED',
  ]);
});

test('its disputed call has the Kremlin against it, the Post relaying it and its unnamed sources for it', async () => {
  await using record = await openRecord();
  await imported(record.db, sampleRecord);

  const sides = rawRows<Standing>(
    record.path,
    `select a.slug as actor, held.polarity from claims c join standings s on s.claim = c.key,
     json_each(s.standing, '$[2]') side join actors a on a.key = side.value ->> 0
     join stances held on held.key = side.value ->> 1 where c.slug = 'call-happened'`,
  );
  const via = rawRows<Standing>(
    record.path,
    "select count(*) as via from standings where json_array_length(standing, '$[7]') > 0",
  );

  expect(sides.map(({ actor, polarity }) => `${actor} ${polarity}`).sort()).toEqual([
    'kremlin AGAINST',
    'trump-administration NONE',
    'wapo-call-sources FOR',
    'washington-post RELAYED',
  ]);
  expect(via).toEqual([{ via: 5 }]);
});

const seeds = new URL('../../../../shared/seeds/', import.meta.url);
const articles = ['000_1f50a7ff4d521347.txt', '001_1e545c5e982974f2.txt'];
const missing = articles.every((file) => existsSync(new URL(file, seeds)))
  ? ''
  : `not run: there is no ${seeds.pathname}`;

describe.skipIf(missing !== '')(`beside the founding articles ${missing}`, () => {
  test('the articles and claims of the sample are in our own words', () => {
    const theirs = articles.map((file) => readFileSync(new URL(file, seeds), 'utf8'));
    const runs = new Set(theirs.flatMap((text) => windowsOf(text, 60)));

    for (const text of readFileSync(
      new URL('../../../db/sample/sample.jsonl', import.meta.url),
      'utf8',
    )
      .trimEnd()
      .split('\n')) {
      const { line } = parseLine(text);
      const ours = line?.type === 'article' || line?.type === 'claim' ? (line.text ?? '') : '';
      expect(windowsOf(ours, 60).filter((run) => runs.has(run))).toEqual([]);
    }
  });
});

function windowsOf(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) =>
    text.slice(start, start + length),
  );
}
