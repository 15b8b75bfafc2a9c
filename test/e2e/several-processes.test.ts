import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../kit/component.ts';
import { type Disturbance, libsqlServer, processAndRedis } from '../soak/disturbance.ts';
import { openProcesses, type Processes, writeToAll } from '../soak/several-processes.ts';

const claims = 30;

describeWith(['sqld', 'redis'], 'three processes on one libSQL server', () => {
  let processes: Processes;
  beforeAll(async () => {
    processes = await openProcesses();
  });
  afterAll(() => processes?.[Symbol.asyncDispose]());

  test.each<[when: string, disturbance: Disturbance | undefined]>([
    ['', undefined],
    [', while one is killed and started anew and Redis is away for a time', processAndRedis],
    [', while the libSQL server is killed and started anew', libsqlServer],
  ])(
    'six subscribers at them have what three writers write, once and in one order%s',
    async (_, disturbance) => {
      const { figures, faults } = await writeToAll(processes, {
        claims,
        disturbance,
        tell: () => {},
      });

      expect(faults).toEqual([]);
      expect(figures).toMatchObject({ claims, delivered: 6 * claims });
    },
    240_000,
  );
});
