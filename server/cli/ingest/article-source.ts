import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type FileBytes, FileRefused, standardInput, standardInputName } from '../article-file.ts';
import { sizeText } from '../size.ts';
import type { ArticleDetails } from './article-details.ts';

/** The path of a file: in bytes, where these are no words. */
export type Path = string | Buffer;

/** Where one article may stand. */
export interface ArticleSource {
  /** What it is called, for the person who asked. */
  readonly name: string;
  /** What is told of this article alone. */
  readonly told: ArticleDetails;
  /** @throws FileRefused */
  bytes(): Promise<Omit<FileBytes, 'name'>>;
  /** Whether it is one of many in an archive, which no one chose: that it holds no article is no fault. */
  readonly isOfArchive?: boolean;
}

/** What was found where articles were looked for. */
export type Found =
  | { readonly source: ArticleSource }
  | { readonly name: string; readonly fault: string }
  | { readonly passedOver: PassedOver }
  /** A file, or an archive with all that is in it, is behind. */
  | { readonly isFileDone: true };

/** Why something that was found is not even looked at. */
export type PassedOver =
  | 'hidden'
  | 'of another kind'
  | 'redirects and failures'
  | 'no pages'
  | 'seen before by whoever archived them';

/** A file, what it is called, and what is told of what is in it. */
export interface NamedFile {
  readonly path: Path;
  readonly name: string;
  readonly told: ArticleDetails;
}

const largestFile = 16 * 1_048_576;

/** A file that is read at its turn. */
export function fileSource({ path, name, told }: NamedFile): ArticleSource {
  return { name, told, bytes: async () => ({ bytes: await bytesOf(path, name) }) };
}

export function stdinSource(stdin: Readable): ArticleSource {
  return {
    name: standardInputName,
    told: {},
    async bytes() {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of stdin) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > largestFile) throw tooLarge(standardInputName);
        chunks.push(bytes);
      }
      return { bytes: Buffer.concat(chunks) };
    },
  };
}

/** A path for a person: what is no UTF-8 in it, and what moves a cursor, is shown in hexadecimal. */
export function nameOf(path: Path): string {
  const name = typeof path === 'string' ? path : escaped(path);
  return name.replace(/[\p{Cc}\u2028\u2029]/gu, (one) => hex(one.codePointAt(0) ?? 0));
}

function escaped(path: Buffer): string {
  const text = path.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(path)) return text;
  return [...path].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : hex(byte))).join('');
}

const hex = (code: number): string => `\\x${code.toString(16).padStart(2, '0')}`;

/** The name that stands for standard input. */
export const isStandardInput = (path: string): boolean => path === standardInput;

async function bytesOf(path: Path, name: string): Promise<Buffer> {
  try {
    // Without waiting: a pipe that nobody writes to would be waited for.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (found.isDirectory()) throw new FileRefused(`${name} is a folder.`);
      if (!found.isFile()) throw new FileRefused(`${name} is no regular file.`);
      if (found.size > largestFile) throw tooLarge(name);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : unreadable(name, error);
  }
}

function tooLarge(name: string): FileRefused {
  return new FileRefused(`${name} is larger than ${sizeText(largestFile)}: no article is.`);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENXIO: 'it is no regular file',
};

/** Why a file or a folder cannot be read. */
export function unreadable(name: string, error: unknown): FileRefused {
  const { code } = Object(error);
  const because = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new FileRefused(`${name} cannot be read: ${reasons[code] ?? because}.`);
}
