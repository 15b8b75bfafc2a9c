import type { Noun } from '../rules/vocabulary.ts';

/** Something on record that is not as the rules have it. */
export interface RecordFault {
  readonly noun: Noun | 'event' | 'database';
  /** Its public id; an event's number. */
  readonly id: string;
  readonly what: string;
}

export type CheckedNoun =
  | 'articles'
  | 'evidence'
  | 'claims'
  | 'stances'
  | 'actors'
  | 'events'
  | 'texts';

/** What was looked at, and what was found. */
export interface Verification {
  readonly checked: Readonly<Record<CheckedNoun, number>>;
  /** The first thousand. */
  readonly faults: readonly RecordFault[];
  readonly faultCount: number;
  /** What cannot be verified because its text was erased: no fault. The first thousand. */
  readonly unverifiable: readonly RecordFault[];
  readonly unverifiableCount: number;
  /** How many articles are on record without their text, and pieces of evidence in them: no fault. */
  readonly withoutTextCount: number;
}

const kept = 1000;

/** Gathers what a verification finds. */
export class Report implements Verification {
  readonly checked: Record<CheckedNoun, number> = {
    articles: 0,
    evidence: 0,
    claims: 0,
    stances: 0,
    actors: 0,
    events: 0,
    texts: 0,
  };
  readonly faults: RecordFault[] = [];
  readonly unverifiable: RecordFault[] = [];
  faultCount = 0;
  unverifiableCount = 0;
  withoutTextCount = 0;

  fault(noun: RecordFault['noun'], id: string, what: string): void {
    this.faultCount += 1;
    if (this.faults.length < kept) this.faults.push({ noun, id, what });
  }

  /** Counts something whose text is not on record. */
  lacksText(): void {
    this.withoutTextCount += 1;
  }

  cannotVerify(noun: RecordFault['noun'], id: string, what: string): void {
    this.unverifiableCount += 1;
    if (this.unverifiable.length < kept) this.unverifiable.push({ noun, id, what });
  }
}
