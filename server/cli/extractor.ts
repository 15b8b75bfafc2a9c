import { type Command, Option } from 'commander';
import type { ArticleExtractor } from '../../schema/context.ts';
import { type ExtractorId, extractorIds, openRules, openWeights } from '../reading/extractors.ts';
import type { SecondReader } from '../second-reader/second-reader.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { configOf, readerSettings, withSettings } from './settings.ts';
import type { Call } from './shell.ts';

/** Gives a command the flags that choose who reads. */
export function withExtractor(command: Command): Command {
  const given = command
    .addOption(
      new Option(
        '--extractor <name>',
        'who reads: rules, weights that were trained, or llm: the rules and a model that READER_URL leads to',
      )
        .choices(extractorIds)
        .default('rules'),
    )
    .option('--weights <file>', 'the weights, as `onrecord train` wrote them')
    .option('--narrated', 'draft what the outlet tells in its own voice, too');
  return withSettings(given, readerSettings);
}

/** The extractor that a command's flags choose. */
export async function extractorOf(
  call: Call,
): Promise<Pick<ArticleExtractor, 'extract' | 'id' | 'version'>> {
  const { extractor, weights } = assertOwn(extractorChosen(call.command));
  if (weights !== undefined) return openWeights(weights).catch(cannotBeUsed(weights));
  if (extractor === 'rules') return openRules();
  const [{ readTwice }, second] = await Promise.all([
    import('../second-reader/read-twice.ts'),
    openSecondReader(call),
  ]);
  return readTwice(await openRules(), second);
}

/** The second reader that flags and the environment lead to; standard error tells where texts are sent. @throws CommandFailed where they lead to none */
export async function openSecondReader(call: Call): Promise<SecondReader> {
  const { reader } = configOf(call);
  if (reader === undefined) {
    const because =
      '--extractor llm needs READER_URL and READER_MODEL: without them no text leaves this machine.';
    throw new CommandFailed(exitCodes.usage, because);
  }
  const { SecondReader } = await import('../second-reader/second-reader.ts');
  const tell = (text: string): void => {
    call.shell.stderr.write(`${text}\n`);
  };
  tell(`Texts are sent to ${reader.url}, to be read by ${reader.model}.`);
  const told = new Set<string>();
  return new SecondReader(reader, {
    onRead({ faults }) {
      for (const { code, said } of faults) {
        if (said === undefined || told.has(code + said)) continue;
        told.add(code + said);
        tell(`${code}: what the other side says is ${JSON.stringify(said)}.`);
      }
    },
  });
}

interface ExtractorChosen {
  readonly extractor: ExtractorId;
  readonly weights?: string;
}

/** Who reads, as a command's flags choose; a server has weights of its own. @throws CommandFailed where they do not go together */
export function extractorChosen(command: Command): ExtractorChosen {
  const { extractor, weights } = command.opts<ExtractorChosen>();
  if (extractor !== 'weights' && weights !== undefined) {
    throw new CommandFailed(exitCodes.usage, '--weights goes with --extractor weights.');
  }
  return { extractor, ...(weights !== undefined && { weights }) };
}

/** Passes where this process can read by what was chosen. @throws CommandFailed */
export function assertOwn<
  T extends { readonly extractor: string; readonly weights?: string | undefined },
>(chosen: T): T {
  if (chosen.extractor === 'weights' && chosen.weights === undefined) {
    throw new CommandFailed(exitCodes.usage, '--extractor weights needs --weights FILE.');
  }
  return chosen;
}

/** Ends a command whose file of weights is none. */
export const cannotBeUsed =
  (weights: string) =>
  (error: unknown): never => {
    const because = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(exitCodes.usage, `${weights} cannot be used: ${because}`);
  };
