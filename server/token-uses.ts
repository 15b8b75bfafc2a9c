import type { Database } from '../db/client.ts';
import { noteTokenUses } from '../db/commands/note-token-uses.ts';

/** Remembers when tokens were used. */
export interface TokenUses {
  /** Takes a use down, and does nothing else: it may be called for every request. */
  note(token: number): void;
  /** Writes down what is left. */
  close(): Promise<void>;
}

export interface TokenUsesOptions {
  /** How long one writing waits for the next; a minute unless said otherwise. */
  readonly everyMs?: number;
  readonly now?: () => number;
  /** Told of uses that could not be written; they are tried again with the next. */
  readonly onError: (error: unknown) => void;
}

/** Writes the uses of all tokens at most once a minute, one transaction for all: the first at once, so that it shows. */
export function createTokenUses(
  db: Pick<Database, 'write' | 'isReadOnly'>,
  { everyMs = 60_000, now = Date.now, onError }: TokenUsesOptions,
): TokenUses {
  const uses = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;

  const write = async (): Promise<void> => {
    timer = undefined;
    writtenAt = now();
    const written = new Map(uses);
    uses.clear();
    if (written.size === 0) return;
    const request = { author: { token: null }, command: 'noteTokenUses', input: null };
    try {
      await db.write(request, (tx) => noteTokenUses(tx, written));
    } catch (error) {
      for (const [token, at] of written) if (!uses.has(token)) uses.set(token, at);
      onError(error);
    }
  };

  return {
    note(token) {
      if (db.isReadOnly) return;
      uses.set(token, now());
      timer ??= setTimeout(write, Math.max(0, writtenAt + everyMs - now())).unref();
    },
    async close() {
      clearTimeout(timer);
      await write();
    },
  };
}
