import { inColumns } from '../report.ts';
import type { MeasuredQuestion } from './questions.ts';

/** No answer takes more than this multiple of its bare statements and of what any request takes. */
const most = 3;

/** A table for people, in the order of the page. */
export function questionsTable(measured: readonly MeasuredQuestion[]): string {
  const ratioOf = ({ answerMicros, bareMicros, emptyMicros }: MeasuredQuestion) =>
    answerMicros / (bareMicros + emptyMicros);
  const lines = measured.map((one, index) => [
    `${index + 1}. ${one.asks}`,
    String(one.statements),
    one.points.toFixed(0),
    (one.answerMicros / 1_000).toFixed(2),
    (one.bareMicros / 1_000).toFixed(2),
    ratioOf(one).toFixed(2),
    [ratioOf(one) > most ? '!' : '', ...one.scans].join(' ').trim(),
  ]);
  const beyond = measured.filter((one) => ratioOf(one) > most);
  const scanning = measured.filter(({ scans }) => scans.length > 0);
  return [
    inColumns([['question', 'statements', 'points', 'CPU ms', 'bare ms', 'x', ''], ...lines], 1),
    '',
    `A request that reads nothing takes ${((measured[0]?.emptyMicros ?? 0) / 1_000).toFixed(2)} ms: x is by how much an answer takes more than that and its bare statements together.`,
    `${beyond.length} of ${measured.length} take more than ${most} x as much, and ${scanning.length} look at a whole table.`,
  ].join('\n');
}
