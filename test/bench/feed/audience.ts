import { everyTopic, type FeedCase } from './cases.ts';
import { openReaders, type Readers } from './readers.ts';
import { recordClaims } from './recorder.ts';
import type { Stage } from './stage.ts';

/** The readers of a feed and those of its floor, as many. */
export interface Audience {
  readonly count: number;
  readonly ours: Readers;
  readonly floor: Readers;
  leave(): Promise<void>;
}

/** Opens the streams; when it resolves, every one of them is live. */
export async function seatAudience(
  stage: Stage,
  feedCase: FeedCase,
  count: number,
): Promise<Audience> {
  const { port } = stage.followed;
  const [ours, floor] = await Promise.all([
    openReaders(stage.readers, { port, count, pathOf: () => '/graphql', feedCase }),
    openReaders(stage.floorReaders, {
      port: stage.floor.port,
      count,
      pathOf: (reader) => `/${reader}`,
      feedCase: { transport: 'sse', filter: () => undefined },
    }),
  ]);
  const leave = async (): Promise<void> => void (await Promise.all([ours.leave(), floor.leave()]));
  await untilAllAreTold(stage, ours, count);
  return { count, ours, floor, leave };
}

/** A socket does not say when its subscription has begun: claims are recorded until everyone is told of one. */
async function untilAllAreTold(
  { followed, token, newClaims }: Stage,
  ours: Readers,
  count: number,
): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await recordClaims(newClaims(1), {
      port: followed.port,
      token,
      lanes: 1,
      topics: () => everyTopic,
    });
    const { told } = await ours.collect(count, 1000);
    if (told.every((events) => events.length > 0)) return;
  }
  throw new Error('Not every reader is told of what is recorded.');
}
