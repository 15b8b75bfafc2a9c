import { readFile } from 'node:fs/promises';
import { bundleBrowser } from '../bundle-browser.js';

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
 * Makes the script and the styles of the GraphiQL page, in a folder where one is given.
 *
 * @param {string} [outdir]
 */
export function bundlePage(outdir) {
  return bundleBrowser({
    entryPoints: [`${browser}/page.ts`, `${browser}/page.css`],
    outdir,
    define: { 'process.env.NODE_ENV': '"production"' },
    // It writes a style sheet into the page, which the page's policy forbids, to stop a page that does not scroll.
    alias: { 'react-remove-scroll': `./${browser}/remove-scroll.ts` },
    plugins: [systemFonts],
  });
}
