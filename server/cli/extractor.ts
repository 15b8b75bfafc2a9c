import { type Command, Option } from 'commander';
import type { Extractor } from '../../extract/extractor.ts';
import type { ArticleExtractor } from '../../schema/context.ts';
import {
  type ExtractorId,
  extractorIds,
  keepExtractors,
  openRules,
  openWeights,
} from '../reading/extractors.ts';
import { CommandFailed, exitCodes } from './exit.ts';

/** Gives a command the flags that choose who reads. */
export function withExtractor(command: Command): Command {
  return command
    .addOption(
      new Option('--extractor <name>', 'who reads: rules, or weights that were trained')
        .choices(extractorIds)
        .default('rules'),
    )
    .option('--weights <file>', 'the weights, as `onrecord train` wrote them');
}

/** The extractor that a command's flags choose. */
export async function extractorOf(command: Command): Promise<Extractor> {
  const { weights } = chosenIn(command);
  return weights === undefined ? openRules() : openWeights(weights).catch(cannotBeUsed(weights));
}

/** The same in a thread of its own, which is started when it is first needed, and which `close` ends. */
export interface ExtractorAside {
  open(): Promise<ArticleExtractor>;
  close(): Promise<void>;
}

// Nobody else waits for it.
const patienceMs = 3_600_000;

export function extractorAside(command: Command): ExtractorAside {
  let extractors: ReturnType<typeof keepExtractors> | null = null;
  return {
    async open() {
      // A server that runs reads by what it was started with.
      const { extractor, weights } = chosenIn(command);
      extractors ??= keepExtractors({ weights, patienceMs });
      const opened = await extractors.open(extractor).catch(cannotBeUsed(weights ?? extractor));
      if (opened === null) throw new Error(`There is no extractor ${extractor}.`);
      return opened;
    },
    async close() {
      await extractors?.close();
    },
  };
}

function chosenIn(command: Command) {
  const { extractor, weights } = command.opts<{ extractor: ExtractorId; weights?: string }>();
  if (extractor === 'rules' && weights !== undefined) {
    throw new CommandFailed(exitCodes.usage, '--weights goes with --extractor weights.');
  }
  if (extractor === 'weights' && weights === undefined) {
    throw new CommandFailed(exitCodes.usage, '--extractor weights needs --weights FILE.');
  }
  return { extractor, weights };
}

/** Ends a command whose file of weights is none. */
export const cannotBeUsed =
  (weights: string) =>
  (error: unknown): never => {
    const because = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(exitCodes.usage, `${weights} cannot be used: ${because}`);
  };
