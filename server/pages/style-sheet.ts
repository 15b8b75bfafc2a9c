import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { immutableFile } from '../browser-files.ts';
import type { SentFile } from '../sent-file.ts';
import { pageFilesPath } from './page-paths.ts';

/** The one style sheet of all pages, under a name that changes with what it holds. */
export interface StyleSheet {
  readonly path: string;
  readonly file: SentFile;
}

export function readStyleSheet(): StyleSheet {
  const content = new Uint8Array(readFileSync(new URL('style.css', import.meta.url)));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const name = `style-${hash}.css`;
  return { path: pageFilesPath + name, file: immutableFile({ name, content }) };
}
