import { readFile } from 'node:fs/promises';
import { transformAsync } from '@babel/core';
import { build, type Plugin } from 'esbuild';

/** Relay's documents become imports of what its compiler has made of them. */
const relay: Plugin = {
  name: 'relay',
  setup({ onLoad }) {
    onLoad({ filter: /programs\/relay\/page\.tsx$/ }, async ({ path }) => {
      const done = await transformAsync(await readFile(path, 'utf8'), {
        filename: path,
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['relay', { eagerEsModules: true }]],
      });
      return { loader: 'tsx', contents: done?.code ?? '' };
    });
  },
};

/** The script of a page as it is while somebody works on it, with all that libraries warn of then. */
export async function bundlePage(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`./programs/${folder}/page`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxDev: true,
    define: { 'process.env.NODE_ENV': '"development"', __DEV__: 'true' },
    plugins: [relay],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
