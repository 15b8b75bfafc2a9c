import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const rules = createRules();
const report = 'Bo Lind sold the ferry in May.';
const context = 'Bo Lind sold the ferry in May, the Holm Echo reported.\n\n';

function casesIn(file: string): (readonly [string, string])[] {
  return readFileSync(new URL(`../../fixtures/reading/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' -> ') && !line.startsWith('#'))
    .map((line): readonly [string, string] => {
      const [text = '', right = ''] = line.split(' -> ');
      return [text, right];
    });
}

/** Who stands how to what, but for the outlet whose report goes before. */
function stancesIn(line: string): string[] {
  const text = line.replace(/^\* /u, context).replaceAll(' ¶ ', '\n\n');
  const { stances, claims, actors } = rules.extract({ text });
  return stances
    .filter(({ evidence }) => evidence.mode !== 'NARRATED')
    .filter(({ kind }) => kind !== 'REPORTS')
    .map((stance) => {
      const claim = claims.find(({ id }) => id === stance.claim)?.text;
      const actor = actors.find(({ id }) => id === stance.actor)?.name;
      return `${actor} ${stance.kind} ${claim}`;
    })
    .sort();
}

describe.each(['denials.txt', 'news.txt'])('a reading of %s', (file) => {
  test.each(casesIn(file))('%s', (line, right) => {
    const wanted = right
      .replace(/ R(?= ;|$)/gu, ` ${report}`)
      .split(' ; ')
      .filter((one) => one !== 'nothing');

    expect(stancesIn(line)).toEqual(wanted.sort());
  });
});
