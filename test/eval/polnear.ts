import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { polnearText } from '../../extract/weights/polnear.ts';
import type { MarkedText } from '../../extract/weights/train.ts';

export interface GoldArticle extends MarkedText {
  readonly name: string;
}

/** The corpus as its authors publish it; not ours to pass on, so it is read where the user has it. */
export const polnearDir = process.env.POLNEAR_DIR ?? '../shared/data/polnear';

export function hasPolnear(split: string): boolean {
  return existsSync(join(polnearDir, split, 'attributions'));
}

/** The articles of a split by name. Where several people annotated one, the first by name counts. */
export function polnear(split: string): GoldArticle[] {
  const folder = join(polnearDir, split, 'attributions');
  const files = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    const name = file.slice(0, file.lastIndexOf('_'));
    if (file.endsWith('.ann') && !files.has(name)) files.set(name, file);
  }
  return [...files].map(([name, file]) => {
    const text = readFileSync(join(polnearDir, split, 'text', `${name}.txt`), 'utf8');
    return { name, ...polnearText(text, readFileSync(join(folder, file), 'utf8')) };
  });
}
