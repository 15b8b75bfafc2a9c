import { expect, test } from 'vitest';
import * as startup from '../../db/file/startup-error.ts';
import * as storage from '../../db/read/storage-error.ts';
import { exitCodeOf, messageOf } from '../../server/cli/exit.ts';
import { CannotListen } from '../../server/serve.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const file = sectionOf(pageText('docs/operate.md'), 'The database file');
const codes = rowsIn(file).filter(([code]) => /^`[A-Z_]+`$/.test(code ?? ''));

/** One error of each class of a module, whatever its facts are. */
function errorsOf(module: object, base: object): Error[] {
  const classes = Object.values(module).filter(
    (one) => typeof one === 'function' && Object.getPrototypeOf(one) === base,
  );
  return classes.map((one) => Reflect.construct(one, [['x'], 'y']));
}

test('every reason why a database cannot be opened is documented, with its exit code', () => {
  const errors = [...errorsOf(startup, startup.StartupError), new CannotListen('x', 'y')];

  const documented = codes.filter((row) => row.length === 4).map((row) => row.slice(0, 2));

  expect(errors.length).toBeGreaterThan(10);
  expect(documented.map(([code, exit]) => `${plain(code)} ${exit}`).sort()).toEqual(
    errors.map((error) => `${Object(error).code} ${exitCodeOf(error)}`).sort(),
  );
  for (const error of errors) {
    expect(messageOf(error)).toMatch(new RegExp(`^${Object(error).code}: [^\\n]+$`));
  }
});

test('every reason why the storage refuses a change is documented', () => {
  const errors = errorsOf(storage, storage.StorageError);

  const documented = codes.filter((row) => row.length === 3).map(([code]) => plain(code));

  expect(errors.length).toBeGreaterThan(2);
  expect(documented.sort()).toEqual(errors.map((error) => Object(error).code).sort());
});
