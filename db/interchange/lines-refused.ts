import { RecordError } from '../rules/errors.ts';
import { cited } from '../rules/sentence.ts';
import type { LineFault } from './source.ts';

/** Lines of which at least one may not be recorded. Nothing was written, unless another writer came in between. */
export class LinesRefused extends RecordError {
  readonly code = 'LINES_REFUSED';
  /** The first of them, in the order of the lines. */
  readonly faults: readonly LineFault[];

  constructor(faults: readonly LineFault[]) {
    const [first] = faults;
    const place = first === undefined ? [] : ['lines', String(first.line - 1)];
    super(first === undefined ? 'No line may be recorded.' : summary(first, faults.length), [
      ...place,
      ...(first?.refusal.path ?? []),
    ]);
    this.faults = faults;
  }
}

function summary(first: LineFault, count: number): string {
  const many = count > 1 ? `${count} faults, the first at ` : '';
  return `${many}${faultText(first)}`;
}

/** `record.jsonl:12 evidence.0.quote: These words do not stand in the article.` */
export function faultText({ source, line, refusal }: LineFault): string {
  const place = source === null ? `line ${line}` : `${source}:${line}`;
  const path = refusal.path.length === 0 ? '' : ` ${refusal.path.map(cited).join('.')}`;
  return `${place}${path}: ${refusal.message}`;
}
