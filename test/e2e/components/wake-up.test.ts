import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { openWakeUp, type WakeUp } from '../../../server/feed/wake-up.ts';
import { describeWith } from '../../kit/component.ts';
import { patience } from '../../kit/patience.ts';
import { openRedis, type TestRedis } from './redis.ts';

const channel = 'onrecord:epoch';

interface Process extends AsyncDisposable {
  readonly wakeUp: WakeUp;
  /** How often it was woken, and what it was told of Redis. */
  woken: number;
  readonly troubles: (string | null)[];
}

describeWith(['redis'], 'processes wake each other through a real Redis', () => {
  test('what one tells reaches all, and carries nothing', async () => {
    await using redis = await openRedis();
    await using teller = await open(redis);
    await using other = await open(redis);
    await using stranger = await open(redis, { channel: 'onrecord:another' });
    await connected(teller, other, stranger);
    using listening = await listen(redis);
    const before = [other.woken, stranger.woken];

    teller.wakeUp.tell();

    await vi.waitUntil(() => other.woken > (before[0] ?? 0), patience);
    await vi.waitUntil(() => listening.heard.length > 0, patience);
    expect(listening.heard).toEqual([[channel, '']]);
    expect(stranger.woken).toBe(before[1]);
  });

  test('what is told while it tells is told once more, however often it was', async () => {
    await using redis = await openRedis();
    await using teller = await open(redis);
    await connected(teller);
    using listening = await listen(redis);

    for (let time = 0; time < 1000; time += 1) teller.wakeUp.tell();

    await vi.waitUntil(() => listening.heard.length === 2, patience);
    teller.wakeUp.tell();
    await vi.waitUntil(() => listening.heard.length === 3, patience);
  });

  test('a Redis that comes later is found, and one that goes and comes back, too: told once each', async () => {
    await using redis = await openRedis({ isRunning: false });
    await using one = await open(redis);

    await vi.waitUntil(() => one.troubles.length > 0, patience);
    one.wakeUp.tell();
    expect(one.wakeUp.isConnected()).toBe(false);
    await redis.start();
    await connected(one);
    const woken = one.woken;
    expect(woken).toBeGreaterThan(0);
    await redis.stop();
    await vi.waitUntil(() => one.troubles.length === 3, patience);
    one.wakeUp.tell();
    await redis.start();
    await connected(one);
    one.wakeUp.tell();
    await vi.waitUntil(() => one.woken >= woken + 2, patience);

    expect(one.troubles).toEqual([
      expect.stringContaining('ECONNREFUSED'),
      null,
      expect.stringContaining('ECONNREFUSED'),
      null,
    ]);
  });

  test('a wrong password is told without it', async () => {
    await using redis = await openRedis();
    await using one = await open(redis, {
      url: redis.url.replace(redis.password, 'a-wrong-secret'),
    });

    await vi.waitUntil(() => one.troubles.length > 0, patience);

    expect(one.troubles[0]).toContain('WRONGPASS');
    expect(JSON.stringify(one.troubles)).not.toContain('secret');
  });

  test('closing ends both connections, and nothing is told afterwards', async () => {
    await using redis = await openRedis();
    await using one = await open(redis);
    await connected(one);
    using admin = connect(redis);

    await one.wakeUp.close();
    const woken = one.woken;
    one.wakeUp.tell();
    await admin.redis.publish(channel, '');

    expect(await connectionsTo(admin.redis)).toBe(1);
    expect(one.woken).toBe(woken);
    expect(one.troubles).toEqual([]);
  });

  test('it can be closed while Redis is away', async () => {
    await using redis = await openRedis({ isRunning: false });
    const one = await open(redis);
    await vi.waitUntil(() => one.troubles.length > 0, patience);

    await one.wakeUp.close();

    expect(one.wakeUp.isConnected()).toBe(false);
  });
});

async function open(
  redis: TestRedis,
  options: { url?: string; channel?: string } = {},
): Promise<Process> {
  const one: Process = {
    wakeUp: await openWakeUp({
      url: redis.url,
      channel,
      onWake: () => {
        one.woken += 1;
      },
      onTrouble: (reason) => {
        // All that a log could print of it.
        const facts = reason && { ...reason, message: reason.message, cause: reason.cause };
        one.troubles.push(facts && JSON.stringify(facts));
      },
      ...options,
    }),
    woken: 0,
    troubles: [],
    [Symbol.asyncDispose]: () => one.wakeUp.close(),
  };
  return one;
}

function connected(...all: readonly Process[]): Promise<true> {
  return vi.waitUntil(() => all.every(({ wakeUp }) => wakeUp.isConnected()), patience);
}

function connect({ url }: TestRedis): { readonly redis: Redis } & Disposable {
  const redis = new Redis(url);
  return { redis, [Symbol.dispose]: () => redis.disconnect() };
}

async function listen(at: TestRedis): Promise<{ readonly heard: string[][] } & Disposable> {
  const heard: string[][] = [];
  const { redis, ...connection } = connect(at);
  redis.on('message', (...message: string[]) => heard.push(message));
  await redis.subscribe(channel);
  return { heard, ...connection };
}

async function connectionsTo(redis: Redis): Promise<number> {
  const list = await redis.client('LIST');
  return String(list).trim().split('\n').length;
}
