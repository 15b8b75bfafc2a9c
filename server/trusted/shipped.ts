import { readdirSync, readFileSync } from 'node:fs';
import type { TrustedDocument } from './manifest.ts';

const folders = ['current', 'released'].map(
  (name) => new URL(`../../sdk/manifests/${name}/`, import.meta.url),
);

let read: readonly TrustedDocument[] | undefined;

/**
 * What the SDK asks, of this release and of those of the last six months: as it asks by itself, and as the clients of other
 * makes print its documents. They are read once, when they are first needed.
 */
export function shippedDocuments(): readonly TrustedDocument[] {
  read ??= folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')).operations),
  );
  return read;
}
