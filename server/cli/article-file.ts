import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ArticleLine, parseLine } from '../../db/interchange/lines.ts';
import { bylineIn } from '../../extract/credits/byline.ts';
import { assertKept, decodedText } from '../../extract/encoding/decoded.ts';
import { NoArticle, Unreadable } from '../../extract/unreadable.ts';
import { shortened } from '../../extract/web-page/shortened.ts';
import { CommandFailed, exitCodes } from './exit.ts';

/** An article as a file tells it, with the keys of the interchange format. */
export interface FiledArticle
  extends Omit<ArticleLine, 'type' | 'id' | 'sha256' | 'textFile' | 'language'> {
  readonly text: string;
  /** Where the file says. */
  readonly language?: string | undefined;
  /** Its slug, where the file gives one. */
  readonly id?: string | undefined;
  readonly sha256?: string;
  /** The name of its outlet, where the page gives one. */
  readonly publisher?: string | undefined;
  /** The name of the agency whose copy it is, where the page gives one. */
  readonly agency?: string;
  /** The name of whoever's copy it is told to be, where that is not on record yet. */
  readonly creditedToName?: string | undefined;
  /** What the file tells that was left out or cut, and why. */
  readonly notes: readonly string[];
}

/** What a file holds, and what it is called. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether it is known to be a web page, whatever it is called. */
  readonly isPage?: boolean;
  /** The charset that whoever sent it named. */
  readonly charset?: string | undefined;
  /** Where it was found, where that is told. */
  readonly address?: string | undefined;
}

/** A file that holds no article that can be read, or one that the record refuses; others may be fine. */
export class FileRefused extends CommandFailed {
  constructor(message: string) {
    super(exitCodes.fault, message);
    this.name = 'FileRefused';
  }
}

/** A file that can be read, and holds no article: an empty one, or a page that is none, such as the front page of a site. */
export class FileWithoutArticle extends FileRefused {
  constructor(message: string) {
    super(message);
    this.name = 'FileWithoutArticle';
  }
}

/** The extensions of files that hold articles. */
export const articleExtensions: readonly string[] = ['.txt', '.text', '.html', '.htm', '.json'];

/** What stands for standard input where a file is given. */
export const standardInput = '-';
/** What it is called. */
export const standardInputName = 'Standard input';

/** Reads a file with one article: plain text, an HTML page, or JSON with the keys of an article's line. */
export async function articleInFile(file: string, stdin: Readable): Promise<FiledArticle> {
  const isGivenIn = file === standardInput;
  const name = isGivenIn ? standardInputName : file;
  const reading = isGivenIn ? buffer(stdin) : readFile(file);
  const bytes = await reading.catch((error: unknown) => {
    const because = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(exitCodes.usage, `${name} cannot be read: ${because}`);
  });
  return articleIn({ name, bytes });
}

/** The article that a file holds: plain text, an HTML page, or JSON with the keys of an article's line. @throws FileRefused */
async function articleIn(file: FileBytes): Promise<FiledArticle> {
  const { name: path } = file;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const extension = extname(path).toLowerCase();
  const isUnnamed = path === standardInputName;
  const isJson = extension === '.json' || (isUnnamed && bytes.toString('utf8', 0, 1) === '{');
  if (isJson) return inJson(path, inUtf8(path, bytes));
  try {
    const isPage = file.isPage || ['.html', '.htm'].includes(extension) || startsAsPage(bytes);
    return isPage ? await onPage(bytes, file) : asText(path, bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const message = `${path}: ${error.message}`;
    throw error instanceof NoArticle ? new FileWithoutArticle(message) : new FileRefused(message);
  }
}

/** The article that a file holds, or why there is none, for whoever asks from another thread: errors lose their class there. */
export type FileRead =
  | { readonly article: FiledArticle }
  | { readonly refused: string; readonly isNoArticle: boolean };

export async function fileRead(file: FileBytes): Promise<FileRead> {
  try {
    return { article: await articleIn(file) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { refused: error.message, isNoArticle: error instanceof FileWithoutArticle };
  }
}

function inUtf8(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused(`${path} is not UTF-8.`);
  }
}

const startsAsPage = (bytes: Buffer): boolean =>
  /^\uFEFF?\s*<(?:!doctype html|html)\b/iu.test(bytes.subarray(0, 500).toString('utf8'));

function asText(path: string, bytes: Buffer): FiledArticle {
  const decoded = decodedText(bytes);
  const { text } = decoded;
  const title = titleOf(path, text);
  assertKept(decoded, { title, text });
  const byline = bylineIn(text);
  return { title, text, notes: decoded.notes, ...(byline && { byline }) };
}

/** The first line with words: a title by custom, and part of the text all the same. */
function titleOf(path: string, text: string): string {
  const line = text.split(/\r\n|[\r\n]/u).find((one) => /\S/u.test(one));
  if (line === undefined) throw new FileWithoutArticle(`${path} holds no words.`);
  return shortened(line.replace(/^\uFEFF/u, '').trim());
}

async function onPage(bytes: Buffer, { charset, address }: FileBytes): Promise<FiledArticle> {
  // Only pages need a reader of pages, which takes a while to load.
  const { articleInBytes } = await import('../../extract/web-page/page.ts');
  return articleInBytes(bytes, { charset, address });
}

/** The line may be spread over several, and needs neither type nor slug nor hash. */
function inJson(path: string, json: string): FiledArticle {
  const given = Object(readJson(path, json));
  const text: unknown = given.text;
  if (typeof text !== 'string') {
    throw new FileRefused(`${path}: text: an article to read has its text.`);
  }
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const parsed = parseLine(JSON.stringify({ type: 'article', id: 'unnamed', sha256, ...given }));
  if (parsed.line === undefined) {
    const [first] = parsed.refusals;
    const at = first?.path.join('.') ?? '';
    throw new FileRefused(`${path}: ${at ? `${at}: ` : ''}${first?.message}`);
  }
  if (parsed.line.type !== 'article') {
    throw new FileRefused(`${path}: this is no article.`);
  }
  const { type, textFile, id, ...rest } = parsed.line;
  return {
    ...rest,
    sha256: rest.sha256 ?? sha256,
    text,
    notes: [],
    ...(given.id !== undefined && { id }),
  };
}

function readJson(path: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new FileRefused(`${path} is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
