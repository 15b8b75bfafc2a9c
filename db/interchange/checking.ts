import { createHash } from 'node:crypto';
import type { OnRecordView } from '../queries/record-view.ts';
import { InputInvalid, NotOnRecord, RecordError } from '../rules/errors.ts';
import { Names } from '../rules/names.ts';
import { slugField } from '../rules/slug.ts';
import { type Counts, count, noCounts } from './counts.ts';
import { FileView, type Missing } from './file-view.ts';
import { judge } from './judge.ts';
import { addNames, type LineInput, lineInput } from './line-input.ts';
import { type Line, lineName, nameGiven, recordFormat } from './lines.ts';
import { type LineFault, type LineSource, readAgain, type SourceLine } from './source.ts';

/** What some lines would do to the record. */
export interface Checked {
  /** In the order of the lines. */
  readonly faults: readonly LineFault[];
  /** What lines refer to and neither an earlier line nor the record holds; empty where that counts as a fault. */
  readonly missing: readonly MissingAt[];
  readonly counts: Counts;
  /** The ordinals, from 0, of lines that bring nothing new. */
  readonly unchanged: ReadonlySet<number>;
  readonly lines: number;
}

export interface MissingAt extends Missing {
  readonly source: string | null;
  readonly line: number;
}

/** A reference that leads nowhere, as a fault. */
export function missingFault({ source, line, noun, reference, path }: MissingAt): LineFault {
  return { source, line, refusal: new NotOnRecord({ noun, reference }, path) };
}

/** An earlier claim or stance: where it stands, and what it says in short. */
interface Seen {
  readonly source: LineSource;
  readonly number: number;
  readonly hash: string;
}

/** Tells what is on record under some names. */
type LookUp = (names: Names) => Promise<OnRecordView>;

/** Takes lines one after the other and gathers what they would do. */
export class Check implements Checked {
  readonly view: FileView;
  readonly faults: LineFault[] = [];
  readonly missing: MissingAt[] = [];
  readonly counts: Counts = noCounts();
  readonly unchanged = new Set<number>();
  lines = 0;
  readonly #lookUp: LookUp;
  readonly #begun = new Set<LineSource>();
  readonly #seen = new Map<string, Seen>();

  /** `lookUp` tells what is on record under some names; `onRecord` is what it tells of none. */
  constructor(lookUp: LookUp, onRecord: OnRecordView, missingIs: 'refuse' | 'tell') {
    this.#lookUp = lookUp;
    this.view = new FileView(onRecord, missingIs);
  }

  /** A line that could not be read. */
  refuse(at: SourceLine, refusals: readonly RecordError[]): void {
    const given = nameGiven(at.text);
    this.lines += 1;
    this.#fault(at, [...this.#misplaced(at, given?.type), ...refusals]);
    if (given?.id !== undefined) this.view.addBroken(given.type, given.id);
  }

  /** A line that was read. */
  async take(at: SourceLine, line: Line): Promise<void> {
    const ordinal = this.lines;
    this.lines += 1;
    const refusals = this.#misplaced(at, line.type);
    let isNew = false;
    try {
      isNew = await this.#isNew(at, line);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      refusals.push(error, ...error.others);
    }
    for (const missing of this.view.takeMissing()) {
      this.missing.push({ ...missing, source: at.source.name, line: at.number });
    }
    this.#fault(at, refusals);
    if (refusals.length > 0) {
      if ('id' in line) this.view.addBroken(line.type, line.id);
      return;
    }
    if (!isNew) this.unchanged.add(ordinal);
    count(this.counts, line, isNew);
  }

  /** A file begins with the line that names the format, and has no other. */
  #misplaced({ source }: SourceLine, type: string | undefined): RecordError[] {
    if (!source.isWhole) return [];
    const isFirst = !this.#begun.has(source);
    this.#begun.add(source);
    if (isFirst === (type === 'record')) return [];
    const because = isFirst
      ? `A file begins with {"type":"record","format":"${recordFormat}"}.`
      : 'The record line stands first.';
    return [new InputInvalid(because, ['type'])];
  }

  /** Whether the line brings something. @throws RecordError */
  async #isNew(at: SourceLine, line: Line): Promise<boolean> {
    // What is `slug` in an input is `id` in a line.
    if ('id' in line) slugField(line.id, ['id']);
    const input = lineInput(line);
    const judgement = judge(input, this.view);
    const said = judgement.claim ?? judgement.stance;
    const name = lineName(line);
    if (said === undefined || name === null || !judgement.isNew) return judgement.isNew;

    const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64');
    const earlier = this.#seen.get(name);
    if (earlier === undefined) {
      this.#seen.set(name, { source: at.source, number: at.number, hash });
      return true;
    }
    if (earlier.hash !== hash) await this.#compare(earlier, input);
    return false;
  }

  /** Judges a line beside an earlier one of its slug, which is kept nowhere: it is read and looked up again. */
  async #compare({ source, number }: Seen, input: LineInput): Promise<void> {
    const { line } = await readAgain(source, number);
    if (line === undefined) throw new Error(`Line ${number} reads otherwise than before.`);
    const earlier = lineInput(line);
    const names = new Names();
    for (const one of [earlier, input]) addNames(names, one);
    const { onRecord } = this.view;
    this.view.onRecord = await this.#lookUp(names);
    try {
      this.view.recalled = judge(earlier, this.view);
      judge(input, this.view);
    } finally {
      this.view.recalled = {};
      this.view.onRecord = onRecord;
    }
  }

  #fault({ source, number }: SourceLine, refusals: readonly RecordError[]): void {
    for (const refusal of refusals) {
      this.faults.push({ source: source.name, line: number, refusal });
    }
  }
}
