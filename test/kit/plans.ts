import type { Statement } from '../../db/read/read.ts';
import { withRawRows } from './raw-rows.ts';

/** How SQLite runs a statement. */
export interface Plan {
  readonly steps: readonly string[];
  /** Those of its steps that look at a whole table, or at all of an index. */
  readonly scans: readonly string[];
}

/** The plans of statements over the record at `path`, in their order. */
export function plansOf(path: string, statements: readonly Statement<unknown>[]): readonly Plan[] {
  return withRawRows(path, (rows) => {
    const named = rows<{ name: string }>("select name from pragma_table_list where type = 'table'");
    const tables = new Set(named.map(({ name }) => name));
    return statements.map(({ parameters, text }) => {
      const values = parameters.map((parameter) => ('value' in parameter ? parameter.value : '[]'));
      const steps = rows<{ detail: string }>(`explain query plan ${text}`, ...values).map(
        ({ detail }) => detail,
      );
      const called = namesOf(tables, text);
      return { steps, scans: steps.filter((step) => isScan(step, called)) };
    });
  });
}

function isScan(step: string, tables: ReadonlySet<string>): boolean {
  const [, scanned] = /^SCAN (\w+)/.exec(step) ?? [];
  return scanned !== undefined && tables.has(scanned) && !/VIRTUAL TABLE/.test(step);
}

/** The tables of the record, and whatever else a statement calls them. */
function namesOf(tables: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const names = new Set(tables);
  for (const [, table = '', alias = ''] of text.matchAll(
    /(?:from|join) (?:main\.)?"?(\w+)"? (?:as )?"?(\w+)"?/g,
  )) {
    if (tables.has(table)) names.add(alias);
  }
  return names;
}
