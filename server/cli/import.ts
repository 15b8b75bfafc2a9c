import { type Command, Option } from 'commander';
import { mostFaults } from '../../db/interchange/check.ts';
import type { Count, CountedType, Counts } from '../../db/interchange/counts.ts';
import type { ImportProgress } from '../../db/interchange/import.ts';
import { faultText, LinesRefused } from '../../db/interchange/lines-refused.ts';
import type { LineFault } from '../../db/interchange/source.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { withAccess } from './open-access.ts';
import type { ImportAnswer } from './record-access.ts';
import { recordFiles } from './record-file.ts';
import { withRecord } from './run.ts';
import { type Call, print, printJson, type Shell } from './shell.ts';

const examples = `
All files are checked whole before a line is written, and a bad line is told with its file and number. What is on
record already is left as it is, so that a file can be imported again, and an import that was interrupted goes on.

What is on record with other content is a fault, unless --on-conflict says to keep what is on record, or to add to it:
aliases, topics and evidence. Whatever differs otherwise stays as it is on record, and is told.

Examples:
  $ onrecord import record.jsonl
  $ onrecord import --dry-run --json monday.jsonl tuesday.jsonl
  $ onrecord import --on-conflict add --dry-run theirs.jsonl
  $ onrecord import --url https://record.example/graphql record.jsonl`;

export function defineImport(command: Command, shell: Shell): void {
  command
    .description(
      'Brings files in the format onrecord/1 into the record; docs/format.md tells the format.',
    )
    .argument('<files...>', 'files with one JSON object a line')
    .option('--dry-run', 'check the files and write nothing')
    .addOption(
      new Option('--on-conflict <what>', 'what to do with what is on record otherwise')
        .choices(['fail', 'keep', 'add'])
        .default('fail'),
    )
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', examples);
  withAccess(command).action((files: string[]) => importRecord({ command, shell }, files));
}

async function importRecord(call: Call, paths: readonly string[]): Promise<void> {
  const { command, shell } = call;
  const { dryRun = false, json = false, onConflict } = command.opts<ImportFlags>();
  const choices = { dryRun, onConflict: inUpperCase[onConflict] };
  const files = await recordFiles(paths);
  await withRecord(call, { create: true }, async ({ record, signal, progress }) => {
    const onProgress = (made: ImportProgress) => progress.update(progressText(made));
    const answer = await record
      .importFiles(files, { ...choices, signal, onProgress })
      .catch((error: unknown) => {
        progress.clear();
        if (!(error instanceof LinesRefused)) throw error;
        if (json) printJson(shell, { faults: error.faults.map(faultTold) });
        throw refused(error);
      });
    progress.clear();
    if (json) printJson(shell, answerTold(answer, dryRun));
    else print(shell, [outcome(answer, dryRun), ...differences(answer, dryRun)].join('\n'));
  });
}

interface ImportFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly onConflict: keyof typeof inUpperCase;
}

const inUpperCase = { fail: 'FAIL', keep: 'KEEP', add: 'ADD' } as const;

function answerTold({ counts, kept, standings }: ImportAnswer, dryRun: boolean): object {
  const lines = kept.map(({ source, ...told }) => ({ file: source, ...told }));
  return { dryRun, byType: counts, kept: lines, ...(dryRun && { standings }) };
}

/** What stays as it is on record and, of a dry run, which standings would change. */
function differences({ kept, standings }: ImportAnswer, dryRun: boolean): string[] {
  const lines = kept.map(
    ({ source, line, noun, reference, keys }) =>
      `${source}:${line} ${noun} ${reference}: on record with another ${keys.join(', ')}, which stays.`,
  );
  if (kept.length > 0) lines.push(`${kept.length} told otherwise on record, which stays.`);
  if (!dryRun) return lines;
  if (standings === null) return [...lines, 'Which standings would change is not known here.'];
  const changes = standings.map(
    ({ claim, from, to }) => `The standing of ${claim} would change from ${from} to ${to}.`,
  );
  return [...lines, ...changes];
}

function progressText({ doing, lines, of }: ImportProgress): string {
  const total = of === null ? '' : ` of ${of}`;
  return `${doing === 'checking' ? 'Checking' : 'Writing'}: ${lines}${total} lines`;
}

function refused({ faults }: LinesRefused): CommandFailed {
  const more =
    faults.length >= mostFaults ? `\nThese are the first ${mostFaults}; there may be more.` : '';
  const lines = faults.map(faultText).join('\n');
  return new CommandFailed(exitCodes.fault, `${lines}${more}\nNothing was imported.`);
}

function faultTold({ source, line, refusal: { code, path, message } }: LineFault): object {
  return { file: source, line, code, path, message };
}

const nouns: Readonly<Record<CountedType, readonly [one: string, many: string]>> = {
  actor: ['actor', 'actors'],
  affiliation: ['affiliation', 'affiliations'],
  article: ['article', 'articles'],
  claim: ['claim', 'claims'],
  claimLink: ['link', 'links'],
  actorMerge: ['merge', 'merges'],
  stance: ['stance', 'stances'],
  evidence: ['piece of evidence', 'pieces of evidence'],
};

/** What files hold, and how much of it is new. Merges are seldom: they are told where there are any. */
function outcome({ counts, kept }: ImportAnswer, dryRun: boolean): string {
  const told = Object.entries(nouns).flatMap(([type, [one, many]]) => {
    const { created, unchanged } = countOf(counts, type);
    const all = created + unchanged;
    return all === 0 && type === 'actorMerge' ? [] : `${all} ${all === 1 ? one : many}`;
  });
  const totals = Object.values(counts);
  const created = totals.reduce((sum, count) => sum + count.created, 0);
  const unchanged = totals.reduce((sum, count) => sum + count.unchanged, 0);
  return `${told.join(', ')}\n${newness(created, unchanged, { dryRun, isAll: kept.length === 0 })}`;
}

function newness(
  created: number,
  unchanged: number,
  { dryRun, isAll }: { readonly dryRun: boolean; readonly isAll: boolean },
): string {
  if (created === 0) {
    return isAll ? 'Nothing changed: all of it is on record already.' : 'Nothing changed.';
  }
  const verb = dryRun ? 'would be new' : created === 1 ? 'is new' : 'are new';
  const rest = unchanged === 0 ? '' : `, ${unchanged} on record already`;
  return `${created} ${verb}${rest}.${dryRun ? ' Nothing was written.' : ''}`;
}

function countOf(counts: Counts, type: string): Count {
  return new Map<string, Count>(Object.entries(counts)).get(type) ?? { created: 0, unchanged: 0 };
}
