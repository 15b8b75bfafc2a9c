import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
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
    ...(await violationsDrawn(baseDir, { forbidden: forbidden ?? [], present })),
  ];
}

interface Drawn {
  readonly forbidden: NonNullable<IConfiguration['forbidden']>;
  readonly present: readonly string[];
}

/** The same of files with JSX, which the cruiser's parser is not told of: each import by itself, circles apart. */
async function violationsDrawn(baseDir: string, { forbidden, present }: Drawn): Promise<string[]> {
  const files = await sourceFiles(baseDir, present, '.tsx');
  const found = await Promise.all(
    files.map(async (file) => {
      const targets = importsIn(await readFile(join(baseDir, file), 'utf8'), file);
      return targets.flatMap((target) =>
        forbidden.flatMap((rule) => {
          if (!('to' in rule) || 'circular' in rule.to) return [];
          const isBroken = isMet(rule.from, file) && isMet(rule.to, target);
          return isBroken ? [`${rule.name}: ${file} -> ${target}`] : [];
        }),
      );
    }),
  );
  return found.flat();
}

function importsIn(text: string, file: string): readonly string[] {
  const named = text.matchAll(/^(?:import|export)\b[^;]*?'([^']+)';/gms);
  return [...named].map(([, path = '']) =>
    path.startsWith('.') ? normalize(join(dirname(file), path)) : `node_modules/${path}/`,
  );
}

function isMet(side: object, path: string): boolean {
  const matches = (pattern: unknown): boolean =>
    (Array.isArray(pattern) ? pattern : [pattern]).some((one) =>
      new RegExp(String(one)).test(path),
    );
  if ('path' in side && !matches(side.path)) return false;
  return !('pathNot' in side) || !matches(side.pathNot);
}

async function foldersIn(baseDir: string): Promise<string[]> {
  const found = await Promise.all(
    folders.map((folder) => readdir(join(baseDir, folder)).catch(() => [])),
  );
  return folders.filter((_, index) => found[index]?.length);
}

async function sourceFiles(
  baseDir: string,
  present: readonly string[],
  ending = '.ts',
): Promise<string[]> {
  const files = await Promise.all(
    present.map(async (folder) =>
      (await readdir(join(baseDir, folder), { recursive: true }))
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name}`),
    ),
  );
  return files.flat();
}
