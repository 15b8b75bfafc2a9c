import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { InvalidArgumentError } from 'commander';
import { shortened } from '../../../extract/web-page/shortened.ts';
import { CommandFailed, exitCodes } from '../exit.ts';
import { sizeText } from '../size.ts';
import {
  type ArticleDetails,
  languageGiven,
  momentOrDay,
  nameOfActor,
  webAddress,
} from './article-details.ts';
import { isStandardInput, nameOf, unreadable } from './article-source.ts';
import type { FileToRead } from './files-to-read.ts';

/** What a list of articles names, a line an article. */
interface Manifest {
  readonly files: readonly FileToRead[];
  readonly faults: readonly { readonly name: string; readonly fault: string }[];
  /** Of keys that are none, each once. */
  readonly notes: readonly string[];
}

const largestManifest = 256 * 1_048_576;

/** The articles that a file of JSON lines names, each with what it tells of it. @throws CommandFailed where it cannot be read */
export async function manifestAt(path: string, stdin: Readable): Promise<Manifest> {
  const isGivenIn = isStandardInput(path);
  const name = isGivenIn ? 'The manifest' : path;
  const folder = isGivenIn ? process.cwd() : dirname(resolve(path));
  const reading = isGivenIn ? textOf(stdin) : textIn(path);
  const text = await reading.catch((error: unknown) => {
    throw new CommandFailed(exitCodes.usage, unreadable(path, error).message);
  });
  const files: FileToRead[] = [];
  const faults: { name: string; fault: string }[] = [];
  const unknown = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue;
    const at = `${name}, line ${index + 1}`;
    const read = readLine(line, unknown, index + 1);
    if (typeof read === 'string') faults.push({ name: at, fault: nameOf(`${at}: ${read}`) });
    else {
      const { file, told } = read;
      files.push({ path: resolve(folder, file), name: `${at}: ${nameOf(file)}`, told });
    }
  }
  const notes = [...unknown].map(
    ([key, line]) =>
      `${name}, line ${line}: there is no key ${nameOf(shortened(key, longestKey))}; it is left out, there and elsewhere. The keys are ${allKeys.join(', ')}.`,
  );
  if (files.length + faults.length === 0) {
    throw new CommandFailed(exitCodes.usage, `${name} lists no articles.`);
  }
  return { files, faults, notes };
}

const longestKey = 80;
const longestPath = 4096;

async function textIn(path: string): Promise<string> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('it is no regular file');
  if (found.size > largestManifest)
    throw new Error(`it is larger than ${sizeText(largestManifest)}`);
  return readFile(path, 'utf8');
}

const keys: Readonly<Record<string, (given: string) => ArticleDetails>> = {
  url: (given) => ({ url: webAddress(given) }),
  outlet: (given) => ({ outlet: nameOfActor(given) }),
  published: (given) => ({ published: momentOrDay(given) }),
  modified: (given) => ({ modified: momentOrDay(given) }),
  creditedTo: (given) => ({ creditedTo: nameOfActor(given) }),
  language: (given) => ({ language: languageGiven(given) }),
  title: (given) => ({ title: given }),
  byline: (given) => ({ byline: given }),
};
const allKeys = ['file', ...Object.keys(keys)];

/** What a line tells, or what is wrong with it. A key that is null tells nothing. */
function readLine(
  line: string,
  unknown: Map<string, number>,
  number: number,
): { readonly file: string; readonly told: ArticleDetails } | string {
  if (line.includes('\ufffd')) return 'this is not UTF-8.';
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return `this is no JSON: ${error instanceof Error ? error.message : error}.`;
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    return 'a line is an object, such as {"file": "article.html"}.';
  }
  const { file, ...rest }: Record<string, unknown> = { ...given };
  if (typeof file !== 'string' || file === '' || file.includes('\0')) {
    return 'file: the path of a file is missing.';
  }
  if (file.length > longestPath) return `file: a path has ${longestPath} characters at most.`;
  let told: ArticleDetails = {};
  for (const [key, value] of Object.entries(rest)) {
    const read = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (read === undefined) {
      if (!unknown.has(key)) unknown.set(key, number);
    } else if (value !== null) {
      if (typeof value !== 'string' || value.trim() === '') return `${key}: a text is wanted.`;
      try {
        told = { ...told, ...read(value) };
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        return `${key} is ${JSON.stringify(value.slice(0, 200))}. ${error.message}`;
      }
    }
  }
  return { file, told };
}
