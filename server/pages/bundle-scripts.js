import { bundleBrowser } from '../bundle-browser.js';

/** What a page may name as its script: each file of `browser/` that a page begins with. */
const entries = ['board.ts', 'claim.ts', 'desk.tsx', 'desk.css', 'page.ts'];

/**
 * Makes the script that shows claims on the pages of others, whole in one file, in a folder where one is given. It is none of
 * a module: from where it was loaded it knows whose record it shows.
 *
 * @param {string} [outdir]
 */
export function bundleEmbed(outdir) {
  return bundleBrowser({
    entryPoints: ['server/pages/browser/embed.ts'],
    outdir,
    format: 'iife',
  });
}

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
