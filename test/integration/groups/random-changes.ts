import { sql } from 'drizzle-orm';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import type { Command, WriteRequest, WriteTx } from '../../../db/write/write.ts';
import type { Random } from '../../bench/record/random.ts';
import { owner } from '../../kit/owner.ts';

/** Something to be changed, as it is asked for. */
export interface Asked {
  readonly request: WriteRequest;
  readonly command: Command<unknown>;
}

type Carry = (tx: WriteTx) => Promise<unknown>;

/** What may be drawn, and how often beside the others. */
const kinds = {
  actor: 3,
  claim: 6,
  stance: 6,
  article: 2,
  withdrawal: 1,
  erasure: 1,
  half: 1,
  bug: 1,
  statement: 1,
  full: 1,
  atCommit: 1,
} as const;
type Kind = keyof typeof kinds;

const drawn = Object.entries(kinds).flatMap(([kind, times]) => Array(times).fill(kind) as Kind[]);

/** A change of a small record, so that many are of what is on record already, or refused. */
export function randomChange(random: Random): Asked {
  const kind = random.pick(drawn);
  const [input, command] = changes[kind](random);
  // Of few names: some are asked for twice in one group, with this input or another.
  const idempotencyKey = random.chance(0.3) ? `key-${random.below(60)}` : undefined;
  return { request: { author: owner, command: kind, input, idempotencyKey }, command };
}

type Draw = (random: Random) => readonly [input: unknown, command: Carry];

const changes: Record<Kind, Draw> = {
  actor: (random) => {
    const input = actorInput(random);
    return [input, (tx) => recordActor(tx, input)];
  },
  claim: (random) => {
    const number = random.below(80);
    const input = {
      slug: `claim-${number}`,
      text: `What claim ${number} says is so.`,
      kind: random.pick(['FACT', 'FACT', 'FACT', 'POSITION'] as const),
      language: 'en',
      stances: Array.from({ length: random.below(3) }, () => stanceInput(random)),
    };
    return [input, (tx) => recordClaim(tx, input)];
  },
  stance: (random) => {
    const input = { ...stanceInput(random), claim: { slug: `claim-${random.below(80)}` } };
    return [input, (tx) => recordStance(tx, input)];
  },
  article: (random) => {
    const number = random.below(40);
    const input = {
      slug: `article-${number}`,
      title: `Article ${number}`,
      language: 'en',
      text: `The text of article ${number}, which says that the harbour has a bridge. `.repeat(9),
    };
    return [input, (tx) => recordArticle(tx, input)];
  },
  withdrawal: (random) => {
    const input = { stance: { slug: `stance-${random.below(100)}` }, reason: 'Entered in error.' };
    return [input, (tx) => withdrawStance(tx, input)];
  },
  erasure: (random) => {
    const input = { article: { slug: `article-${random.below(40)}` }, reason: 'By order.' };
    return [input, (tx) => eraseArticleText(tx, input)];
  },
  // Refused after it has written.
  half: (random) => {
    const input = actorInput(random);
    return [
      input,
      async (tx) => {
        await recordActor(tx, { name: 'Nobody else', kind: 'PERSON' });
        return recordActor(tx, { ...input, kind: 'GOVERNMENT' });
      },
    ];
  },
  bug: (random) => {
    const input = actorInput(random);
    return [
      input,
      async (tx) => {
        await recordActor(tx, { ...input, slug: 'of-a-bug' });
        throw new TypeError('a bug');
      },
    ];
  },
  statement: () => [
    null,
    async (tx) => {
      await recordActor(tx, { name: 'Before a statement', kind: 'PERSON' });
      return tx.drizzle.run(sql`insert into nowhere values (1)`);
    },
  ],
  // The limit is that of the connection, which is let go of then.
  full: (random) => {
    const isOneStatement = random.chance(0.5);
    return [
      isOneStatement,
      async (tx) => {
        await recordActor(tx, { name: 'Before the disk is full', kind: 'PERSON' });
        const [[pages] = [0]] = await tx.run('pragma page_count', []);
        await tx.run(`pragma max_page_count = ${Number(pages) + 2}`, []);
        await tx.run('create table room (words text)', []);
        const rows = isOneStatement ? 400 : 1;
        const insert = `insert into room select ?1 from json_each(?2)`;
        const places = JSON.stringify(Array(rows).fill(0));
        for (let times = 0; times < 400; times += rows)
          await tx.run(insert, ['word '.repeat(1000), places]);
        return 'There was room.';
      },
    ];
  },
  // Refused when it is committed, and not before.
  atCommit: () => [
    null,
    async (tx) => {
      await recordActor(tx, { name: 'Before the commit fails', kind: 'PERSON' });
      await tx.run('pragma defer_foreign_keys = on', []);
      await tx.run('insert into claim_topics (topic, claim) values (?1, ?2)', ['harbour', 1e9]);
      return 'It was committed.';
    },
  ],
};

function actorInput(random: Random) {
  const number = random.below(16);
  return {
    slug: `actor-${number}`,
    name: `Actor ${number}`,
    kind: random.pick(['PERSON', 'PERSON', 'PERSON', 'PERSON', 'PERSON', 'OUTLET'] as const),
  };
}

function stanceInput(random: Random) {
  return {
    ...(random.chance(0.5) ? { slug: `stance-${random.below(100)}` } : {}),
    actor: { slug: `actor-${random.below(12)}` },
    kind: random.pick(['ASSERTS', 'DENIES', 'QUESTIONS'] as const),
    certainty: 'PLAIN' as const,
    note: 'Said at the desk.',
  };
}
