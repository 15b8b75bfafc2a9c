import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';

const rules = createRules();

/** What must end, and soon: each stage goes through a text once. */
const hostile: Readonly<Record<string, string>> = {
  nothing: '',
  'one megabyte without a space': 'a'.repeat(1_000_000),
  'one hundred thousand quotation marks': '"'.repeat(100_000),
  'one hundred thousand quotation marks apart': '" '.repeat(100_000),
  'quotations that never close': '“'.repeat(100_000),
  'one cue after another': 'said '.repeat(20_000),
  'one cue in another': 'Roe said that '.repeat(5_000),
  'one adverb after another': 'reportedly '.repeat(20_000),
  'one name after another': 'Ann Roe, Bo Lind and '.repeat(10_000),
  'one answer after another': 'Ann Roe denied it. Bo Lind said she lied. '.repeat(1_000),
  'apostrophes in one quotation': `“${"'a it's ".repeat(20_000)}” Ann Roe said.`,
  'accusations that are denied, one after another': 'Lee accused Roe. He denied it. '.repeat(1_000),
  'denials alone': 'He denied it. '.repeat(2_000),
  'one claim that somebody made in another': 'a claim that he made that '.repeat(4_000),
  'claims that are denied in one sentence':
    'The claim that Roe fled was denied by Lee and the claim that '.repeat(300),
  'who was told what he was told': 'said that he was told that '.repeat(2_000),
  'one quotation in another': '“A said ‘B said “C said '.repeat(1_000),
  'one quotation in another that all close': `${'“A said ‘B said '.repeat(1_000)}${'’ ”'.repeat(1_000)}`,
  'corrections of corrections': 'Correction: an earlier version said '.repeat(1_000),
  'neither and nor': 'neither A nor B would confirm or deny '.repeat(1_000),
  'one day after another': 'Ann Roe said on Monday Tuesday last week '.repeat(1_000),
  'turns in one paragraph': `LEE: ${'I deny that Roe left. '.repeat(1_000)}\n\nROE: ${'No. He lied. '.repeat(1_000)}`,
  'turns of two': 'LEE: I deny that Roe left.\n\nROE: He said that I left.\n\n'.repeat(300),
  'questions and answers': 'Q: Did Roe leave?\n\nA: No, she said that Lee did.\n\n'.repeat(300),
  'calls of ever more people': Array.from(
    { length: 300 },
    (_, at) => `Ann Roe said that President Lee${at} called Mr. Lind on Monday.`,
  ).join(' '),
  'pronouns after pronouns': `Ann Roe said that ${'he told him that she saw her '.repeat(1_000)}`,
  'our words in one quotation': `“${'I told them we saw it, '.repeat(1_000)}” Ann Roe said.`,
  'reports that are pointed at': 'The ministry rejected the report. The report is false. '.repeat(
    700,
  ),
  'verbs that look like nouns': 'Rebels claim to have shot down a drone and that '.repeat(800),
  'beliefs that are none': 'Roe does not believe that Lee does not believe that '.repeat(800),
  'who denies it in one long paragraph': `Ann Roe said it leaked. ${'The clerk adds that Bo Lind was fired. He denies it. '.repeat(400)}`,
  'marks alone': ', . ; '.repeat(20_000),
  'short lines': 'a\n'.repeat(20_000),
  'mixed scripts': 'Анна сказала: «нет». 彼は言った「いいえ」。 قالت آن: لا. 🚢 '.repeat(500),
  'control characters': `${'\u0000\u200f'.repeat(500)} Ann Roe said no.`,
  'zero-width spaces alone': '\u200b'.repeat(200_000),
  'zero-width spaces between all letters': 'a\u200b'.repeat(100_000),
  'words that a zero-width space parts': 'said\u2060Roe\u2060'.repeat(10_000),
  'spaces of all widths': ' \u2003\t\u00a0'.repeat(50_000),
  'line separators': '\u2028'.repeat(100_000),
  'line separators apart': '\u2028  '.repeat(50_000),
  'one letter with one hundred thousand accents': `e${'\u0301\u0323'.repeat(50_000)} said`,
  'accents alone': '\u0301'.repeat(100_000),
  'emoji held together': '👩\u200d'.repeat(50_000),
  'marks that point both ways': '”a‘ “b'.repeat(20_000),
  'single marks that never close': `‘${"a' b' ".repeat(20_000)}’`,
  'wide full stops': 'Ａ。a'.repeat(30_000),
  'half a surrogate pair': '\ud83d Ann Roe said the dam leaked.',
};

describe('a text of', () => {
  test.each(Object.entries(hostile))('%s has drafts that stand in it', (_what, text) => {
    const { stances, claims, actors } = rules.extract({ text });

    for (const { evidence, actor, claim } of stances) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      expect(actors.some(({ id }) => id === actor)).toBe(true);
      expect(claims.some(({ id }) => id === claim)).toBe(true);
    }
  });
});

test('nothing holds on to what was read', () => {
  setFlagsFromString('--expose_gc');
  const collect: () => void = runInNewContext('gc');
  const text =
    'Ann Roe said that the dam leaked. “No,” Bo Lind said. The Harbour Post reported a leak.';
  const heapAfter = (times: number) => {
    for (let count = 0; count < times; count++) rules.extract({ text: `Story ${count}\n${text}` });
    collect();
    return process.memoryUsage().heapUsed;
  };

  const early = heapAfter(120);
  const late = heapAfter(600);

  expect(late - early).toBeLessThan(1.2e6);
});
