import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SizeReport, tableOf } from './report.ts';

const page = join(import.meta.dirname, '../../docs/bench.md');
const heading = '## Reading';

/** Puts the figures in the place of those that the page about the bench has. */
export function writePage(sizes: readonly SizeReport[], facts: string): void {
  const tables = sizes.map(
    ({ claims, operations }) =>
      `### ${claims.toLocaleString('en')} claims\n\n${inMarkdown(tableOf(operations))}`,
  );
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(`${heading}\n`);
  const after = rest.split(/^(?=## )/m).slice(1);
  const section = [heading, facts, ...tables].join('\n\n');
  writeFileSync(page, [before, section, '\n', ...after.map((text) => `\n${text}`)].join(''));
}

function inMarkdown([heading = [], ...lines]: readonly (readonly string[])[]): string {
  const rule = heading.map(() => '---');
  return [heading, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
