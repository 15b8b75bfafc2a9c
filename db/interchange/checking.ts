import { createHash } from 'node:crypto';
import { Conflict, InputInvalid, NotOnRecord, type RecordError } from '../rules/errors.ts';
import { written } from './content.ts';
import { type Counts, count, noCounts } from './counts.ts';
import { differingKeys, isCompleting } from './difference.ts';
import { Findings, type Missing } from './findings.ts';
import { judge } from './judge.ts';
import { Known } from './known.ts';
import { type Line, lineName, nameGiven, recordFormat } from './lines.ts';
import { recordedLike } from './recorded-like.ts';
import type { LineFault, LineSource, SourceLine } from './source.ts';

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

/** Takes lines one after the other and gathers what they would do. */
export class Check implements Checked {
  readonly known = new Known();
  readonly faults: LineFault[] = [];
  readonly missing: MissingAt[] = [];
  readonly counts: Counts = noCounts();
  readonly unchanged = new Set<number>();
  lines = 0;
  readonly #missingIs: 'refuse' | 'tell';
  readonly #begun = new Set<LineSource>();
  readonly #seen = new Map<string, { readonly place: string; readonly content: string }>();

  constructor(missingIs: 'refuse' | 'tell') {
    this.#missingIs = missingIs;
  }

  /** A line that could not be read. */
  refuse(at: SourceLine, refusals: readonly RecordError[]): void {
    const given = nameGiven(at.text);
    this.lines += 1;
    this.#fault(at, [...this.#misplaced(at, given?.type), ...refusals]);
    if (given?.id !== undefined) this.known.addBroken(given.type, given.id);
  }

  /** A line that was read. */
  take(at: SourceLine, line: Line): void {
    const ordinal = this.lines;
    this.lines += 1;
    const findings = new Findings(this.known);
    findings.refusals.push(...this.#misplaced(at, line.type));
    const settled = judge(line, findings);
    if (this.#missingIs === 'refuse') {
      for (const { noun, reference, path } of findings.missing) {
        findings.refusals.push(new NotOnRecord({ noun, reference }, path));
      }
    } else {
      const { source, number } = at;
      for (const missing of findings.missing) {
        this.missing.push({ ...missing, source: source.name, line: number });
      }
    }
    const isNew = findings.refusals.length > 0 || this.#isNew(settled, at, findings);
    this.#fault(at, findings.refusals);
    if (findings.refusals.length > 0) {
      if ('id' in line) this.known.addBroken(line.type, line.id);
      return;
    }
    if (!isNew) this.unchanged.add(ordinal);
    count(this.counts, settled, isNew);
    this.known.add(settled);
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

  /** Whether the line brings something; notes where it contradicts an earlier line or the record. */
  #isNew(line: Line, { source, number }: SourceLine, findings: Findings): boolean {
    const name = lineName(line);
    const text = written(line);
    const content = createHash('sha256').update(text).digest('base64');
    const earlier = this.#seen.get(name ?? text);
    if (earlier !== undefined) {
      if (earlier.content === content) return false;
      findings.refusals.push(
        new InputInvalid(`The ${name} stands on ${earlier.place} with other content.`, ['id']),
      );
      return true;
    }
    const place = source.name === null ? `line ${number}` : `${source.name}:${number}`;
    this.#seen.set(name ?? text, { place, content });
    return this.#isNewOnRecord(line, findings);
  }

  #isNewOnRecord(line: Line, findings: Findings): boolean {
    const recorded = recordedLike(line, this.known.onRecord);
    if (recorded === undefined) return line.type !== 'record';
    const keys = differingKeys(line, recorded);
    if (keys.length === 0) {
      return isCompleting(line, recorded.line) || this.#isMadeAnew(line, recorded.line);
    }
    findings.refusals.push(new Conflict({ ...placeOf(line), keys }, keys.slice(0, 1)));
    return true;
  }

  /** Whether an earlier line brings as revoked what this one brings in force: then it was judged anew. */
  #isMadeAnew(line: Line, recorded: Line): boolean {
    const isRevoked = 'revoked' in recorded && recorded.revoked !== undefined;
    const isInForce = !('revoked' in line) || line.revoked === undefined;
    return isRevoked && isInForce && this.#seen.has(written(recorded));
  }

  #fault({ source, number }: SourceLine, refusals: readonly RecordError[]): void {
    for (const refusal of refusals) {
      this.faults.push({ source: source.name, line: number, refusal });
    }
  }
}

/** How a conflict names what is on record. */
function placeOf(line: Line): { noun: string; reference: string } {
  switch (line.type) {
    case 'affiliation':
      return { noun: line.type, reference: `of ${line.actor} to ${line.of}` };
    case 'claimLink':
      return { noun: 'link', reference: `from ${line.from} to ${line.to}` };
    case 'actorMerge':
      return { noun: 'merge', reference: `of ${line.from} into ${line.into}` };
    case 'record':
      return { noun: line.type, reference: line.format };
    default:
      return { noun: line.type, reference: line.id };
  }
}
