import type { Database } from '../../../db/client.ts';
import type { Ground, Touched } from '../../../db/rules/grounds.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { createRandom, type Random } from '../../bench/record/random.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type Asked, KeptAsking } from './asking.ts';
import { questionsOn } from './questions.ts';
import { changes, randomInput, randomKind } from './random-changes.ts';

interface ComparedOptions {
  readonly record: TestRecord;
  readonly asking: KeptAsking;
  readonly questions: readonly Asked[];
  readonly seed: number;
  readonly roles: readonly (Role | null)[];
}

/** A record that is asked the same questions again and again, each time by somebody, of whose answers each is compared with a fresh one. */
export class Compared implements AsyncDisposable {
  readonly asking: KeptAsking;
  readonly random: Random;
  /** What differed, a sentence each. */
  readonly faults: string[] = [];
  readonly #record: TestRecord;
  readonly #questions: readonly Asked[];
  readonly #roles: readonly (Role | null)[];
  #number = 0;

  constructor({ asking, questions, record, roles, seed }: ComparedOptions) {
    this.#roles = roles;
    this.#record = record;
    this.asking = asking;
    this.#questions = questions;
    this.random = createRandom(seed);
  }

  /** Makes some change, and compares all answers. */
  async step(): Promise<void> {
    const kind = randomKind(this.random);
    await this.#change(kind);
    await this.compare(kind);
  }

  /** Makes a change of this kind, with other inputs where it is refused; null, or why it was refused to the last. */
  async make(kind: string): Promise<string | null> {
    let refusal: string | null = '';
    for (let tries = 0; tries < 30 && refusal !== null; tries += 1)
      refusal = await this.#change(kind);
    await this.compare(kind);
    return refusal;
  }

  async #change(kind: string): Promise<string | null> {
    this.#number += 1;
    const making = { random: this.random, number: this.#number };
    const { isMade, why } = await this.asking.change(
      kind,
      randomInput(kind, this.#record.path, making),
    );
    return isMade ? null : why;
  }

  async compare(after: string): Promise<void> {
    for (const question of this.#questions) {
      const role = this.random.pick(this.#roles);
      const told = await this.asking.ask(question, role);
      const fresh = await this.asking.fresh(question, role);
      if (told !== fresh)
        this.faults.push(`After ${after}, ${question.text} ${JSON.stringify(question.variables)}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#record[Symbol.asyncDispose]();
  }
}

/** A random record to compare; `forgotten` is never told to be touched. */
export async function openCompared(seed: number, forgotten?: Ground): Promise<Compared> {
  const record = await openRecord();
  await imported(record.db, fileOf(randomRecord(seed)));
  const asking = new KeptAsking(forgotten ? forgetting(record.db, forgotten) : record.db);
  const questions = await questionsOn(record.path, (asked) => asking.fresh(asked, null), seed);
  const compared = new Compared({
    record,
    asking,
    questions,
    seed,
    roles: forgotten ? [null] : [null, 'EDITOR'],
  });
  await compared.compare('nothing');
  return compared;
}

function forgetting(db: Database, forgotten: Ground): Database {
  const without = (touched: Touched): Touched =>
    touched === 'everything' ? touched : new Map([...touched].filter(([one]) => one !== forgotten));
  return {
    ...db,
    beforeCommit: (listener) => db.beforeCommit((touched) => listener(without(touched))),
  };
}

export const kindsOfChange = Object.keys(changes);
