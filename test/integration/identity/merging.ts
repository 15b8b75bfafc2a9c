import type { Database } from '../../../db/client.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { revokeActorMerge } from '../../../db/commands/revoke-actor-merge.ts';
import { revokeClaimLink } from '../../../db/commands/revoke-claim-link.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import type { WriteTx } from '../../../db/write/write.ts';
import type { Random } from '../../bench/record/random.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';

interface Judged {
  readonly id: string;
  readonly noun: 'merge' | 'link';
}

/** An editor who judges at random who, and what, is one, and takes it back again. */
export class Merger {
  readonly #db: Database;
  readonly #random: Random;
  readonly #actors: readonly { readonly slug: string; readonly kind: string }[];
  readonly #claims: readonly string[];
  #inForce: Judged[] = [];
  /** How much was judged, and how much of it was refused. */
  readonly counts = { merged: 0, linked: 0, undone: 0, refused: 0 };

  constructor(record: { readonly db: Database; readonly path: string }, random: Random) {
    this.#db = record.db;
    this.#random = random;
    this.#actors = rawRows(record.path, 'select slug, kind from actors order by key');
    const claims = rawRows<{ slug: string }>(record.path, 'select slug from claims order by key');
    this.#claims = claims.map(({ slug }) => slug);
  }

  async step(): Promise<void> {
    const which = this.#random.next();
    // The more there is to take back, the more is taken back.
    if (which < this.#inForce.length / 12)
      await this.#undo(this.#random.below(this.#inForce.length));
    else if (which < 0.5 + this.#inForce.length / 24) await this.#merge();
    else await this.#link();
  }

  /** Takes back all that is in force, in any order. */
  async undoAll(): Promise<void> {
    while (this.#inForce.length > 0) await this.#undo(this.#random.below(this.#inForce.length));
  }

  async #merge(): Promise<void> {
    const from = this.#random.pick(this.#actors);
    const isUnnamed = from.kind === 'UNNAMED_SOURCE';
    const others = this.#actors.filter(
      ({ kind, slug }) => slug !== from.slug && (kind === 'UNNAMED_SOURCE') === isUnnamed,
    );
    const input = {
      from: { slug: from.slug },
      into: { slug: this.#random.pick(others).slug },
      judgement: 'CONFIRMED',
    } as const;
    if (await this.#judge('merge', mergeActors, input)) this.counts.merged += 1;
  }

  async #link(): Promise<void> {
    const from = this.#random.pick(this.#claims);
    const to = this.#random.pick(this.#claims.filter((slug) => slug !== from));
    const told = this.#random.chance(0.5)
      ? { shown: this.#random.pick(['FROM', 'TO'] as const) }
      : {};
    const input = {
      from: { slug: from },
      to: { slug: to },
      kind: 'SAME_AS',
      judgement: 'CONFIRMED',
      ...told,
    } as const;
    if (await this.#judge('link', linkClaims, input)) this.counts.linked += 1;
  }

  async #judge<Input>(
    noun: Judged['noun'],
    command: (tx: WriteTx, input: Input) => Promise<{ id: string; created: boolean }>,
    input: Input,
  ): Promise<boolean> {
    try {
      const { id, created } = await write(this.#db, command, input);
      if (created) this.#inForce.push({ noun, id });
      return created;
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.counts.refused += 1;
      return false;
    }
  }

  async #undo(index: number): Promise<void> {
    const [judged] = this.#inForce.splice(index, 1);
    if (judged === undefined) return;
    this.counts.undone += 1;
    const { id, noun } = judged;
    const reason = 'They are two.';
    if (noun === 'merge') await write(this.#db, revokeActorMerge, { merge: { id }, reason });
    else await write(this.#db, revokeClaimLink, { link: { id }, reason });
  }
}
