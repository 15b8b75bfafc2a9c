import type { TestRedis } from '../e2e/components/redis.ts';
import type { TestServer } from '../e2e/components/server.ts';
import type { Sqld } from '../e2e/components/sqld.ts';

/** Something that goes wrong, in steps: each comes when a share of the claims has been acknowledged. */
export type Disturbance = (running: Running) => readonly (readonly [share: number, step: Step])[];

type Step = () => Promise<void>;

interface Running {
  readonly servers: readonly TestServer[];
  readonly redis: TestRedis;
  readonly sqld: Sqld;
}

/** One server process is killed and started anew, and Redis is away for a time. */
export const processAndRedis: Disturbance = ({ servers: [victim], redis }) => [
  [0.2, async () => void (await victim?.stop('SIGKILL'))],
  [0.4, () => redis.stop('SIGKILL')],
  [0.5, async () => victim?.start()],
  [0.7, () => redis.start()],
];

/** The libSQL server under all of them is killed and started anew. */
export const libsqlServer: Disturbance = ({ sqld }) => [
  [
    0.4,
    async () => {
      await sqld.stop();
      await sqld.start();
    },
  ],
];
