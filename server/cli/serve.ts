import type { Command } from 'commander';
import { type Database, openDatabase } from '../../db/client.ts';
import { createFirstToken } from '../../db/commands/create-first-token.ts';
import { newToken } from '../../db/commands/create-token.ts';
import type { CheckOutcome } from '../../db/file/file-check.ts';
import { openToOthers } from '../../db/file/file-mode.ts';
import type { FileFault } from '../../db/file/file-places.ts';
import { databaseLocation } from '../../db/file/location.ts';
import { importFiles } from '../../db/interchange/import.ts';
import { lastSeq } from '../../db/queries/event.ts';
import { sampleRecord } from '../../db/sample/sample.ts';
import type { SyncState } from '../../db/write/durability.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { weightsIn } from '../reading/extractors.ts';
import type { Serving } from '../serve.ts';
import { ManifestRefused, type TrustedDocument } from '../trusted/manifest.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { cannotBeUsed } from './extractor.ts';
import { tellUpgrade, terminalProgress } from './progress.ts';
import { configOf, serverSettings, withSettings } from './settings.ts';
import { type Call, print, type Shell } from './shell.ts';

const examples = `
An empty database gets the sample record, and one without tokens an ADMIN token, which is shown this once.

Examples:
  $ onrecord serve
  $ PORT=8080 onrecord serve --public-texts true
  $ onrecord serve --database-url libsql://record.example --host 0.0.0.0 --no-sample`;

export function defineServe(command: Command, shell: Shell): void {
  command
    .description(
      'Serves the record over GraphQL, with pages and GraphiQL for browsers, until it is told to stop.',
    )
    .option('--no-sample', 'leave an empty database empty')
    .addHelpText('after', examples);
  withSettings(command, serverSettings).action(() => serveRecord({ command, shell }));
}

async function serveRecord(call: Call): Promise<void> {
  const { command, shell } = call;
  const config = configOf(call);
  const { sample } = command.opts<{ sample: boolean }>();
  const [{ createLog }, { openLogStream }, { serve }] = await Promise.all([
    import('../log.ts'),
    import('../log-stream.ts'),
    import('../serve.ts'),
  ]);
  if (config.weights) await weightsIn(config.weights).catch(cannotBeUsed(config.weights));
  const documents = await documentsOf(config);
  const log = createLog({ level: config.logLevel, stream: openLogStream() });
  const metrics = await metricsFor(config);
  const progress = terminalProgress(shell.stderr);
  const db = await openDatabase({
    url: config.databaseUrl,
    authToken: config.databaseAuthToken,
    command: 'serve',
    check: 'beside',
    onChecked: (outcome) => tellChecked(log, outcome),
    requireSynced: config.requireSynced,
    onDurability: (state) => tellDurability(log, state),
    onUpgrade: tellUpgrade(progress),
    onFault: (fault) => tellFault(log, fault),
    onRescue: (file) => log.error({ file }, 'the database is gone: what was still open is saved'),
    onBusy: () => {
      metrics?.noteBusy();
      log.warn('a write met a lock and is tried again');
    },
    onWait: (ms) => metrics?.noteWait(ms),
    onBackup: ({ file }) =>
      print(shell, `The database was backed up before it was migrated: ${file}`),
  });
  progress.clear();
  if (db.isReadOnly) log.warn('the database can only be read: every write is refused');
  warnOfOthers(log, config);
  try {
    if (sample && !db.isReadOnly && (await isEmpty(db))) {
      await importFiles(db, [sampleRecord], { author: { token: null } });
      print(shell, 'The database was empty: it holds the sample record now.');
    }
    const token = db.isReadOnly ? null : await firstToken(db);
    const serving = await serve({ config, db, documents, log, metrics });
    const stopped = shell.untilStopped(async () => {
      db.saveIfGone();
      await serving.stop();
      await db.close();
    }, log);
    print(shell, welcome(config, { ...serving, token }));
    await stopped;
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function documentsOf({ documents, limits }: Config): Promise<readonly TrustedDocument[]> {
  if (documents.length === 0) return [];
  const { readDocuments } = await import('../trusted/read-documents.ts');
  return readDocuments(documents, limits).catch((error: unknown) => {
    throw error instanceof ManifestRefused
      ? new CommandFailed(exitCodes.usage, error.message)
      : error;
  });
}

function tellFault(log: Log, fault: FileFault | null): void {
  if (fault === null) log.info('the database is where it was: changes are taken again');
  else
    log.error(
      { fault },
      'the database is not where it was opened: every change is refused until it is put back; onrecord backup --rescue FILE saves what is open, and so does a clean stop',
    );
}

function tellChecked(log: Log, outcome: CheckOutcome): void {
  if ('error' in outcome) log.warn({ err: outcome.error }, 'the file could not be checked');
  else if (outcome.fault === null)
    log.info({ ms: Math.round(outcome.ms) }, 'the whole file was checked: it is sound');
  else
    log.error(
      { code: 'DATABASE_CORRUPT', fault: outcome.fault },
      'the file is damaged: nothing is read from it any more, and nothing written; stop the server and restore a backup',
    );
}

function tellDurability(log: Log, durability: SyncState): void {
  if (durability === 'unsynced')
    log.warn(
      { durability },
      'the libSQL server acknowledges changes before they are synced: a power cut loses the last; set its durability_mode to strong, as docs/operate.md shows',
    );
  else log.info({ durability }, 'the libSQL server syncs what it acknowledges');
}

function warnOfOthers(log: Log, { databaseUrl }: Config): void {
  const location = databaseLocation(databaseUrl);
  const files = location.kind === 'file' ? openToOthers(location.path) : [];
  if (files.length === 0) return;
  log.warn(
    { files },
    `others on this machine can read the database: chmod 600 ${files.join(' ')} if they should not`,
  );
}

async function metricsFor({ metricsPort }: Config): Promise<Metrics | undefined> {
  if (metricsPort === undefined) return undefined;
  const { createMetrics } = await import('../metrics/metrics.ts');
  return createMetrics();
}

async function isEmpty(db: Database): Promise<boolean> {
  const [last] = await db.written.read(lastSeq);
  return last === undefined || last.seq === 0;
}

/** An ADMIN token where there is no token at all, so that whoever made the database can write to it. */
async function firstToken(db: Database): Promise<string | null> {
  const { token, hash } = newToken();
  const input = { name: 'first admin', role: 'ADMIN', hash } as const;
  const request = { author: { token: null }, command: 'createFirstToken', input };
  const created = await db.write(request, (tx) => createFirstToken(tx, input));
  return created && token;
}

function welcome(
  { databaseUrl, graphiql, pages }: Config,
  {
    metricsUrl,
    token,
    url,
  }: Pick<Serving, 'metricsUrl' | 'url'> & { readonly token: string | null },
): string {
  const shown =
    token === null
      ? ['To write, give a token: `onrecord token create --name me --role ADMIN` makes one.']
      : ['ADMIN token, shown this once:', `  ${token}`];
  return `
onrecord serves ${databaseUrl}

${pages ? `The board, in a browser:\n  ${new URL('/', url).href}\n\n` : ''}${graphiql ? 'GraphiQL, in a browser' : 'The graph'}:
  ${url}
${metricsUrl === null ? '' : `\nMetrics, for Prometheus:\n  ${metricsUrl}\n`}
${shown.join('\n')}

In a program:
  import { createClient } from '@onrecord/sdk';
  const record = createClient({ url: '${url}' });
  console.log((await record.claim({ by: { slug: 'call-happened' } }))?.standing.summary);
`;
}
