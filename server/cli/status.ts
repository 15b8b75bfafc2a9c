import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { withAccess } from './open-access.ts';
import type { StatusAnswer } from './record-access.ts';
import { withRecord } from './run.ts';
import { type Call, print, printJson, type Shell } from './shell.ts';
import { sizeText } from './size.ts';

const examples = `
Examples:
  $ onrecord status
  $ onrecord status --json --url https://record.example/graphql`;

export function defineStatus(command: Command, shell: Shell): void {
  command
    .description(
      'Shows the database, its migrations, what is on record, the latest event, the latest backup and the tokens.',
    )
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples);
  withAccess(command).action(() => status({ command, shell }));
}

async function status(call: Call): Promise<void> {
  const { json = false } = call.command.opts<{ json?: boolean }>();
  await withRecord(call, { create: false }, async ({ record }) => {
    const found = await record.status();
    if (json) printJson(call.shell, { database: record.where, ...found });
    else print(call.shell, statusText(record.where, found));
  });
}

function statusText(where: string, status: StatusAnswer): string {
  const { counts, epoch, fileFault, lastEvent, migrations, tokens } = status;
  const latest = migrations.at(-1);
  const rows: readonly (readonly [string, string])[] = [
    ['database', `${where}${sizeOf(where)}, log ${epoch}`],
    [
      'migrations',
      latest === undefined ? 'none' : `${migrations.length} run, the last is ${latest}`,
    ],
    [
      'on record',
      `${counts.articles} articles, ${counts.actors} actors, ${counts.affiliations} affiliations`,
    ],
    ['', `${counts.claims} claims, ${counts.links} links, ${counts.merges} merges`],
    ['', `${counts.stances} stances, ${counts.evidence} pieces of evidence`],
    ...(counts.drafts > 0 ? [['', `${counts.drafts} drafts to judge`] as const] : []),
    ['events', `${counts.events}`],
    [
      'latest',
      lastEvent === null
        ? 'none yet'
        : `${lastEvent.seq} ${lastEvent.type} at ${timeOf(lastEvent.at)}`,
    ],
    ...(fileFault === null ? [] : [['NOT THERE', faultText(fileFault)] as const]),
    ['backup', backupText(status)],
    ['tokens', tokensText(tokens)],
  ];
  return rows.map(([name, text]) => `${name.padEnd(12)}${text}`).join('\n');
}

function faultText(fault: string): string {
  return `${fault}: every change is refused; \`onrecord backup --rescue FILE\` saves what is open`;
}

function backupText({ backup, lastEvent }: StatusAnswer): string {
  if (backup === null) return 'none noted: `onrecord backup FILE` makes one';
  const since = (lastEvent?.seq ?? 0) - backup.seq;
  return `${timeOf(backup.at)}, ${since} events ago: ${backup.file} (${sizeText(backup.bytes)})`;
}

function tokensText(tokens: StatusAnswer['tokens']): string {
  if (tokens.length === 0) return 'none: `onrecord token create` makes one';
  const held = tokens.filter(({ revokedAt }) => revokedAt === null);
  const names = held.map(({ name, role }) => `${name} (${role})`);
  const revoked = tokens.length - held.length;
  return [...names, ...(revoked > 0 ? [`${revoked} revoked`] : [])].join(', ');
}

function sizeOf(path: string): string {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size;
  return bytes === undefined ? '' : ` (${sizeText(bytes)})`;
}

/** A moment for a person: to the second. */
export function timeOf(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
