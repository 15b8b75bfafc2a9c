import type { CaseReport } from '../feed/report.ts';
import { inColumns } from '../report.ts';
import { type Spread, spreadOf, spreadText } from '../spread.ts';
import type { FileReport } from './file-size.ts';
import type { ImportRound } from './import.ts';
import type { IngestRound } from './ingest.ts';
import type { Round } from './round.ts';
import type { StartRound } from './start.ts';
import type { SyncReport } from './syncs.ts';
import type { ChangeReport, WritingReport } from './writing.ts';

/** One line of the report. */
interface Figure {
  readonly of: string;
  readonly figure: string;
  readonly ours: string;
  /** What it is compared with, and how many times as much ours is in the same round. */
  readonly beside?: string;
  readonly ratio?: string;
  /** What it may be. */
  readonly bound?: string;
}

const heading = ['of', 'figure', 'ours', 'beside', 'ours / beside', 'bound'];

/** Lines of cells, the heading first. */
export function writingTable(report: WritingReport): string[][] {
  const { changes, import: imports, ingest, feed, start, file, syncs } = report;
  const figures = [
    ...changes.flatMap(changeFigures),
    ...(imports === null ? [] : importFigures(imports)),
    ...(ingest === null ? [] : ingestFigures(ingest)),
    ...(feed === null ? [] : feedFigures(feed)),
    ...(file === null ? [] : fileFigures(file)),
    ...(start === null ? [] : startFigures(start)),
    ...(syncs === null ? [] : syncFigures(syncs)),
  ];
  return [
    heading,
    ...figures.map(({ of, figure, ours, beside = '', ratio = '', bound = '' }) => [
      of,
      figure,
      ours,
      beside,
      ratio,
      bound,
    ]),
  ];
}

/** Lines of cells: what of the file each table and index takes up, the largest first. */
export function fileTable({ parts, bytesPerClaim }: FileReport): string[][] {
  const shown = parts.filter((part) => part.bytesPerClaim >= bytesPerClaim / 200);
  const sums = (['table', 'index', 'search'] as const).map((kind) => {
    const bytes = parts
      .filter((part) => part.kind === kind)
      .reduce((sum, part) => sum + part.bytesPerClaim, 0);
    return [`all of kind ${kind}`, '', bytes.toFixed(0)];
  });
  return [
    ['part of the file', 'of', 'bytes a claim'],
    ...sums,
    ...shown.map(({ name, table, bytesPerClaim: bytes }) => [
      name,
      name === table ? '' : table,
      bytes.toFixed(0),
    ]),
  ];
}

/** The report for people. */
export function writingText(report: WritingReport): string {
  const tables = [inColumns(writingTable(report), 2)];
  if (report.file !== null) tables.push(inColumns(fileTable(report.file), 2));
  return tables.join('\n\n');
}

function changeFigures({ name, rounds }: ChangeReport): Figure[] {
  const of = name;
  const micros = (round: Round) => round.ours.cpuMicros;
  const cpu = compared(rounds, [micros, ({ floor }) => floor.cpuMicros], told('us', 0));
  const perSecond = compared(
    rounds,
    [({ ours }) => ours.perSecond, ({ floor }) => floor.perSecond],
    told('/s', 0),
  );
  const isMain = rounds.some(({ rows }) => rows !== null);
  if (!isMain)
    return [
      { of, figure: 'CPU, one row', ...cpu },
      { of, figure: 'commits', ...perSecond },
    ];
  const rowsOver = (how: 'httpMicros' | 'bareMicros') =>
    compared(rounds, [micros, ({ rows }) => rows?.[how] ?? Number.NaN], told('us', 0));
  const latency = (how: 'p50Ms' | 'aloneP50Ms') =>
    compared(rounds, [({ ours }) => ours[how], ({ floor }) => floor[how]], told('ms', 2));
  return [
    { of, figure: 'CPU, one row', ...cpu, bound: '≤ 4' },
    { of, figure: 'CPU, same rows over HTTP', ...rowsOver('httpMicros'), bound: '≤ 3' },
    { of, figure: 'CPU, same rows without', ...rowsOver('bareMicros') },
    { of, figure: 'commits, one row', ...perSecond, bound: '≥ 0.5' },
    { of, figure: 'p50 of 16', ...latency('p50Ms') },
    { of, figure: 'p50 alone', ...latency('aloneP50Ms'), bound: '≤ 2' },
    {
      of,
      figure: 'event loop late, p99',
      ours: told('ms', 1)(spreadOf(rounds.map(({ lagP99Ms }) => lagP99Ms))),
      bound: '≤ 25 ms',
    },
  ];
}

function importFigures(rounds: readonly ImportRound[]): Figure[] {
  const of = 'import';
  const perSecond = (ms: number, claims: number) => (1000 * claims) / ms;
  const held = rounds.flatMap(({ anonymousBytes }) => anonymousBytes ?? []);
  return [
    {
      of,
      figure: 'claims',
      ...compared(
        rounds,
        [
          ({ claims, tookMs }) => perSecond(tookMs, claims),
          ({ claims, insertedMs }) => perSecond(insertedMs, claims),
        ],
        told('/s', 0),
      ),
      bound: '≥ 0.5',
    },
    {
      of,
      figure: 'CPU of all',
      ...compared(
        rounds,
        [({ cpuMicros }) => cpuMicros / 1e6, ({ insertedMicros }) => insertedMicros / 1e6],
        told('s', 2),
      ),
    },
    {
      of,
      figure: 'file, for a claim',
      ours: told('kB', 2)(spreadOf(rounds.map(({ bytesPerClaim }) => bytesPerClaim / 1000))),
    },
    ...(held.length === 0
      ? []
      : [
          {
            of,
            figure: 'memory',
            ours: told('MiB', 0)(spreadOf(held.map((bytes) => bytes / 2 ** 20))),
            bound: '≤ 400 MB',
          },
        ]),
  ];
}

function ingestFigures(rounds: readonly IngestRound[]): Figure[] {
  return [
    {
      of: 'ingest',
      figure: 'articles',
      ...compared(
        rounds,
        [
          ({ articles, tookMs }) => (1000 * articles) / tookMs,
          ({ articles, readMs }) => (1000 * articles) / readMs,
        ],
        told('/s', 1),
      ),
      bound: '≥ 35/s',
    },
  ];
}

function feedFigures({ deliveries, grossMicros, floorMicros, grossRatio }: CaseReport): Figure[] {
  return [
    {
      of: 'feed',
      figure: `CPU of each of ${deliveries} deliveries, 0 lost`,
      ours: `${grossMicros.toFixed(1)} us`,
      beside: `${floorMicros.toFixed(1)} us`,
      ratio: grossRatio.toFixed(2),
      bound: '≤ 2',
    },
  ];
}

function fileFigures({ bytesPerClaim, claims }: FileReport): Figure[] {
  const ours = `${(bytesPerClaim / 1000).toFixed(2)} kB`;
  return [{ of: 'file', figure: `a claim of ${claims}`, ours, bound: '≤ 8.0 kB' }];
}

function startFigures(rounds: readonly StartRound[]): Figure[] {
  const seconds = (figure: (round: StartRound) => number) =>
    told('s', 2)(spreadOf(rounds.map((round) => figure(round) / 1000)));
  const of = 'start';
  return [
    {
      of,
      figure: 'first answer, empty',
      ours: seconds(({ empty }) => empty.tookMs),
      bound: '≤ 1.0 s',
    },
    {
      of,
      figure: 'first answer, record',
      ours: seconds(({ record }) => record.tookMs),
      beside: seconds(({ empty }) => empty.tookMs),
      bound: '≤ 0.3 s more',
    },
    { of, figure: 'CPU until then, empty', ours: seconds(({ empty }) => empty.cpuMicros / 1000) },
    {
      of,
      figure: 'CPU until then, record',
      ours: seconds(({ record }) => record.cpuMicros / 1000),
    },
    { of, figure: 'onrecord --help', ours: seconds(({ helpMs }) => helpMs), bound: '≤ 0.25 s' },
  ];
}

function syncFigures({ acknowledged, syncs, withoutSync }: SyncReport): Figure[] {
  const ours = `${withoutSync} of ${acknowledged}`;
  return [{ of: 'syncs', figure: `acknowledged before any of ${syncs}`, ours, bound: '0' }];
}

function compared<R>(
  rounds: readonly R[],
  [ours, beside]: readonly [ours: (round: R) => number, beside: (round: R) => number],
  tell: (spread: Spread) => string,
): Pick<Figure, 'ours' | 'beside' | 'ratio'> {
  return {
    ours: tell(spreadOf(rounds.map(ours))),
    beside: tell(spreadOf(rounds.map(beside))),
    ratio: spreadText(spreadOf(rounds.map((round) => ours(round) / beside(round)))),
  };
}

const told =
  (unit: string, digits: number) =>
  ({ median }: Spread): string =>
    `${median.toFixed(digits)} ${unit}`;
