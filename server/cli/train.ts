import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { keepMode } from '../../db/file/file-mode.ts';
import type { MarkedText, TrainProgress } from '../../extract/weights/train.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { untilInterrupted } from './run.ts';
import { type Call, print, type Shell } from './shell.ts';

const examples = `
DIR is your own copy of the corpus PolNeAR: the folder with train/text and train/attributions. It takes a minute or two of
the processor and some 600 MB of memory. FILE appears whole or not at all; one that is there stays until it is replaced.
Weights hold no text, but they are made of the corpus: its licence says what you may do with them.

Examples:
  $ onrecord train --polnear polnear --out mine.json
  $ onrecord extract --extractor weights --weights mine.json article.txt`;

export function defineTrain(command: Command, shell: Shell): void {
  command
    .description('Trains the weights of the extractor `weights` on your own copy of a corpus.')
    .requiredOption('--polnear <dir>', 'the folder of the corpus')
    .requiredOption('--out <file>', 'where to write the weights')
    .option('--epochs <number>', 'how often the texts are gone through', wholeNumber, 8)
    .addHelpText('after', examples)
    .action(() => trainWeights({ command, shell }));
}

function wholeNumber(value: string): number {
  const number = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (number < 1) throw new InvalidArgumentError('Allowed is a whole number from 1 to 999.');
  return number;
}

async function trainWeights({ command, shell }: Call): Promise<void> {
  const { polnear, out, epochs } = command.opts<{ polnear: string; out: string; epochs: number }>();
  const texts = await markedTexts(join(polnear, 'train'));
  await untilInterrupted(shell, async (signal, progress) => {
    const { train } = await import('../../extract/weights/train.ts');
    const { packWeights } = await import('../../extract/weights/weights-file.ts');
    const onProgress = (made: TrainProgress) => progress.update(progressText(made));
    const weights = await train(texts, { signal, onProgress, epochs }).finally(progress.clear);
    const hash = createHash('sha256').update(JSON.stringify(packWeights(weights, '')));
    const version = `polnear-${hash.digest('hex').slice(0, 8)}`;
    await writeWhole(out, JSON.stringify(packWeights(weights, version)));
    print(shell, `${texts.length} texts make the weights ${version}, in ${out}.`);
  });
}

function progressText({ stage, done, of }: TrainProgress): string {
  const percent = Math.floor((100 * done) / of);
  return `${stage === 'reading' ? 'Reading' : 'Learning'}: ${done} of ${of} texts, ${percent} %`;
}

/** The marked texts of one part of the corpus. Where several people marked one, the first by name counts. */
async function markedTexts(folder: string): Promise<MarkedText[]> {
  const { polnearText } = await import('../../extract/weights/polnear.ts');
  const files = new Map<string, string>();
  try {
    for (const file of (await readdir(join(folder, 'attributions'))).sort()) {
      const name = file.slice(0, file.lastIndexOf('_'));
      if (file.endsWith('.ann') && !files.has(name)) files.set(name, file);
    }
    const texts: MarkedText[] = [];
    for (const [name, file] of files) {
      const text = await readFile(join(folder, 'text', `${name}.txt`), 'utf8');
      const standoff = await readFile(join(folder, 'attributions', file), 'utf8');
      texts.push(polnearText(text, standoff));
    }
    if (texts.length > 0) return texts;
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(exitCodes.usage, `The corpus cannot be read: ${because}`);
  }
  throw new CommandFailed(exitCodes.usage, `There is no marked text in ${folder}.`);
}

async function writeWhole(path: string, content: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, content);
    keepMode(part, path);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const because = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(exitCodes.usage, `${path} cannot be written: ${because}`);
  }
}
