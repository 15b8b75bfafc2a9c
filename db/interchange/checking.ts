import { createHash } from 'node:crypto';
import type { OnRecordView } from '../queries/record-view.ts';
import { assertGrantor } from '../rules/actor.ts';
import { awaitedName } from '../rules/awaited.ts';
import { InputInvalid, NotOnRecord, RecordError } from '../rules/errors.ts';
import { Names } from '../rules/names.ts';
import { slugField } from '../rules/slug.ts';
import { type Counts, count, noCounts } from './counts.ts';
import { push } from './earlier-lines.ts';
import { type Awaited, FileView, type Missing } from './file-view.ts';
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
  /** The names, as `awaitedName` tells them, that lines refer to before the line that brings them. */
  readonly later: ReadonlySet<string>;
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

/** What a line refers to that a later line is to bring, and where that line stands. */
interface Waiting extends Awaited {
  readonly at: SourceLine;
  readonly ordinal: number;
}

/** Tells what is on record under some names. */
type LookUp = (names: Names) => Promise<OnRecordView>;

/** Takes lines one after the other and gathers what they would do. */
export class Check implements Checked {
  readonly view: FileView;
  readonly missing: MissingAt[] = [];
  readonly counts: Counts = noCounts();
  readonly unchanged = new Set<number>();
  readonly later = new Set<string>();
  lines = 0;
  readonly #faults: { readonly ordinal: number; readonly fault: LineFault }[] = [];
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #lookUp: LookUp;
  readonly #begun = new Set<LineSource>();
  readonly #seen = new Map<string, Seen>();

  /** `lookUp` tells what is on record under some names; `onRecord` is what it tells of none. */
  constructor(lookUp: LookUp, onRecord: OnRecordView, missingIs: 'refuse' | 'tell') {
    this.#lookUp = lookUp;
    this.view = new FileView(onRecord, missingIs);
  }

  get faults(): readonly LineFault[] {
    return this.#faults.toSorted((a, b) => a.ordinal - b.ordinal).map(({ fault }) => fault);
  }

  /** Tells what was to come with a later line, and did not; `later` names what comes after all of these lines. */
  finish(later: ReadonlySet<string>): void {
    for (const [name, waiting] of this.#waiting) {
      if (later.has(name)) this.later.add(name);
      else for (const one of waiting) this.#blame(one, () => this.view.missAwaited(one));
    }
  }

  /** A line that could not be read. */
  refuse(at: SourceLine, refusals: readonly RecordError[]): void {
    const given = nameGiven(at.text);
    this.#fault(at, [...this.#misplaced(at, given?.type), ...refusals]);
    this.lines += 1;
    if (given?.id !== undefined) this.view.addBroken(given.type, given.id);
  }

  /** A line that was read. */
  async take(at: SourceLine, line: Line): Promise<void> {
    const ordinal = this.lines;
    const refusals = this.#misplaced(at, line.type);
    let isNew = false;
    try {
      isNew = await this.#isNew(at, line);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      refusals.push(error, ...error.others);
    }
    const awaited = this.view.takeAwaited();
    this.#tellMissing(at);
    this.#fault(at, refusals);
    if (refusals.length === 0) this.#bring(line);
    for (const one of awaited) push(this.#waiting, nameOf(one), { ...one, at, ordinal });
    this.lines += 1;
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

  #tellMissing({ source, number }: SourceLine): void {
    for (const missing of this.view.takeMissing()) {
      this.missing.push({ ...missing, source: source.name, line: number });
    }
  }

  /** What earlier lines refer to has come: they may be at fault for what it is. */
  #bring(line: Line): void {
    for (const name of namesBrought(line)) {
      const waiting = this.#waiting.get(name);
      if (waiting === undefined) continue;
      this.#waiting.delete(name);
      this.later.add(name);
      for (const one of waiting) {
        if (line.type === 'actor') this.#blame(one, () => assertGrantor(line.kind, one.path));
      }
    }
  }

  /** Faults an earlier line for what the assertion refuses. */
  #blame({ at, ordinal }: Waiting, assert: () => void): void {
    try {
      assert();
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.#fault(at, [error], ordinal);
    }
    this.#tellMissing(at);
  }

  #fault(
    { source, number }: SourceLine,
    refusals: readonly RecordError[],
    ordinal = this.lines,
  ): void {
    for (const refusal of refusals) {
      this.#faults.push({ ordinal, fault: { source: source.name, line: number, refusal } });
    }
  }
}

function nameOf({ noun, naming }: Awaited): string {
  return awaitedName(noun, naming);
}

/** What lines before this one may have named that it brings. */
function namesBrought(line: Line): readonly string[] {
  if (line.type === 'actor') return [awaitedName('actor', { by: 'slug', value: line.id })];
  if (line.type !== 'article') return [];
  const { id, sha256 = '' } = line;
  return [
    awaitedName('article', { by: 'slug', value: id }),
    awaitedName('article', { by: 'sha256', value: sha256 }),
  ];
}
