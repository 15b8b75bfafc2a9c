import { hearChanges } from '../../../sdk/src/change-stream.ts';
import { feedCursorNow, type RecordChange } from '../../../sdk/src/changes.ts';
import { connect } from '../../../sdk/src/connect.ts';

/** Who hears of changes of the record. */
export interface Listener {
  /** Hears of a change; with none, of anything that may have been missed. */
  hear(change?: RecordChange): void;
  /** Hears whether changes are heard at once. */
  tell(isLive: boolean): void;
}

const againMs = 2_000;

/**
 * Hears of every change of this server's record until the signal falls: by one stream for all tabs of this server, which is
 * let go of while no page is seen, and through its restarts.
 */
export async function hearRecord({ hear, tell }: Listener, signal: AbortSignal): Promise<void> {
  const connection = connect({ url: '/graphql' });
  while (!signal.aborted) {
    const hearer = {
      cursor: undefined as string | undefined,
      hear,
      tell: ({ kind }: { readonly kind: string }) => tell(kind === 'live'),
      async untilSettled(untilHidden: HearerSignal) {
        while (hearer.cursor === undefined && !untilHidden.aborted) {
          hearer.cursor = await feedCursorNow(connection, { signal: untilHidden }).catch(
            () => undefined,
          );
          if (hearer.cursor === undefined) await pause(againMs);
          // What was written between this page and that place in the feed is on the page of now.
          else hear();
        }
      },
    };
    await hearChanges(connection, hearer, signal).catch(() => undefined);
    tell(false);
    if (!signal.aborted) await pause(againMs * 15);
  }
}

type HearerSignal = Parameters<Parameters<typeof hearChanges>[1]['untilSettled']>[0];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
