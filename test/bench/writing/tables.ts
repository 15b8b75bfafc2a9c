import type Database from 'libsql';
import { z } from 'zod';

/** A table of rows that somebody may insert: none that SQLite, its search or a trigger keeps for itself. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that names a row by a number, where there is one. */
  readonly key: string | null;
  /** The columns that lead to rows of other tables. */
  readonly references: readonly { readonly column: string; readonly to: string }[];
  readonly hasRowid: boolean;
}

const listed = z.array(z.object({ name: z.string(), wr: z.number() }));
const described = z.array(z.object({ name: z.string(), type: z.string(), pk: z.number() }));
const referring = z.array(z.object({ table: z.string(), from: z.string() }));

/** The tables of a record, each after those that it refers to, and the log after all of them. */
export function tablesOf(db: Database.Database): readonly Table[] {
  const ask = (text: string) => db.prepare(text).all();
  const names = listed.parse(
    ask(`select name, wr from pragma_table_list where schema = 'main' and type = 'table'
      and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\'
      and name not like '%\\_history' escape '\\'`),
  );
  const tables = names.map(({ name, wr }): Table => {
    const columns = described.parse(ask(`select name, type, pk from pragma_table_info('${name}')`));
    const keys = columns.filter(({ pk }) => pk > 0);
    const [key] = keys.length === 1 && keys[0]?.type.toLowerCase() === 'integer' ? keys : [];
    const references = referring.parse(
      ask(`select "table", "from" from pragma_foreign_key_list('${name}')`),
    );
    return {
      name,
      columns: columns.map((column) => column.name),
      key: key?.name ?? null,
      references: references.map(({ table, from }) => ({ column: from, to: table })),
      hasRowid: wr === 0,
    };
  });
  return inOrder(tables);
}

function inOrder(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const left = new Set(tables.filter(({ name }) => name !== 'events'));
  while (left.size > 0) {
    const names = new Set([...left].map(({ name }) => name));
    const next = [...left].filter(({ name, references }) =>
      references.every(({ to }) => to === name || !names.has(to)),
    );
    if (next.length === 0) throw new Error(`These refer to each other: ${[...names].join(', ')}.`);
    for (const table of next) left.delete(table);
    ordered.push(...next);
  }
  return [...ordered, ...tables.filter(({ name }) => name === 'events')];
}
