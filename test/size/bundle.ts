import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Workbench } from './workbench.ts';

/** What a browser downloads. */
export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** The size of a program for browsers: bundled, minified and compressed. One of which nothing is left has none. */
export async function sizeOf({ dir }: Workbench, program: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: dir, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['node:*', 'crypto', 'http', 'react'],
    logLevel: 'error',
  });
  const text = outputFiles.map((file) => file.text).join('');
  if (text.trim() === '') return { minified: 0, gzipped: 0 };
  return { minified: Buffer.byteLength(text), gzipped: gzipSync(text, { level: 9 }).byteLength };
}

/** A program that keeps all of these, whatever a bundler would rather drop. */
export const keeping = (imports: Readonly<Record<string, readonly string[]>>): string =>
  [
    ...Object.entries(imports).map(
      ([path, names]) => `import { ${names.join(', ')} } from '${path}';`,
    ),
    `globalThis.kept = [${Object.values(imports).flat().join(', ')}];`,
  ].join('\n');
