import { sha256Of } from './by-hash.ts';
import type { Connection } from './connect.ts';
import type { Signal } from './host.ts';

// The shapes of what a browser has for its tabs, and other hosts have not.
interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}
interface Locks {
  request(name: string, options: { signal: Signal }, task: () => Promise<void>): Promise<void>;
}
interface Page {
  readonly visibilityState: string;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}
declare const document: Page | undefined;
declare const location: { readonly href: string };
declare const navigator: { readonly locks?: Locks } | undefined;
declare const BroadcastChannel: (new (name: string) => Channel) | undefined;
declare const URL: new (url: string, base: string) => { readonly href: string };

/** The tabs of one origin that ask the same server with the same token. */
export interface Tabs<Message> {
  /** Tells all others. */
  post(message: Message): void;
  /** Does the task when no other tab does it, and once at most. Passes when it is done, or the signal falls before. */
  alone(signal: Signal, task: () => Promise<void>): Promise<void>;
  close(): void;
}

/**
 * What those have in common who may share a stream: server and token. Undefined where nothing can be shared: outside of
 * pages, on those that came over plain HTTP, and where a `fetch` of the program's own may show who knows what.
 */
export async function sharedBy(connection: Connection): Promise<string | undefined> {
  const isPage = typeof document === 'object' && typeof navigator === 'object';
  if (!isPage || !navigator?.locks || typeof BroadcastChannel !== 'function') return undefined;
  if (!connection.isPlain) return undefined;
  try {
    const [token, { authorization }] = await Promise.all([
      connection.token(),
      connection.headers(),
    ]);
    const { href } = new URL(connection.url, location.href);
    return JSON.stringify([href, token, authorization]);
  } catch {
    // Why there is no token is told to whoever sends a request.
    return undefined;
  }
}

/** Joins the tabs that have this in common. Its hash alone is shown to other programs of the origin. */
export async function joinTabs<Message>(
  shared: string,
  hear: (message: Message) => void,
): Promise<Tabs<Message>> {
  const { locks } = navigator as { readonly locks: Locks };
  const name = `onrecord live 1 ${await sha256Of(shared)}`;
  const channel = new (BroadcastChannel as new (name: string) => Channel)(name);
  channel.onmessage = ({ data }) => hear(data as Message);
  return {
    post: (message) => channel.postMessage(message),
    async alone(signal, task) {
      try {
        await locks.request(name, { signal }, task);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    close: () => channel.close(),
  };
}

const isHidden = (): boolean =>
  typeof document === 'object' && document.visibilityState === 'hidden';

/** Passes when the page can be seen, or the signal falls. Tells whether that was to be waited for. */
export async function untilShown(signal: Signal): Promise<boolean> {
  if (!isHidden()) return false;
  await new Promise<void>((resolve) => {
    const stop = onVisibility(() => {
      if (!isHidden()) done();
    });
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
  return true;
}

/** Calls when the page is hidden, until it is told to stop. */
export const onHidden = (listener: () => void): (() => void) =>
  onVisibility(() => {
    if (isHidden()) listener();
  });

function onVisibility(listener: () => void): () => void {
  if (typeof document !== 'object') return () => {};
  const page = document;
  page.addEventListener('visibilitychange', listener);
  return () => page.removeEventListener('visibilitychange', listener);
}
