import { type BrowserFile, browserFiles, immutableFile } from '../browser-files.ts';
import type { SentFile } from '../sent-file.ts';
import { pageFilesPath } from './page-paths.ts';

export interface PageScripts {
  /** The path of each. */
  readonly paths: ReadonlyMap<string, string>;
  /** By their paths: the scripts, and what several of them share. */
  readonly files: ReadonlyMap<string, SentFile>;
}

export const noScripts: PageScripts = { paths: new Map(), files: new Map() };

/** The scripts of pages, under names that change with what they hold. */
export async function openPageScripts(): Promise<PageScripts> {
  const files = await browserFiles(new URL('scripts/', import.meta.url), async () =>
    // In the product there is no bundler, and nothing left to bundle.
    (await import('./bundle-scripts.js')).bundleScripts(),
  );
  return {
    paths: new Map(files.map(({ name }) => [entryOf(name), pathOf(name)])),
    files: new Map(files.map((file) => [pathOf(file.name), immutableFile(file)])),
  };
}

const pathOf = (name: BrowserFile['name']): string => pageFilesPath + name;

/** `board` of `board-5XKQ2LJA.js`, and `desk.css` of `desk-T4GH7QZA.css`. */
const entryOf = (name: string): string =>
  name.replace(/-[^-]*?(\.js|\.css)$/, (_, ending) => (ending === '.js' ? '' : ending));
