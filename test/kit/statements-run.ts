import Sqlite from 'libsql';

/** Counts the statements that this process runs on files, until it is disposed of; preparing one is none. */
export function countStatements(): { readonly count: number } & Disposable {
  const { prepare } = Sqlite.prototype;
  let count = 0;
  Reflect.set(Sqlite.prototype, 'prepare', function counting(this: Sqlite.Database, text: string) {
    const statement = prepare.call(this, text);
    for (const name of ['run', 'get', 'all'] as const) {
      const run: unknown = Reflect.get(statement, name);
      if (typeof run !== 'function') throw new TypeError(`A statement has no ${name}.`);
      Reflect.set(statement, name, (...values: unknown[]): unknown => {
        count += 1;
        return Reflect.apply(run, statement, values);
      });
    }
    return statement;
  });
  return {
    get count() {
      return count;
    },
    [Symbol.dispose]() {
      Sqlite.prototype.prepare = prepare;
    },
  };
}
