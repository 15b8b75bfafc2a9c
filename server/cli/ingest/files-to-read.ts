import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { articleExtensions, standardInput } from '../article-file.ts';
import { CommandFailed, exitCodes } from '../exit.ts';

/** The files with articles that paths lead to: themselves, and those in folders, by name. @throws CommandFailed */
export async function filesAt(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path === standardInput) {
      files.push(path);
      continue;
    }
    const found = await stat(path).catch((error: unknown) => {
      const because = error instanceof Error ? error.message : String(error);
      throw new CommandFailed(exitCodes.usage, `${path} cannot be read: ${because}`);
    });
    if (found.isDirectory()) files.push(...(await filesIn(path)));
    else files.push(path);
  }
  if (files.length > 0) return files;
  const endings = articleExtensions.join(', ');
  throw new CommandFailed(exitCodes.usage, `No file there ends in ${endings}.`);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(
      (entry) => entry.isFile() && articleExtensions.includes(extname(entry.name).toLowerCase()),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
