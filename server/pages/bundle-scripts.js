import { bundleBrowser } from '../bundle-browser.js';

/** What a page may name as its script: each file of `browser/` that a page begins with. */
const entries = ['board.ts', 'claim.ts', 'desk.tsx', 'desk.css'];

/**
 * Makes the scripts of pages, in a folder where one is given. What several of them need they share.
 *
 * @param {string} [outdir]
 */
export function bundleScripts(outdir) {
  return bundleBrowser({
    entryPoints: entries.map((file) => `server/pages/browser/${file}`),
    outdir,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    splitting: true,
    chunkNames: 'shared-[hash]',
  });
}
