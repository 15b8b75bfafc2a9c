import type { EventType, Noun, Visibility } from '../../../db/rules/vocabulary.ts';
import { events } from '../../../db/tables/event.ts';
import type { Bulk } from './bulk.ts';
import { createLanguage, type Language } from './language.ts';
import { createRandom, type Random } from './random.ts';

/** What every row of a generated record draws on: chance, words, the clock, keys, public ids and the event log. */
export interface Ledger {
  readonly bulk: Bulk;
  readonly random: Random;
  readonly language: Language;
  /** The next event's moment. */
  tick(): number;
  nextKey(noun: Noun | 'review'): number;
  id(noun: Noun, at: number): string;
  /** Writes an event at a moment that `tick` gave. */
  append(event: RecordedEvent): void;
}

interface RecordedEvent {
  readonly type: EventType;
  readonly noun: Noun;
  readonly subject: number;
  readonly at: number;
  readonly visibility?: Visibility;
  readonly payload?: object;
}

/** Before the first event of every generated record. */
export const firstMoment = Date.UTC(2026, 0, 1);

export function createLedger(bulk: Bulk, seed: number): Ledger {
  const random = createRandom(seed);
  const keys = new Map<string, number>();
  let now = firstMoment;
  let seq = 0;
  return {
    bulk,
    random,
    language: createLanguage(random),
    tick() {
      now += 1 + random.below(2000);
      return now;
    },
    nextKey(noun) {
      const key = (keys.get(noun) ?? 0) + 1;
      keys.set(noun, key);
      return key;
    },
    id: (noun, at) => `${noun}_${uuid(random, at)}`,
    append({ visibility = 'PUBLIC', payload = {}, ...event }) {
      seq += 1;
      bulk.insert(events, { ...event, seq, visibility, payload, by: null });
    },
  };
}

/** A UUIDv7 of the moment. */
function uuid(random: Random, at: number): string {
  const hex = (digits: number) =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const time = at.toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(random.below(4));
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}
