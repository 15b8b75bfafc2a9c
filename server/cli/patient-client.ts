import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from './progress.ts';
import { AskAgain, type ServerClient } from './server-client.ts';

/** A client that bears with a server that restarts. */
export interface PatientClient extends ServerClient {
  /** Asks what is not to be done twice: nothing that may have come to the server is asked again. */
  askOnce: ServerClient['ask'];
}

interface Patience {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** How long a server may be away; half a minute, unless said otherwise. */
  readonly patienceMs?: number;
}

/** How long to wait before the next try, after so many. One that comes back is not kept waiting. */
function pauseS({ isLimit, retryAfterS }: AskAgain, tries: number): number {
  return isLimit
    ? (retryAfterS ?? Math.min(30, 2 ** tries / 2))
    : Math.min(2, retryAfterS ?? 2 ** tries / 4);
}

/**
 * A client that waits where a server asks it to, or is away, and asks again. A limit is waited out however often it is
 * met; a server that is not available gets half a minute to come back.
 */
export function patientClient(
  client: ServerClient,
  { signal, progress, patienceMs = 30_000 }: Patience,
): PatientClient {
  let hasAnswered = false;

  const isWorthAsking = (error: AskAgain, isRepeatable: boolean): boolean =>
    (isRepeatable || !error.mayHaveCome) && (hasAnswered || !error.isOfNoServer);

  const askUntil = async <Answer>(
    asking: () => Promise<Answer>,
    isRepeatable: boolean,
  ): Promise<Answer> => {
    let awaySince: number | null = null;
    for (let tries = 0; ; tries++) {
      try {
        const answer = await asking();
        hasAnswered = true;
        return answer;
      } catch (error) {
        if (!(error instanceof AskAgain) || !isWorthAsking(error, isRepeatable)) throw error;
        const seconds = pauseS(error, tries);
        if (error.isLimit) {
          progress.tell(`${error.message} Going on in ${seconds} s.`);
          awaySince = null;
        } else {
          const isFirst = awaySince === null;
          awaySince ??= performance.now();
          if (performance.now() - awaySince >= patienceMs) throw error.inVain();
          if (isFirst) progress.tell(`${error.message} Trying again for half a minute.`);
        }
        await pause(seconds * 1_000, undefined, { signal });
      }
    }
  };
  return {
    where: client.where,
    ask: (call) => askUntil(() => client.ask(call), true),
    askOnce: (call) => askUntil(() => client.ask(call), false),
  };
}
