import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { migrationsFolder } from '../../../db/file/migrate.ts';

/** What `npm run generate` calls a migration that was not given a name. */
const unnamed = 'unnamed';

/** Whether a folder says what its migration brings: drizzle-kit's own names, as in `absurd_miracleman`, have an underscore. */
function tells(folder: string): boolean {
  const [, name] = /^\d{14}_([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(folder) ?? [];
  return name !== undefined && name !== unnamed;
}

describe('the name of a migration tells what it brings', () => {
  test('each of ours does', () => {
    const folders = readdirSync(migrationsFolder);

    expect(folders.length).toBeGreaterThan(1);
    expect(folders.filter((folder) => !tells(folder))).toEqual([]);
  });

  test.each([
    ['20261201090000_article-copies', true],
    ['20261201090000_record', true],
    ['20261201090000_absurd_miracleman', false],
    [`20261201090000_${unnamed}`, false],
    ['20261201090000', false],
  ])('%s: %s', (folder, expected) => {
    expect(tells(folder)).toBe(expected);
  });
});
