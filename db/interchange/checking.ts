import { createHash } from 'node:crypto';
import type { OnRecordView } from '../queries/record-view.ts';
import { assertGrantor } from '../rules/actor.ts';
import { awaitedName } from '../rules/awaited.ts';
import { Conflict, InputInvalid, RecordError } from '../rules/errors.ts';
import { Names } from '../rules/names.ts';
import { slugField } from '../rules/slug.ts';
import type { CheckChoices, Checked, LookUp, MissingAt } from './checked.ts';
import { type Counts, count, noCounts } from './counts.ts';
import { type Awaited, FileView } from './file-view.ts';
import { judge } from './judge.ts';
import type { Kept } from './kept-aside.ts';
import { addNames, type LineInput, lineInput } from './line-input.ts';
import { keysNaming, lineText, namesBrought } from './line-names.ts';
import { type Line, lineName, nameGiven, recordFormat } from './lines.ts';
import { conflictOf, type KeptLine, unionOf } from './on-conflict.ts';
import { Ordinals } from './ordinals.ts';
import { type LineFault, type LineSource, readAgain, type SourceLine } from './source.ts';

/** An earlier claim or stance: where it stands, and what it says in short. */
interface Seen {
  /** The place of its source among those that were begun. */
  readonly source: number;
  readonly number: number;
  readonly hash: string;
}

/** What a line refers to that a later line is to bring, and where that line stands. */
interface Waiting extends Awaited {
  readonly at: SourceLine;
  readonly ordinal: number;
}

/** Takes lines one after the other and gathers what they would do. */
export class Check implements Checked {
  readonly view: FileView;
  readonly missing: MissingAt[] = [];
  readonly counts: Counts = noCounts();
  readonly unchanged = new Ordinals();
  readonly later = new Set<string>();
  readonly kept: KeptLine[] = [];
  readonly skipped = new Ordinals();
  readonly pieces = new Map<number, number>();
  readonly sharedClaims: string[] = [];
  lines = 0;
  readonly #onConflict: CheckChoices['onConflict'];
  /** Actors and claims that are others on record, under the same name. */
  readonly #others = new Set<string>();
  readonly #faults: { readonly ordinal: number; readonly fault: LineFault }[] = [];
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #lookUp: LookUp;
  readonly #begun: LineSource[] = [];
  readonly #seen: Kept<Seen>;

  /** `lookUp` tells what is on record under some names; `onRecord` is what it tells of none. */
  constructor(
    lookUp: LookUp,
    onRecord: OnRecordView,
    { missing, onConflict, aside }: CheckChoices,
  ) {
    this.#lookUp = lookUp;
    this.#onConflict = onConflict;
    this.#seen = aside.map();
    this.view = new FileView(onRecord, aside, missing);
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
      isNew = await this.#bringsAnything(at, line);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      refusals.push(error, ...error.others);
    }
    const awaited = this.view.takeAwaited();
    this.#tellMissing(at);
    this.#fault(at, refusals);
    if (refusals.length === 0) this.#bring(line);
    for (const one of awaited) {
      const name = awaitedName(one.noun, one.naming);
      const waiting = this.#waiting.get(name) ?? [];
      this.#waiting.set(name, [...waiting, { ...one, at, ordinal }]);
    }
    this.lines += 1;
    if (refusals.length > 0) {
      if ('id' in line) this.view.addBroken(line.type, line.id);
      return;
    }
    if (this.skipped.has(ordinal)) return;
    if (!isNew) this.unchanged.add(ordinal);
    count(this.counts, line, { isNew, pieces: this.pieces.get(ordinal) });
  }

  /** Whether the line brings something, also where it is on record with other content. @throws RecordError */
  async #bringsAnything(at: SourceLine, line: Line): Promise<boolean> {
    const { onRecord } = this.view;
    if (line.type === 'claim' && onRecord.recordedClaim(line.id)) this.sharedClaims.push(line.id);
    const keys = keysNaming(line, this.#others);
    if (keys.length > 0)
      return this.#keep(at, { noun: line.type, reference: lineText(line), keys });
    try {
      return await this.#isNew(at, line);
    } catch (error) {
      if (!(error instanceof Conflict) || this.#onConflict === 'FAIL') throw error;
      const input = lineInput(line);
      const conflict = conflictOf(input, this.view, onRecord);
      if (conflict === null) throw error;
      if (this.#onConflict === 'KEEP') return this.#keep(at, conflict);
      const union = unionOf(input, this.view, conflict);
      if (union.evidence) this.pieces.set(this.lines, union.evidence.length);
      if (union.isAnother) this.#others.add(lineName(line) ?? '');
      const brings = [union.aliases, union.topics, union.evidence].some(
        (list) => list !== undefined,
      );
      if (union.keys.length === 0) return brings;
      this.#keep(at, { ...conflict, keys: union.keys });
      if (brings) this.skipped.delete(this.lines);
      return brings;
    }
  }

  /** Tells that a line brings nothing, as something else is on record; false. */
  #keep(
    { source, number }: SourceLine,
    { noun, reference, keys }: Pick<KeptLine, 'noun' | 'reference' | 'keys'>,
  ): false {
    this.kept.push({ source: source.name, line: number, noun, reference, keys });
    this.skipped.add(this.lines);
    return false;
  }

  /** A file begins with the line that names the format, and has no other. */
  #misplaced({ source }: SourceLine, type: string | undefined): RecordError[] {
    const isFirst = this.#begun.at(-1) !== source;
    if (isFirst) this.#begun.push(source);
    if (!source.isWhole) return [];
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
      this.#seen.set(name, { source: this.#begun.length - 1, number: at.number, hash });
      return true;
    }
    if (earlier.hash !== hash) await this.#compare(earlier, input);
    return false;
  }

  /** Judges a line beside an earlier one of its slug, which is kept nowhere: it is read and looked up again. */
  async #compare({ source, number }: Seen, input: LineInput): Promise<void> {
    const begun = this.#begun[source];
    const { line } = begun === undefined ? {} : await readAgain(begun, number);
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
