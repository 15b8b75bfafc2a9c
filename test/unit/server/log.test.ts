import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog, nameInLog } from '../../../server/log.ts';

const token = `onr_${'aB3-_'.repeat(8)}xyz`;

test('an error is told with its cause and its place, without the values of the statement', () => {
  const cause = Object.assign(new Error('SQLITE_IOERR: disk I/O error'), { code: 'SQLITE_IOERR' });
  const failed = Object.assign(
    new Error(
      'Failed query: insert into actors values (?, ?)\nparams: Ada,a secret\nof two lines',
      {
        cause,
      },
    ),
    { query: 'insert', params: ['Ada', 'a secret'] },
  );

  const line = told(failed);

  expect(line.err).toMatchObject({
    type: 'Error',
    message: expect.stringContaining('insert into'),
  });
  expect(line.err.stack).toContain('SQLITE_IOERR: disk I/O error');
  expect(line.err.stack).toContain('log.test.ts');
  expect(JSON.stringify(line)).not.toMatch(/Ada|secret|two lines/);
});

test('a token is known by its prefix alone', () => {
  expect(JSON.stringify(told(new Error(`There is no ${token}.`)))).not.toContain(token.slice(4));
  expect(told(`Bearer ${token}`).err).toBe('Bearer onr_…');
});

test.each([
  ['Find', 'Find'],
  ['x'.repeat(101), undefined],
  ['two words', undefined],
  [{ a: 1 }, undefined],
  [null, undefined],
])('%o is called %o in the log', (name, called) => {
  expect(nameInLog(name)).toBe(called);
});

function told(error: unknown) {
  let line = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      line += String(chunk);
      done();
    },
  });
  createLog({ level: 'info', stream }).error({ err: error }, 'failed');
  return JSON.parse(line);
}
