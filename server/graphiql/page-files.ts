import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** A file that the page loads, under a name that changes with what it holds. */
export interface PageFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The script and the styles of the page: as `npm run build` has made them, or made now where sources are run. */
export async function pageFiles(): Promise<PageFile[]> {
  const built = new URL('page/', import.meta.url);
  const names = await readdir(built).catch(() => null);
  if (names === null) return bundledNow();
  return Promise.all(
    names.map(async (name) => ({
      name,
      content: new Uint8Array(await readFile(new URL(name, built))),
    })),
  );
}

async function bundledNow(): Promise<PageFile[]> {
  // In the product there is no bundler, and nothing left to bundle.
  const { bundlePage } = await import('./bundle-page.js');
  const { outputFiles = [] } = await bundlePage();
  return outputFiles.map(({ path, contents }) => ({
    name: basename(path),
    content: new Uint8Array(contents),
  }));
}
