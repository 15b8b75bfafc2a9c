import type { OpenHandler } from '../integration/http/open-handler.ts';
import { byLane } from '../kit/by-lane.ts';

/** Something that is known to break servers, and a server with and without what protects it. */
export interface Attack {
  readonly name: string;
  /** Whether the server withstood it. */
  readonly run: (isProtected: boolean) => Promise<boolean>;
  /** The same where the server is asked for documents that it knows, over a socket; null where it is no handler that is asked. */
  readonly runByLane: () => Promise<boolean | null>;
}

interface Told<Target extends AsyncDisposable> {
  /** The server as it is, over a record of its own. */
  readonly open: () => Promise<Target>;
  /** The same without the one protection that the attack is about. */
  readonly openUnprotected: () => Promise<Target>;
  /** It may wait long for what a protection does, and gives up soon where there is none. */
  readonly isWithstood: (target: Target, isProtected: boolean) => Promise<boolean>;
}

export function attack<Target extends AsyncDisposable>(
  name: string,
  { isWithstood, open, openUnprotected }: Told<Target>,
): Attack {
  return {
    name,
    async run(isProtected) {
      await using target = await (isProtected ? open() : openUnprotected());
      return await isWithstood(target, isProtected);
    },
    async runByLane() {
      const opened = await open();
      if (!isHandler(opened)) {
        await opened[Symbol.asyncDispose]();
        return null;
      }
      await using target = await byLane(opened);
      return await isWithstood(target, true);
    },
  };
}

function isHandler<Target extends object>(target: Target): target is Target & OpenHandler {
  return 'handler' in target && 'ask' in target && 'get' in target;
}
