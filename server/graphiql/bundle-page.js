import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const browser = 'server/graphiql/browser';

/** Leaves GraphiQL's own fonts out: the page is written in those of the machine that shows it. */
const systemFonts = {
  name: 'system-fonts',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const styles = await readFile(path, 'utf8');
      return { loader: 'css', contents: styles.replaceAll(/@font-face\s*\{[^}]*\}/g, '') };
    });
  },
};

/**
 * Makes the script and the styles of the GraphiQL page, each named by its content. They are written where a folder is
 * given, and are in the answer's `outputFiles` otherwise.
 *
 * @param {string} [outdir]
 */
export function bundlePage(outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: [`${browser}/page.ts`, `${browser}/page.css`],
    entryNames: '[name]-[hash]',
    outdir: outdir ?? root,
    write: outdir !== undefined,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    // It writes a style sheet into the page, which the page's policy forbids, to stop a page that does not scroll.
    alias: { 'react-remove-scroll': `./${browser}/remove-scroll.ts` },
    plugins: [systemFonts],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
}
