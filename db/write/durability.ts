import type { Queryable } from '../file/migrate.ts';

/**
 * Whether what is acknowledged was synced: `unsynced` is lost where the machine of the server loses power; `unknown` where the server
 * does not tell.
 */
export type SyncState = 'synced' | 'unsynced' | 'unknown';

/** What a batch that commits asks: it fails where commits are to be synced, as by 2 or more, and are not. */
export const commitsAre = `
  select case when synchronous >= ? then synchronous else json('unsynced') end from pragma_synchronous`;

// FULL, by https://www.sqlite.org/pragma.html#pragma_synchronous
const full = 2;

/** What the answer of `pragma synchronous` says. */
export function durabilityIn(answer: unknown): SyncState {
  if (typeof answer !== 'number') return 'unknown';
  return answer >= full ? 'synced' : 'unsynced';
}

/** How a server commits, as it told last. */
export class Durability {
  /** Whether nothing may be written that is not synced. */
  readonly isRequired: boolean;
  readonly #onChange: (state: SyncState) => void;
  #state: SyncState = 'unknown';

  constructor(isRequired: boolean, onChange: (state: SyncState) => void = () => {}) {
    this.isRequired = isRequired;
    this.#onChange = onChange;
  }

  get state(): SyncState {
    return this.#state;
  }

  note(state: SyncState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onChange(state);
  }

  /** Asks once, for whoever is about to write. */
  async ask(database: Queryable): Promise<void> {
    try {
      const { rows } = await database.execute('select synchronous from pragma_synchronous');
      this.note(durabilityIn(rows[0]?.synchronous));
    } catch {
      // Not every server lets itself be asked.
    }
  }
}
