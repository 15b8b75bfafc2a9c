import type { Redis, RedisOptions } from 'ioredis';

/** How the processes that share a record tell each other to look at its log. What may be lost is time, never an event. */
export interface WakeUp {
  /** Tells all processes to look at the log now. It waits for nothing, and goes nowhere while Redis is away. */
  tell(): void;
  /** Whether what this process tells reaches Redis, and what others tell reaches this process. */
  isConnected(): boolean;
  /** Lets go of Redis; `onWake` and `onTrouble` are not called any more. */
  close(): Promise<void>;
}

export interface WakeUpOptions {
  /** `redis://` or `rediss://`, with user and password where Redis wants them. */
  readonly url: string;
  /** The name under which the processes of one record meet: `onrecord:` and its epoch. */
  readonly channel: string;
  /** Called when a process has told, be it this one, and when telling has become possible again. */
  readonly onWake: () => void;
  /** Called with the reason when Redis goes away, once however long it is away, and with null when it is back. */
  readonly onTrouble: (reason: Error | null) => void;
}

const settings: RedisOptions = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  disableClientInfo: true,
  connectTimeout: 5_000,
  disconnectTimeout: 500,
  // A Redis that stands still is as good as none.
  socketTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (attempt) => Math.min(5_000, 50 * 2 ** attempt) * (0.5 + Math.random() / 2),
};

/** Connects to Redis, now or as soon as it is there. */
export async function openWakeUp({
  url,
  channel,
  onWake,
  onTrouble,
}: WakeUpOptions): Promise<WakeUp> {
  // Loaded for them alone who share a record.
  const { Redis } = await import('ioredis');
  const publisher = new Redis(url, settings);
  const subscriber = new Redis(url, settings);
  let isListening = false;
  let isTroubled = false;
  let isClosed = false;

  const isConnected = (): boolean => isListening && publisher.status === 'ready';
  const fail = (error: unknown): void => {
    if (isClosed || isTroubled) return;
    isTroubled = true;
    onTrouble(withoutCommand(error));
  };
  const recover = (): void => {
    if (isClosed || !isConnected()) return;
    if (isTroubled) onTrouble(null);
    isTroubled = false;
    // Whatever was told in the meantime was not heard.
    onWake();
  };
  const listen = async (): Promise<void> => {
    await subscriber.subscribe(channel);
    isListening = true;
    recover();
  };

  publisher.on('error', fail);
  publisher.on('ready', recover);
  subscriber.on('error', fail);
  subscriber.on('ready', () => void listen().catch(fail));
  subscriber.on('close', () => {
    isListening = false;
  });
  subscriber.on('message', () => {
    if (!isClosed) onWake();
  });
  return {
    tell: latestOnly(async () => {
      if (publisher.status === 'ready') await publisher.publish(channel, '').catch(fail);
    }),
    isConnected,
    async close() {
      isClosed = true;
      await Promise.all([disconnect(publisher), disconnect(subscriber)]);
    },
  };
}

/** Has `send` run once at a time: however often it is asked for meanwhile, it runs once more. */
function latestOnly(send: () => Promise<void>): () => void {
  let isSending = false;
  let isDue = false;
  const run = async (): Promise<void> => {
    while (isDue) {
      isDue = false;
      await send();
    }
    isSending = false;
  };
  return () => {
    isDue = true;
    if (isSending) return;
    isSending = true;
    void run();
  };
}

async function disconnect(redis: Redis): Promise<void> {
  const isBetweenTries = redis.status === 'reconnecting';
  const ended = new Promise((resolve) => redis.once('end', resolve));
  redis.disconnect();
  if (!isBetweenTries && redis.status !== 'end') await ended;
}

/** The error as it is told: the command that failed may hold the password. */
function withoutCommand(error: unknown): Error {
  return new Error(error instanceof Error ? error.message : String(error));
}
