import FileDatabase from 'libsql';
import { openBulk } from '../../bench/record/bulk.ts';
import { generateRecord } from '../../bench/record/generate.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

/** What SQLite did for a statement. */
interface StatementCost {
  readonly nsort: number;
  readonly nstep: number;
}

/** The graph over a generated record, which tells what the statements of its last answer cost. */
export interface CountedGraph extends OpenGraph {
  costs(): readonly (StatementCost & { readonly isAside: boolean })[];
}

export async function openCounted(claims: number): Promise<CountedGraph> {
  const graph = await openGraph(async (_db, path) => generateInto(path, claims));
  const file = new FileDatabase(graph.path);
  return {
    ...graph,
    costs: () => graph.statements.map((asked) => ({ ...costOf(file, asked), ...asked })),
    async [Symbol.asyncDispose]() {
      file.close();
      await graph[Symbol.asyncDispose]();
    },
  };
}

/** Records so many claims, and what belongs to them, in an empty file. */
export function generateInto(path: string, claims: number): void {
  const bulk = openBulk(path);
  generateRecord(bulk, claims);
  bulk.close();
}

/** Runs a statement on a connection of the test's own, and tells what it took. */
export function costOf(
  file: FileDatabase.Database,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): StatementCost {
  const statement = file.prepare(text).raw(true);
  statement.get([...values]);
  // A prepared statement is counted until it is let go of, so the newest is the one just run.
  const counted: unknown[] = file
    .prepare('select nsort, nstep from sqlite_stmt where sql = ? and run = 1')
    .raw(true)
    .all([text]);
  const [row] = counted;
  if (!Array.isArray(row)) throw new Error(`SQLite did not count ${text}`);
  return { nsort: Number(row[0]), nstep: Number(row[1]) };
}
