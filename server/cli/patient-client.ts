import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from './progress.ts';
import { AskAgain, type ServerClient } from './server-client.ts';

const mostTries = 6;
const longestPauseS = 30;

/**
 * A client that waits where a server asks it to, and asks again: for what can be asked twice. A limit is waited out
 * however often it is met; a server that is not available gets half a minute to come back.
 */
export function patientClient(
  client: ServerClient,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: Progress },
): ServerClient {
  return {
    where: client.where,
    async ask(call) {
      for (let tries = 0; ; tries++) {
        try {
          return await client.ask(call);
        } catch (error) {
          if (!(error instanceof AskAgain)) throw error;
          if (error.retryAfterS === null && tries >= mostTries) throw error;
          const seconds = error.retryAfterS ?? Math.min(longestPauseS, 2 ** tries / 2);
          progress.tell(`${error.message} Going on in ${seconds} s.`);
          await pause(seconds * 1_000, undefined, { signal });
        }
      }
    },
  };
}
