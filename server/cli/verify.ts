import type { Command } from 'commander';
import { CommandFailed, exitCodes } from './exit.ts';
import { withAccess } from './open-access.ts';
import type { VerificationAnswer } from './record-access.ts';
import { withRecord } from './run.ts';
import { type Call, print, printJson, type Shell } from './shell.ts';

const examples = `
Examples:
  $ onrecord verify
  $ onrecord verify --json | jq .faults`;

export function defineVerify(command: Command, shell: Shell): void {
  command
    .description(
      'Looks at every hash, quote, likeness, standing, reference, event and entry of the search. Exits with 1 where it finds a fault.',
    )
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', examples);
  withAccess(command).action(() => verify({ command, shell }));
}

async function verify(call: Call): Promise<void> {
  const { json = false } = call.command.opts<{ json?: boolean }>();
  await withRecord(call, { create: false, check: true }, async ({ record, signal, progress }) => {
    const onProgress = (looking: string) => progress.update(`Looking at ${looking}`);
    const found = await record.verify({ signal, onProgress });
    progress.clear();
    if (json) printJson(call.shell, found);
    else print(call.shell, reportText(found));
    if (found.faultCount > 0) {
      const faults = found.faultCount === 1 ? '1 fault' : `${found.faultCount} faults`;
      throw new CommandFailed(exitCodes.fault, `${faults} found.`);
    }
  });
}

function reportText(found: VerificationAnswer): string {
  const { checked, faults, faultCount, unverifiable, unverifiableCount, withoutTextCount } = found;
  const counts = Object.entries(checked).map(([noun, count]) => `${count} ${nameOf(noun)}`);
  return [
    `Looked at ${counts.join(', ')}.`,
    ...listed('Faults', faults, faultCount),
    ...listed('Cannot be verified', unverifiable, unverifiableCount),
    ...(withoutTextCount === 0
      ? []
      : [
          `Not verified until their texts come: ${withoutTextCount} articles and pieces of evidence.`,
        ]),
    ...(faultCount === 0 ? ['No faults.'] : []),
  ].join('\n');
}

function listed(title: string, found: VerificationAnswer['faults'], count: number): string[] {
  if (count === 0) return [];
  const more = count > found.length ? [`  and ${count - found.length} more`] : [];
  return [
    `${title}:`,
    ...found.map(({ noun, id, what }) => `  ${named(noun, id)}: ${what}`),
    ...more,
  ];
}

function nameOf(noun: string): string {
  return noun === 'evidence' ? 'pieces of evidence' : noun;
}

/** Public ids begin with their noun. */
function named(noun: string, id: string): string {
  return id.startsWith(`${noun}_`) ? id : `${noun} ${id}`;
}
