import {
  type Ground,
  type GroundRange,
  grounds,
  type RestsOn,
  type Touched,
} from '../../db/rules/grounds.ts';

/** An answer that is to be kept, and under which names. */
export interface Keepable<Answer> {
  readonly answer: Answer;
  /** How many bytes it has. */
  readonly bytes: number;
  /** The question in one form, whichever way it was asked. */
  readonly name: string;
  /** As it was asked: whoever asks so again is answered without another look at it. */
  readonly asked: string;
  readonly restsOn: RestsOn;
  /** The `version` before anything was read for it. */
  readonly version: number;
}

interface Entry<Answer> {
  readonly answer: Answer;
  readonly name: string;
  readonly asked: string[];
  readonly tags: readonly number[];
  readonly ranges: readonly GroundRange[];
  bytes: number;
}

// What an entry, a name and a tag take besides their letters and bytes, as the process grew for a million of them.
const entryBytes = 600;
const tagBytes = 80;
const mostForms = 4;

/**
 * Answers that are ready, as many as there is room for: those asked for last. Each is true by what it rests on: whoever
 * changes that says so before it is changed, and it goes.
 */
export class KeptAnswers<Answer> {
  readonly #mostBytes: number;
  /** In the order in which they were last asked for. */
  readonly #entries = new Map<string, Entry<Answer>>();
  readonly #asked = new Map<string, Entry<Answer>>();
  readonly #byAnswer = new Map<Answer, Entry<Answer>>();
  readonly #byTag = new Map<number, Set<Entry<Answer>>>();
  readonly #ranged = new Set<Entry<Answer>>();
  readonly #ofRecord = new Set<Entry<Answer>>();
  #bytes = 0;
  #version = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** How much memory they take, as far as that is known. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Another after each change: what was read before it is not to be kept after it. */
  get version(): number {
    return this.#version;
  }

  /** All of them. */
  *answers(): Iterable<Answer> {
    for (const { answer } of this.#entries.values()) yield answer;
  }

  /** The answer to what was asked in these very letters. */
  findAsked(asked: string): Answer | undefined {
    return this.#use(this.#asked.get(asked));
  }

  /** The answer to the question of this name, which is asked in these letters this time. */
  find(name: string, asked: string): Answer | undefined {
    const entry = this.#entries.get(name);
    if (entry !== undefined && entry.asked.length < mostForms) this.#alsoAsked(entry, asked);
    return this.#use(entry);
  }

  /** Keeps an answer, unless something was changed since it was read; others go where there is no room. */
  keep({ answer, asked, bytes, name, restsOn, version }: Keepable<Answer>): void {
    if (version !== this.#version) return;
    const known = this.#entries.get(name);
    if (known !== undefined) this.#drop(known);
    const isOfRecord = restsOn === 'record';
    const tags = isOfRecord ? [] : tagsOf(restsOn.keys);
    const entry: Entry<Answer> = {
      answer,
      name,
      asked: [],
      tags,
      ranges: isOfRecord ? [] : restsOn.ranges,
      bytes: entryBytes + name.length + tags.length * tagBytes + bytes,
    };
    if (entry.bytes + asked.length > this.#mostBytes / 8) return;
    this.#bytes += entry.bytes;
    this.#entries.set(name, entry);
    this.#byAnswer.set(answer, entry);
    this.#alsoAsked(entry, asked);
    if (isOfRecord) this.#ofRecord.add(entry);
    if (entry.ranges.length > 0) this.#ranged.add(entry);
    for (const tag of tags) this.#tagged(tag).add(entry);
    this.#makeRoom();
  }

  /** Counts so many bytes that somebody keeps beside an answer, for as long as it is kept; false where they are not to be. */
  keepBeside(answer: Answer, bytes: number): boolean {
    const entry = this.#byAnswer.get(answer);
    if (entry === undefined || entry.bytes + bytes > this.#mostBytes / 8) return false;
    entry.bytes += bytes;
    this.#bytes += bytes;
    this.#makeRoom();
    return true;
  }

  /** Lets go of every answer that rests on what is about to be changed. */
  touch(touched: Touched): void {
    this.#version += 1;
    if (touched === 'everything') {
      for (const all of [this.#entries, this.#asked, this.#byAnswer, this.#byTag]) all.clear();
      for (const all of [this.#ranged, this.#ofRecord]) all.clear();
      this.#bytes = 0;
      return;
    }
    for (const entry of this.#ofRecord) this.#drop(entry);
    for (const tag of tagsOf(touched)) {
      for (const entry of this.#byTag.get(tag) ?? []) this.#drop(entry);
    }
    for (const entry of this.#ranged) {
      if (entry.ranges.some((range) => isIn(range, touched))) this.#drop(entry);
    }
  }

  #makeRoom(): void {
    for (const oldest of this.#entries.values()) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#drop(oldest);
    }
  }

  #use(entry: Entry<Answer> | undefined): Answer | undefined {
    if (entry === undefined) return undefined;
    this.#entries.delete(entry.name);
    this.#entries.set(entry.name, entry);
    return entry.answer;
  }

  #alsoAsked(entry: Entry<Answer>, asked: string): void {
    entry.asked.push(asked);
    this.#asked.set(asked, entry);
    entry.bytes += asked.length;
    this.#bytes += asked.length;
  }

  #tagged(tag: number): Set<Entry<Answer>> {
    const entries = this.#byTag.get(tag) ?? new Set();
    this.#byTag.set(tag, entries);
    return entries;
  }

  #drop(entry: Entry<Answer>): void {
    this.#entries.delete(entry.name);
    this.#byAnswer.delete(entry.answer);
    for (const asked of entry.asked) this.#asked.delete(asked);
    this.#ofRecord.delete(entry);
    this.#ranged.delete(entry);
    for (const tag of entry.tags) {
      const entries = this.#byTag.get(tag);
      entries?.delete(entry);
      if (entries?.size === 0) this.#byTag.delete(tag);
    }
    this.#bytes -= entry.bytes;
  }
}

/** A number for each key of each ground. */
function tagsOf(keys: ReadonlyMap<Ground, ReadonlySet<number>>): number[] {
  return [...keys].flatMap(([ground, own]) => {
    const place = grounds.indexOf(ground);
    return [...own].map((key) => key * grounds.length + place);
  });
}

function isIn({ ground, from, to }: GroundRange, touched: Exclude<Touched, 'everything'>): boolean {
  for (const key of touched.get(ground) ?? []) if (key >= from && key <= to) return true;
  return false;
}
