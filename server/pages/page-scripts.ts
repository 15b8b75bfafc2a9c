import { type BrowserFile, browserFiles, immutableFile } from '../browser-files.ts';
import type { SentFile } from '../sent-file.ts';
import { pageFilesPath } from './page-paths.ts';

export interface PageScripts {
  /** The path of each. */
  readonly paths: ReadonlyMap<string, string>;
  /** By their paths: the scripts, and what several of them share. */
  readonly files: ReadonlyMap<string, SentFile>;
}

const bundler = () => import('./bundle-scripts.js');

export const noScripts: PageScripts = { paths: new Map(), files: new Map() };

/** The scripts of pages, under names that change with what they hold. */
export async function openPageScripts(): Promise<PageScripts> {
  // In the product there is no bundler, and nothing left to bundle.
  const files = await browserFiles(new URL('scripts/', import.meta.url), async () =>
    (await bundler()).bundleScripts(),
  );
  const embed = await browserFiles(new URL('embed/', import.meta.url), async () =>
    (await bundler()).bundleEmbed(),
  );
  return {
    paths: new Map(files.map(({ name }) => [entryOf(name), pathOf(name)])),
    files: new Map([
      ...files.map((file) => [pathOf(file.name), immutableFile(file)] as const),
      ...embed.flatMap(embedFiles),
    ]),
  };
}

const pathOf = (name: BrowserFile['name']): string => pageFilesPath + name;

/** `board` of `board-5XKQ2LJA.js`, and `desk.css` of `desk-T4GH7QZA.css`. */
const entryOf = (name: string): string =>
  name.replace(/-[^-]*?(\.js|\.css)$/, (_, ending) => (ending === '.js' ? '' : ending));

/** A few minutes: whoever loads it has what changed in it soon. */
const embedSeconds = 300;

/** The script that others load: by the name that never changes what it holds, and by one that does, and tells the other. */
function embedFiles(file: BrowserFile): (readonly [path: string, file: SentFile])[] {
  const path = `/${file.name}`;
  const immutable = immutableFile(file);
  const headers = {
    ...immutable.headers,
    'cache-control': `public, max-age=${embedSeconds}`,
    'content-location': path,
  };
  return [
    [path, immutable],
    ['/embed.js', { ...immutable, headers }],
  ];
}
