import { createReadStream } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { LineSource } from '../../db/interchange/source.ts';
import { InputInvalid } from '../../db/rules/errors.ts';
import { CommandFailed, exitCodes } from './exit.ts';

/** The lines of these files. Texts that they name are read from beside them. */
export async function recordFiles(paths: readonly string[]): Promise<readonly LineSource[]> {
  for (const path of paths) {
    await access(path, constants.R_OK).catch(() => {
      throw new CommandFailed(exitCodes.usage, `${path} cannot be read.`);
    });
  }
  return paths.map((path) => ({
    name: path,
    isWhole: true,
    lines: () => linesOfFile(path),
    readText: (textFile) => textBeside(path, textFile),
  }));
}

// A line ends with a line feed and nothing else: node:readline ends one at U+2028, too, which may stand in a text.
async function* linesOfFile(path: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      number += lines.length;
      yield* lines;
    }
    rest += decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandFailed(exitCodes.fault, `${path}: what follows line ${number} is not UTF-8.`);
  }
  if (rest !== '') yield rest;
}

async function textBeside(path: string, textFile: string): Promise<string> {
  const at = ['textFile'];
  if (isAbsolute(textFile)) {
    throw new InputInvalid(`${textFile} is not relative to the file that names it.`, at);
  }
  const bytes = await readFile(join(dirname(path), textFile)).catch(() => {
    throw new InputInvalid(`${textFile} cannot be read.`, at);
  });
  try {
    // A byte order mark is part of a text: its hash counts it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputInvalid(`${textFile} is not UTF-8.`, at);
  }
}
