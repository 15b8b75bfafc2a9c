import { expect, test } from 'vitest';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { restoreArticle } from '../../../db/commands/restore-article.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import { reviews } from '../../../db/rules/vocabulary.ts';
import type { WriteTx } from '../../../db/write/write.ts';
import { createRandom, type Random } from '../../bench/record/random.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { Merger } from '../identity/merging.ts';
import { fileOf, imported } from '../interchange/files.ts';

const reason = 'Entered in error.';

/** An editor who changes at random whatever can be changed of what is found. */
class Editor {
  readonly #record: TestRecord;
  readonly #random: Random;
  /** How often each command changed something. */
  readonly changed = new Map<string, number>();

  constructor(record: TestRecord, random: Random) {
    this.#record = record;
    this.#random = random;
  }

  async step(): Promise<void> {
    const random = this.#random;
    const article = this.#oneOf('articles');
    const actor = this.#oneOf('actors');
    const claim = this.#oneOf('claims');
    const stance = this.#oneOf('stances');
    const number = random.below(1000);
    // Of every other one the index holds other forms, too.
    const words =
      number % 2 === 0 ? `Words ${number} “of” \\ it` : `O’Ørsted-${number}的词语，ท่าเรือ`;
    const stand = { actor, kind: 'ASSERTS', certainty: 'PLAIN' } as const;
    await random.pick([
      () =>
        this.#do(recordArticle, {
          title: words,
          language: 'en',
          text: `${words}.`,
          outlet: actor,
          textIsPublic: random.chance(0.3),
        }),
      () => this.#do(updateArticle, { article, title: words }),
      () => this.#do(updateArticle, { article, textIsPublic: random.chance(0.5) }),
      () => this.#do(withdrawArticle, { article, reason }),
      () => this.#do(restoreArticle, { article }),
      () => random.chance(0.3) && this.#do(eraseArticleText, { article, reason }),
      () => this.#do(updateActor, { actor, name: words }),
      () => this.#do(updateActor, { actor, aliases: ['One\n"alias"', words], description: words }),
      () =>
        this.#do(recordClaim, {
          text: words,
          kind: 'FACT',
          language: 'en',
          stances: [{ ...stand, note: 'So.' }],
        }),
      () => this.#do(updateClaim, { claim, text: words }),
      () => random.chance(0.3) && this.#do(withdrawClaim, { claim, reason }),
      () => this.#do(recordStance, { claim, ...stand, review: random.pick(reviews), note: 'So.' }),
      () => this.#do(withdrawStance, { stance, reason }),
      () => this.#do(reviewStance, { stance, review: random.pick(reviews), reason }),
      () => this.#do(addEvidence, { stance, ...this.#quote() }),
      () => this.#do(withdrawEvidence, { evidence: this.#oneOf('evidence', 'id'), reason }),
    ])();
  }

  async #do<Input>(
    command: (tx: WriteTx, input: Input) => Promise<unknown>,
    input: Input,
  ): Promise<void> {
    try {
      await write(this.#record.db, command, input);
      this.changed.set(command.name, (this.changed.get(command.name) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
    }
  }

  #oneOf<By extends 'slug' | 'id' = 'slug'>(table: string, by?: By): Record<By, string> {
    const column = by ?? 'slug';
    const rows = rawRows<Record<By, string>>(this.#record.path, `select ${column} from ${table}`);
    return this.#random.pick(rows);
  }

  /** Some words of an article. */
  #quote() {
    const held = 'select slug, text from articles where text is not null';
    const { slug, text } = this.#random.pick(
      rawRows<{ slug: string; text: string }>(this.#record.path, held),
    );
    const quote = this.#random.pick(text.split(/(?<=[.!?])\s+/));
    const start = text.indexOf(quote);
    return { article: { slug }, quote, start, end: start + quote.length, mode: 'DIRECT' } as const;
  }
}

test.each([1, 2])(
  'whatever is done, in any order, each index holds what is on record (%i)',
  async (seed) => {
    await using record = await openRecord();
    await imported(record.db, fileOf([...randomRecord(seed)]));
    const random = createRandom(seed);
    const editor = new Editor(record, random);
    const merger = new Merger(record, random);

    for (let step = 1; step <= 120; step += 1) {
      await (random.chance(0.25) ? merger : editor).step();
      if (step % 40 === 0) expect([step, await record.db.checkSearch()]).toEqual([step, []]);
    }

    await merger.undoAll();
    expect(await record.db.checkSearch()).toEqual([]);
    expect(rawRows(record.path, 'select * from search_pending')).toEqual([]);
    expect([...editor.changed.keys()]).toHaveLength(14);
  },
  120_000,
);
