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
    .option('--weights <file>', 'the weights, as `onrecord train` wrote them');
}

/** The extractor that a command's flags choose. */
export async function extractorOf(command: Command): Promise<Extractor> {
  const { weights } = extractorChosen(command);
  return weights === undefined ? openRules() : openWeights(weights).catch(cannotBeUsed(weights));
}

/** Who reads, as a command's flags choose. @throws CommandFailed where they do not go together */
export function extractorChosen(command: Command) {
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
