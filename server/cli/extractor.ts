import { type Command, Option } from 'commander';
import type { Extractor } from '../../extract/extractor.ts';
import { type ExtractorId, extractorIds, openRules, openWeights } from '../reading/extractors.ts';
import { CommandFailed, exitCodes } from './exit.ts';

/** Gives a command the flags that choose who reads. */
export function withExtractor(command: Command): Command {
  return command
    .addOption(
      new Option('--extractor <name>', 'who reads: rules, or weights that were trained')
        .choices(extractorIds)
        .default('rules'),
    )
    .option('--weights <file>', 'the weights, as `onrecord train` wrote them')
    .option('--narrated', 'draft what the outlet tells in its own voice, too');
}

/** The extractor that a command's flags choose. */
export async function extractorOf(command: Command): Promise<Extractor> {
  const { weights } = assertOwn(extractorChosen(command));
  return weights === undefined ? openRules() : openWeights(weights).catch(cannotBeUsed(weights));
}

interface ExtractorChosen {
  readonly extractor: ExtractorId;
  readonly weights?: string;
}

/** Who reads, as a command's flags choose; a server has weights of its own. @throws CommandFailed where they do not go together */
export function extractorChosen(command: Command): ExtractorChosen {
  const { extractor, weights } = command.opts<ExtractorChosen>();
  if (extractor === 'rules' && weights !== undefined) {
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
