import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DatabaseUrlInvalid } from './startup-error.ts';

/** A file that this process owns. */
export interface FileLocation {
  readonly kind: 'file';
  readonly path: string;
  readonly url: string;
}

/** A server that many share. */
export interface ServerLocation {
  readonly kind: 'server';
  readonly url: string;
}

/** Where a database is. */
export type DatabaseLocation = FileLocation | ServerLocation;

/** Reads a database address. A file's path becomes absolute. */
export function databaseLocation(url: string): DatabaseLocation {
  if (/^(libsql|https?|wss?):\/\/./.test(url) && URL.canParse(url)) return { kind: 'server', url };
  if (!url.startsWith('file:') || url.includes(':memory:') || /[?#]/.test(url)) {
    throw new DatabaseUrlInvalid(url);
  }

  const path = realPath(pathOf(url));
  return { kind: 'file', path, url: pathToFileURL(path).href };
}

/** How messages name a database. */
export function nameOf(location: DatabaseLocation): string {
  // What stands behind a question mark may be a secret.
  return location.kind === 'file' ? location.path : location.url.replace(/[?].*$/, '');
}

function pathOf(url: string): string {
  try {
    const path = url.startsWith('file://')
      ? fileURLToPath(url)
      : decodeURIComponent(url.slice('file:'.length));
    if (path !== '' && !path.endsWith('/')) return resolve(path);
  } catch {
    // A malformed percent sign or a foreign host; refused below.
  }
  throw new DatabaseUrlInvalid(url);
}

// Two names of one file must lead to one lock.
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return path;
    }
  }
}
