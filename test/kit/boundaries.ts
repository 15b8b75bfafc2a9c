import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';

const folders = ['db', 'schema', 'server', 'sdk/src', 'extract'];

/** What the rules of .dependency-cruiser.cjs say of the tree below `baseDir`, a line a violation. */
export async function violations(baseDir: string): Promise<readonly string[]> {
  const { forbidden, options }: IConfiguration = createRequire(import.meta.url)(
    '../../.dependency-cruiser.cjs',
  );
  const present = await foldersIn(baseDir);
  const { output } = await cruise(present, {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: forbidden ?? [] },
  });
  const result = output as ICruiseResult;

  const cruised = new Set(result.modules.map(({ source }) => source));
  const passedOver = (await sourceFiles(baseDir, present)).filter((file) => !cruised.has(file));
  return [
    ...result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    ...passedOver.map((file) => `not-cruised: ${file}`),
  ];
}

async function foldersIn(baseDir: string): Promise<string[]> {
  const found = await Promise.all(
    folders.map((folder) => readdir(join(baseDir, folder)).catch(() => [])),
  );
  return folders.filter((_, index) => found[index]?.length);
}

async function sourceFiles(baseDir: string, present: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    present.map(async (folder) =>
      (await readdir(join(baseDir, folder), { recursive: true }))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    ),
  );
  return files.flat();
}
