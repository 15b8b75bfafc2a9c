import { defaultLimits } from '../../../server/limits/limits.ts';
import { quantile } from '../measure.ts';
import { inColumns } from '../report.ts';
import type { Priced } from './measure.ts';

export interface PointsReport {
  readonly priced: readonly Priced[];
  /** What the bare server took for its page, in the course of the run, in microseconds of CPU. */
  readonly yardsticks: readonly number[];
}

/** A point pays for a hundredth of what the bare server takes for a page of fifty claims. */
const pointsOfYardstick = 100;

/** No operation takes more than this multiple of what its points pay for, and none of the SDK less than that part. */
const most = 2;
const leastOfSdk = 0.25;

/** The CPU that a point pays for on this machine, in microseconds. */
export function microsOfPoint({ yardsticks }: Pick<PointsReport, 'yardsticks'>): number {
  return quantile(yardsticks, 0.5) / pointsOfYardstick;
}

/** How much of what its points pay for a question takes. */
function shareOf({ points, micros }: Priced, ofPoint: number): number {
  return points === null ? Number.POSITIVE_INFINITY : micros / (points * ofPoint);
}

/** Whether it takes more than it may, or pays for more than it should. */
export function isBeyond(priced: Priced, ofPoint: number): boolean {
  const share = shareOf(priced, ofPoint);
  return share > most || (priced.isOfSdk && share < leastOfSdk);
}

/** A table for people, the worst first, and what an address may spend. */
export function pointsTable(report: PointsReport): string {
  const ofPoint = microsOfPoint(report);
  const shares = report.priced
    .map((priced) => ({
      ...priced,
      share: shareOf(priced, ofPoint),
      beyond: isBeyond(priced, ofPoint),
    }))
    .toSorted((a, b) => b.share - a.share);
  const lines = shares.map(({ beyond, isOfSdk, micros, name, points, share }) => [
    name,
    isOfSdk ? 'sdk' : '',
    points === null ? 'none' : points.toFixed(0),
    (micros / 1_000).toFixed(2),
    share.toFixed(2),
    beyond ? '!' : '',
  ]);
  const ofSdk = shares.filter(({ isOfSdk }) => isOfSdk);
  const minute = (points: number) => ((points * ofPoint) / 1e6).toFixed(2);
  const { costPerMinute, strangersPerMinute } = defaultLimits;
  return [
    inColumns([['question', '', 'points', 'CPU ms', 'x paid', ''], ...lines], 2),
    '',
    `A point pays for ${ofPoint.toFixed(2)} us of CPU: a hundredth of what the bare server takes for its page.`,
    `The most that a question takes is ${shares[0]?.share.toFixed(2)} of what it pays for (${shares[0]?.name}).`,
    ...(ofSdk.length === 0
      ? []
      : [
          `The least of the SDK takes ${ofSdk.at(-1)?.share.toFixed(2)} of it (${ofSdk.at(-1)?.name}).`,
        ]),
    `${shares.filter(({ beyond }) => beyond).length} of ${shares.length} are beyond ${most} and ${leastOfSdk}.`,
    `A minute of an address: ${costPerMinute} points, ${minute(costPerMinute)} s of CPU. Of all strangers: ${strangersPerMinute} points, ${minute(strangersPerMinute)} s.`,
  ].join('\n');
}

/** The same for programs. */
export function pointsJson(report: PointsReport, facts: object): string {
  const ofPoint = microsOfPoint(report);
  const priced = report.priced.map((each) => ({ ...each, share: shareOf(each, ofPoint) }));
  return JSON.stringify({ ...facts, microsOfPoint: ofPoint, priced }, null, 2);
}
