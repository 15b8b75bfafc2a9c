import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SizeReport, tableOf } from './report.ts';

const page = join(import.meta.dirname, '../../docs/bench.md');

/** Puts the figures of reading in the place of those that the page about the bench has. */
export function writePage(sizes: readonly SizeReport[], facts: string): void {
  const tables = sizes.map(
    ({ claims, operations }) =>
      `### ${claims.toLocaleString('en')} claims\n\n${inMarkdown(tableOf(operations))}`,
  );
  replaceSection('## Reading', [facts, ...tables]);
}

/** The same with those of writing. */
export function writeWritingPage(tables: readonly string[][][], facts: string): void {
  replaceSection('## Writing', [facts, ...tables.map(inMarkdown)]);
}

/** Up to the next heading, or at the end of the page where it has no such section. */
function replaceSection(heading: string, parts: readonly string[]): void {
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(`${heading}\n`);
  const after = rest.split(/^(?=## )/m).slice(1);
  const section = [heading, ...parts].join('\n\n');
  const whole = [`${before.trimEnd()}\n\n`, section, '\n', ...after.map((text) => `\n${text}`)];
  writeFileSync(page, whole.join(''));
}

function inMarkdown([heading = [], ...lines]: readonly (readonly string[])[]): string {
  const rule = heading.map(() => '---');
  return [heading, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
