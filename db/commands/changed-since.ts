import type { EventOnRecord } from '../queries/event.ts';
import { Conflict } from '../rules/errors.ts';
import { cited } from '../rules/sentence.ts';

interface ChangedFacts {
  readonly noun: string;
  readonly reference: string;
  /** The last event that changed it. */
  readonly event: EventOnRecord;
  /** The name of the token by which it was changed. */
  readonly by: string;
}

/** What is to be changed was changed by somebody since whoever asks has read it. */
export class ChangedSince extends Conflict {
  readonly event: EventOnRecord;

  constructor({ by, event, noun, reference }: ChangedFacts, path?: readonly string[]) {
    const what = `${event.type} at ${new Date(event.at).toISOString()}`;
    const changed = `The ${noun} ${cited(reference)} was changed since: ${what}, by ${by}.`;
    super({ noun, reference, keys: [] }, path, changed);
    this.event = event;
  }
}

/** The event that a conflict is about; null where it is about a name that is taken. Told by what it has: on its way it loses its class. */
export const changeIn = (conflict: Conflict): EventOnRecord | null =>
  'event' in conflict ? (conflict as ChangedSince).event : null;
