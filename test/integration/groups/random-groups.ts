import Sqlite from 'libsql';
import type { Database } from '../../../db/client.ts';
import { openDriver } from '../../../db/file/connection.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import { fileConnection } from '../../../db/write/file-connection.ts';
import { Writer } from '../../../db/write/write.ts';
import { createRandom } from '../../bench/record/random.ts';
import { committedEvents, everything } from '../../kit/committed.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { type Asked, randomChange } from './random-changes.ts';

export interface GroupsOptions {
  readonly seed: number;
  readonly groups: number;
  readonly tell?: (progress: string) => void;
}

export interface Grouped {
  readonly counts: Readonly<
    Record<'changes' | 'commits' | 'recorded' | 'refused' | 'failed', number>
  >;
  /** Whatever was not as it has to be, a sentence each. */
  readonly faults: readonly string[];
}

type Outcome = { readonly answer: unknown } | { readonly refused: string };

// The clock stands still, so that moments tell how many there were.
const now = () => 1_700_000_000_000;

/**
 * Random changes of a record, many at once, beside the same changes of another one by one: refusals, equal keys, a disk that is
 * full and commits that fail among them. Both records and all answers have to be the same.
 */
export async function groupAtRandom({ seed, groups, tell }: GroupsOptions): Promise<Grouped> {
  const random = createRandom(seed);
  await using together = await openRecord();
  await using alone = await openRecord({ now });
  const writer = new Together(together);
  const counts = { changes: 0, commits: 0, recorded: 0, refused: 0, failed: 0 };
  const outcomes: [together: Outcome, alone: Outcome][] = [];
  for (let group = 1; group <= groups; group += 1) {
    const asked = Array.from({ length: 1 + random.below(12) }, () => randomChange(random));
    const answers = await Promise.all(asked.map((one) => writer.outcomeOf(one)));
    for (const [place, one] of asked.entries()) {
      const other = await outcomeOf(alone.db, one);
      const answer = answers[place] ?? other;
      outcomes.push([answer, other]);
      counts.changes += 1;
      if ('answer' in answer) counts.recorded += 1;
      else if (answer.refused.startsWith('RecordError')) counts.refused += 1;
      else counts.failed += 1;
    }
    tell?.(`${group} of ${groups} groups`);
  }
  counts.commits = writer.commits;
  return { counts, faults: [...(await writer.end()), ...differences([together, alone], outcomes)] };
}

/** Changes a record by a writer whose groups take all that waits, however slow the machine is, and listens to it. */
class Together {
  readonly #writer: Writer;
  readonly #path: string;
  readonly #early: string[] = [];
  readonly #commits: number[] = [];
  readonly #file: Sqlite.Database;
  readonly #lastCommitted: Sqlite.Statement;

  constructor({ path }: TestRecord) {
    this.#path = path;
    this.#writer = new Writer({
      open: () => fileConnection(openDriver(path)),
      now,
      groupMs: 60_000,
    });
    this.#file = new Sqlite(path, { timeout: 5000 });
    this.#lastCommitted = this.#file.prepare('select max(seq) from events').raw(true);
    this.#writer.onCommit((lastSeq) => this.#commits.push(lastSeq));
  }

  get commits(): number {
    return this.#commits.length;
  }

  /** Asks, and looks from another connection whether what is acknowledged is on record. */
  async outcomeOf(asked: Asked): Promise<Outcome> {
    const outcome = await outcomeOf(this.#writer, asked);
    const { seq = 0 } = 'answer' in outcome ? Object(outcome.answer) : {};
    const [row] = this.#lastCommitted.all([]);
    if (Number(row) < seq)
      this.#early.push(`Event ${seq} was acknowledged before it was committed.`);
    return outcome;
  }

  /** Closes it, and tells what was wrong. */
  async end(): Promise<string[]> {
    await this.#writer.close();
    this.#file.close();
    const events = committedEvents(this.#path);
    const gaps = events.filter(({ seq }, place) => seq !== place + 1);
    const late = events.filter(({ at }, place) => at <= (events[place - 1]?.at ?? 0));
    const known = this.#commits.every((seq, place) => seq > (this.#commits[place - 1] ?? 0));
    return [
      ...this.#early,
      ...gaps.map(({ seq }) => `The number ${seq} comes after a gap.`),
      ...late.map(({ seq }) => `The moment of event ${seq} does not rise.`),
      ...(known ? [] : ['A commit was told of twice, or out of its order.']),
      ...(this.#commits.at(-1) === events.at(-1)?.seq ? [] : ['The last commit was not told of.']),
    ];
  }
}

async function outcomeOf(
  db: Pick<Database, 'write'>,
  { command, request }: Asked,
): Promise<Outcome> {
  try {
    return { answer: await db.write(request, command) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    const kind = error instanceof RecordError ? 'RecordError' : error.name;
    return { refused: `${kind} ${code}: ${error.message}` };
  }
}

/** How two records differ, and the answers of their changes, the public ids by their places. */
function differences(
  [together, alone]: readonly [TestRecord, TestRecord],
  outcomes: readonly (readonly [Outcome, Outcome])[],
): string[] {
  const some = read(
    together,
    outcomes.map(([outcome]) => outcome),
  );
  const others = read(
    alone,
    outcomes.map(([, outcome]) => outcome),
  );
  return Object.entries(some).flatMap(([name, lines]) => {
    const other = others[name] ?? [];
    const place = lines.findIndex((line, index) => line !== other[index]);
    if (place < 0 && lines.length === other.length) return [];
    return [`${name} ${place}: ${lines[place]} where it is ${other[place]} one by one.`];
  });
}

function read({ path }: TestRecord, outcomes: readonly Outcome[]): Record<string, string[]> {
  const { meta, ...tables } = everything(path);
  const places = new Map<string, string>();
  const placeOf = (id: string): string => {
    const known = places.get(id) ?? `id ${places.size}`;
    places.set(id, known);
    return known;
  };
  const line = (row: unknown): string =>
    JSON.stringify(row).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, placeOf);
  return Object.fromEntries(
    Object.entries({ answers: outcomes, ...tables }).map(([name, rows]) => [name, rows.map(line)]),
  );
}
