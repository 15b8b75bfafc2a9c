import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Bundles what runs in browsers, each file named by its content. They are written where a folder is given, and are in the
 * answer's `outputFiles` otherwise; `metafile` tells what each was made of.
 *
 * @param {Omit<import('esbuild').BuildOptions, 'outdir'> & { readonly outdir: string | undefined }} options
 */
export function bundleBrowser({ outdir, ...options }) {
  return build({
    absWorkingDir: root,
    entryNames: '[name]-[hash]',
    outdir: outdir ?? root,
    write: outdir !== undefined,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
    metafile: true,
  });
}
