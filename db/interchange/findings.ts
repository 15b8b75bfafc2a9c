import { RecordError } from '../rules/errors.ts';
import type { Known, ReferredNoun } from './known.ts';

/** Something that a line refers to and that neither an earlier line nor the record holds. */
export interface Missing {
  readonly noun: ReferredNoun;
  readonly reference: string;
  readonly path: readonly string[];
}

/** What is found while one line is judged. */
export class Findings {
  readonly known: Known;
  readonly refusals: RecordError[] = [];
  readonly missing: Missing[] = [];

  constructor(known: Known) {
    this.known = known;
  }

  /** Runs a rule, and notes what it refuses. */
  attempt(rule: () => void): void {
    try {
      rule();
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.refusals.push(error);
    }
  }

  /** Whether the thing is known; notes it where it should be and is not. */
  knows(noun: ReferredNoun, reference: string, path: readonly string[]): boolean {
    if (this.known.has(noun, reference)) return true;
    if (!this.known.isBroken(noun, reference)) this.missing.push({ noun, reference, path });
    return false;
  }

  /** Whether all of these actors are known, or not given. */
  knowsActors(actors: Readonly<Record<string, string | undefined>>): boolean {
    const unknown = Object.entries(actors).filter(
      ([key, slug]) => slug !== undefined && !this.knows('actor', slug, [key]),
    );
    return unknown.length === 0;
  }
}
