import { readdir, readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { bundleBrowser } from './bundle-browser.js';
import { type SentFile, sentFile } from './sent-file.ts';

/** A file that a page loads, under a name that changes with what it holds. */
export interface BrowserFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** What a browser is sent: as `npm run build` has made it in that folder, or bundled now where sources are run. */
export async function browserFiles(
  built: URL,
  bundleNow: () => ReturnType<typeof bundleBrowser>,
): Promise<BrowserFile[]> {
  const names = await readdir(built).catch(() => null);
  if (names === null) {
    const { outputFiles = [] } = await bundleNow();
    return outputFiles.map(({ path, contents }) => ({
      name: basename(path),
      content: new Uint8Array(contents),
    }));
  }
  return Promise.all(
    names.map(async (name) => ({
      name,
      content: new Uint8Array(await readFile(new URL(name, built))),
    })),
  );
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** A file of that name as it is sent: whoever has it need never ask again. */
export const immutableFile = ({ content, name }: BrowserFile): SentFile =>
  sentFile(content, {
    'content-type': mediaTypes[extname(name)] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
