import { readdir, stat } from 'node:fs/promises';
import { articleExtensions } from '../article-file.ts';
import { CommandFailed, exitCodes } from '../exit.ts';
import type { ArticleDetails } from './article-details.ts';
import {
  isStandardInput,
  nameOf,
  type PassedOver,
  type Path,
  unreadable,
} from './article-source.ts';
import { archiveExtensions } from './web-archive.ts';

/** A file that is to be read. */
export interface FileToRead {
  readonly path: Path;
  /** What it is called, where a list names it. */
  readonly name?: string;
  /** What is told of the article in it alone. */
  readonly told?: ArticleDetails;
}

/** What paths and folders lead to. */
export interface FilesFound {
  readonly files: readonly FileToRead[];
  readonly faults: readonly { readonly name: string; readonly fault: string }[];
  /** How many were passed over, and why. */
  readonly passedOver: ReadonlyMap<PassedOver, number>;
}

/**
 * The files that paths lead to: themselves, and what may hold articles in folders, by name, however deep. Links are followed,
 * each folder is looked into once, and hidden files are not looked for.
 */
export async function filesAt(paths: readonly string[]): Promise<FilesFound> {
  const walk = new Walk();
  for (const path of paths) {
    if (isStandardInput(path)) walk.files.push({ path });
    else await walk.take(Buffer.from(path), true);
  }
  return walk;
}

/** @throws CommandFailed where nothing was found that can be read */
export function assertAny({ files, faults }: FilesFound): void {
  if (files.length > 0) return;
  const endings = [...articleExtensions, ...archiveExtensions].join(', ');
  const told = faults.map(({ fault }) => fault);
  const none = told.length > 0 ? told : [`No file there ends in ${endings}.`];
  throw new CommandFailed(exitCodes.usage, none.join('\n'));
}

class Walk {
  readonly files: FileToRead[] = [];
  readonly faults: { name: string; fault: string }[] = [];
  readonly passedOver = new Map<PassedOver, number>();
  readonly #folders = new Set<string>();

  async take(path: Buffer, isGiven: boolean): Promise<void> {
    try {
      const found = await stat(path);
      if (found.isDirectory()) return await this.#folder(path, `${found.dev}:${found.ino}`);
    } catch (error) {
      this.faults.push({ name: nameOf(path), fault: unreadable(nameOf(path), error).message });
      return;
    }
    if (isGiven || mayHoldArticles(path)) this.files.push({ path: asText(path) });
    else this.#passOver('of another kind');
  }

  async #folder(path: Buffer, id: string): Promise<void> {
    if (this.#folders.has(id)) return;
    this.#folders.add(id);
    const entries = await readdir(path, { encoding: 'buffer', withFileTypes: true });
    entries.sort((a, b) => Buffer.compare(a.name, b.name));
    for (const entry of entries) {
      const inner = Buffer.concat([path, path.at(-1) === 0x2f ? nothing : slash, entry.name]);
      if (entry.name[0] === 0x2e) this.#passOver('hidden');
      else if (entry.isDirectory() || entry.isSymbolicLink()) await this.take(inner, false);
      else if (mayHoldArticles(inner)) this.files.push({ path: asText(inner) });
      else this.#passOver('of another kind');
    }
  }

  #passOver(why: PassedOver): void {
    this.passedOver.set(why, (this.passedOver.get(why) ?? 0) + 1);
  }
}

const [slash, nothing] = [Buffer.from('/'), Buffer.alloc(0)];

function asText(path: Buffer): Path {
  const text = path.toString('utf8');
  return Buffer.from(text, 'utf8').equals(path) ? text : path;
}

function mayHoldArticles(path: Buffer): boolean {
  const name = path.toString('latin1').toLowerCase();
  return [...articleExtensions, ...archiveExtensions].some((extension) => name.endsWith(extension));
}
