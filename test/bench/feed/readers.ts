import { z } from 'zod';
import type { Probed } from '../contenders/process.ts';
import type { FeedCase } from './cases.ts';

/** A claim as it enters the record, with where it stands and who says so. */
const query = `subscription NewClaims($filter: ClaimAddedFilter) {
  claimAdded(filter: $filter) {
    cursor at
    claim { id text kind standing { status summary } stances(first: 3) { nodes { kind actor { name } } } }
  }
}`;

/** Readers in a process of their own. */
export interface Readers {
  /** What came since it was last asked; waits, but not for ever, until it is so many events for all readers together. */
  collect(events: number, withinMs?: number): Promise<Collected>;
  leave(): Promise<void>;
}

const collected = z.object({
  /** Each event that came, as it came: its text, without the framing of the connection. */
  texts: z.array(z.string()),
  /** For each reader, which of the texts it was told, in order, and when, by `now`. */
  told: z.array(z.array(z.object({ text: z.number(), at: z.number() }))),
});
export type Collected = z.infer<typeof collected>;

const patienceMs = 60_000;

/** Lets so many readers follow, in `process`, what the server at `port` tells. */
export async function openReaders(
  process: Probed,
  {
    port,
    count,
    pathOf,
    feedCase: { transport, filter },
  }: {
    readonly port: number;
    readonly count: number;
    readonly pathOf: (reader: number) => string;
    readonly feedCase: Pick<FeedCase, 'transport' | 'filter'>;
  },
): Promise<Readers> {
  const numbers = Array.from({ length: count }, (_, reader) => reader);
  const variables = numbers.map((reader) => ({ filter: filter(reader) }));
  const followed = process.told('followed');
  process.send({ follow: { transport, port, paths: numbers.map(pathOf), query, variables } });
  await followed;
  return {
    collect(events, withinMs = patienceMs) {
      const answer = process.heard(collected);
      process.send({ collect: { events, withinMs } });
      return answer;
    },
    async leave() {
      const left = process.told('left');
      process.send({ leave: true });
      await left;
    },
  };
}
