import { quantile } from '../measure.ts';
import { inColumns } from '../report.ts';
import type { FeedCase } from './cases.ts';
import type { IdleReport } from './idle.ts';
import type { Round } from './round.ts';

export interface FeedReport {
  readonly cases: readonly CaseReport[];
  readonly idle: IdleReport | null;
}

/** What a case showed: each figure is the median of the rounds. */
export interface CaseReport {
  readonly name: string;
  readonly shows: string;
  readonly deliveries: number;
  /** Microseconds of CPU for each delivery. */
  readonly grossMicros: number;
  readonly netMicros: number;
  readonly floorMicros: number;
  readonly hurriedMicros: number;
  readonly grossRatio: number;
  readonly netRatio: number;
  readonly hurriedRatio: number;
  /** Milliseconds. */
  readonly answerP50: number;
  readonly sinceAtP50: number;
  readonly sinceAtP99: number;
  readonly sinceAnswerP50: number;
  readonly sinceAnswerP99: number;
}

export function caseReport({ name, shows }: FeedCase, rounds: readonly Round[]): CaseReport {
  const median = (figure: (round: Round) => number) => quantile(rounds.map(figure), 0.5);
  const gross = (round: Round) => round.followedMicros;
  const net = (round: Round) => round.followedMicros - round.aloneMicros;
  return {
    name,
    shows,
    deliveries: median(({ deliveries }) => deliveries),
    grossMicros: median((round) => gross(round) / round.deliveries),
    netMicros: median((round) => net(round) / round.deliveries),
    floorMicros: median((round) => round.floorMicros / round.deliveries),
    hurriedMicros: median((round) => round.hurriedMicros / round.deliveries),
    grossRatio: median((round) => gross(round) / round.floorMicros),
    netRatio: median((round) => net(round) / round.floorMicros),
    hurriedRatio: median((round) => net(round) / round.hurriedMicros),
    answerP50: median(({ answerMs }) => quantile(answerMs, 0.5)),
    sinceAtP50: median(({ sinceAtMs }) => quantile(sinceAtMs, 0.5)),
    sinceAtP99: median(({ sinceAtMs }) => quantile(sinceAtMs, 0.99)),
    sinceAnswerP50: median(({ sinceAnswerMs }) => quantile(sinceAnswerMs, 0.5)),
    sinceAnswerP99: median(({ sinceAnswerMs }) => quantile(sinceAnswerMs, 0.99)),
  };
}

const heading = [
  'case',
  'deliveries',
  'all us',
  'feed us',
  'floor us',
  'hurried us',
  'all x floor',
  'feed x floor',
  'x hurried',
  'answer p50',
  'since at p50',
  'p99',
  'since answer p50',
  'p99',
];

const legend = `deliveries: in each round; each reader had all that it asked for, once, in the order of the log, in the same bytes
all us, feed us: CPU of the server for each delivery, user and system, with the recordings and without them: what the
  same recordings cost a server without readers is taken off
floor us: CPU of a bare loop that writes the same bytes at the same pace; hurried us: one event right after another
answer p50: ms from sending a recording to its answer, while there are readers
since at: ms from the event's own moment, taken inside its transaction, to each reader: more than from the commit
since answer: ms from the recorder's answer, which follows the commit, to each reader: less than from the commit`;

/** The report for people. */
export function feedTable({ cases, idle }: FeedReport): string {
  const lines = cases.map((report) => [
    report.name,
    String(report.deliveries),
    report.grossMicros.toFixed(1),
    report.netMicros.toFixed(1),
    report.floorMicros.toFixed(1),
    report.hurriedMicros.toFixed(1),
    report.grossRatio.toFixed(2),
    report.netRatio.toFixed(2),
    report.hurriedRatio.toFixed(2),
    report.answerP50.toFixed(1),
    report.sinceAtP50.toFixed(1),
    report.sinceAtP99.toFixed(1),
    report.sinceAnswerP50.toFixed(1),
    report.sinceAnswerP99.toFixed(1),
  ]);
  const parts = [
    ...(lines.length > 0 ? [inColumns([heading, ...lines], 1), legend] : []),
    ...(idle === null ? [] : [idleTable(idle)]),
  ];
  return parts.join('\n\n');
}

const mebibyte = 1024 * 1024;

function idleTable({ subscribers, before, during, after }: IdleReport): string {
  const lines = Object.entries({ before, during, after }).map(([when, held]) => [
    when === 'during' ? `${subscribers} idle subscribers` : when,
    (held.rss / mebibyte).toFixed(1),
    (held.heap / mebibyte).toFixed(1),
    String(held.handles),
  ]);
  const each = (figure: 'rss' | 'heap') =>
    ((during[figure] - before[figure]) / subscribers / 1024).toFixed(1);
  const grown = ['KiB for each of them', each('rss'), each('heap'), ''];
  return inColumns([['memory', 'RSS MiB', 'heap MiB', 'handles'], ...lines, grown], 1);
}
