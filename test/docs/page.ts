import { readFileSync } from 'node:fs';

/** The text of a page, by its path from the root of the repository. */
export function pageText(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** What stands under a heading, up to the next one of its level. */
export function sectionOf(text: string, heading: string): string {
  const [, section] = text.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`There is no section ${heading}.`);
  return section.split('\n## ')[0] ?? '';
}

/** The rows of the tables in a text, cell by cell, headings left out. */
export function rowsIn(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines
    .filter((line, index) => !isRule(line) && !isRule(lines[index + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** The code blocks in one language. */
export function blocksIn(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, found, code = '']) =>
    found === language ? [code] : [],
  );
}

/** A cell without its backquotes. */
export function plain(cell: string | undefined): string {
  return (cell ?? '').replaceAll('`', '');
}

function isRule(line: string): boolean {
  return /^\|[\s|:-]+\|$/.test(line);
}
