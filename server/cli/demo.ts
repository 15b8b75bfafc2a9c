import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { LineSource } from '../../db/interchange/source.ts';
import { sampleRecord } from '../../db/sample/sample.ts';
import { type DemoScript, demoScript } from './demo-script.ts';
import { openStage } from './demo-stage.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { urlOptions } from './open-access.ts';
import type { RecordAccess } from './record-access.ts';
import { serverSettings, withSettings } from './settings.ts';
import { type Call, print, type Shell } from './shell.ts';

const examples = `
A running server is played to through the socket beside its database, or at --url. Where none runs, the demo serves
an empty record of its own, which is gone when it ends.

Examples:
  $ onrecord demo
  $ onrecord demo --every 0.5
  $ onrecord demo --url https://record.example/graphql`;

export function defineDemo(command: Command, shell: Shell): void {
  command
    .description(
      'Plays the sample record as live events, one stance every two seconds, the way anything is recorded.',
    )
    .option('--every <seconds>', 'the time between two events', seconds, 2)
    .option('--yes', 'play to a record that holds more than the sample')
    .addHelpText('after', examples);
  withSettings(urlOptions(command), serverSettings).action(() =>
    shell.untilInterrupted((signal) => demo({ command, shell }, signal)),
  );
}

interface DemoOptions {
  readonly every: number;
  readonly yes?: boolean;
}

async function demo(call: Call, signal: AbortSignal): Promise<void> {
  const { command, shell } = call;
  const { every, yes = false } = command.opts<DemoOptions>();
  const stage = await openStage(call, signal);
  try {
    if (!yes) await assertSampleAlone(stage.record);
    const script = await demoScript(await endingFor(stage.record, signal));
    print(shell, stage.announcement);
    await audience(shell, signal);
    for await (const told of played(stage.record, script, { everyMs: every * 1000, signal })) {
      print(shell, told);
    }
    print(shell, '\nThat was all.');
    if (stage.isOwn) await untilLeft(shell, signal);
  } catch (error) {
    // Leaving is how a demo ends.
    if (!signal.aborted) throw error;
  } finally {
    await stage.end();
  }
}

/** Plays a script, and tells of each scene when it is on record. */
async function* played(
  record: RecordAccess,
  { opening, scenes }: DemoScript,
  { everyMs, signal }: { readonly everyMs: number; readonly signal: AbortSignal },
): AsyncGenerator<string, void> {
  const quietly = { dryRun: false, onConflict: 'FAIL' as const, signal, onProgress: () => {} };
  await record.importFiles([part(opening)], quietly);
  for (const [index, { told, lines }] of scenes.entries()) {
    await pause(everyMs, undefined, { signal });
    await record.importFiles([part(lines)], quietly);
    yield `${String(index + 1).padStart(2)}/${scenes.length}  ${told}`;
  }
}

/** Somebody's record is not to fill up with claims of a demo. */
async function assertSampleAlone(record: RecordAccess): Promise<void> {
  const { counts } = await record.status();
  if (counts.articles <= 2) return;
  throw new CommandFailed(
    exitCodes.fault,
    `${record.where} holds more than the sample record. To add the claims of the demo to it, say --yes.`,
  );
}

/** What the slugs of this showing end with: nothing at the first. */
async function endingFor(record: RecordAccess, signal: AbortSignal): Promise<string> {
  const choices = { dryRun: true, onConflict: 'FAIL' as const, signal, onProgress: () => {} };
  const { counts } = await record.importFiles([sampleRecord], choices);
  return counts.stance.unchanged === 0 ? '' : `-${Date.now().toString(36)}`;
}

/** Waits until somebody at a terminal has opened what there is to see. */
async function audience(shell: Shell, signal: AbortSignal): Promise<void> {
  if (!shell.stdin.isTTY) return;
  print(shell, 'Press Enter to begin.');
  await once(shell.stdin, 'data', { signal });
  shell.stdin.pause();
}

async function untilLeft(shell: Shell, signal: AbortSignal): Promise<void> {
  print(shell, 'The record stays open to look at; Ctrl-C ends it.');
  if (!signal.aborted) await once(signal, 'abort');
}

function part(lines: readonly string[]): LineSource {
  return { name: null, isWhole: false, lines: () => lines };
}

function seconds(value: string): number {
  const number = Number(value);
  if (number >= 0.05 && number <= 3600) return number;
  throw new InvalidArgumentError('Give a number of seconds from 0.05 to 3600.');
}
