import type { GraphQLError } from 'graphql';
import { codedError } from '../../schema/coded.ts';
import { isLoopback, networkOf } from '../address.ts';
import type { Asker } from './stream.ts';

/** How many streams there may be at once. */
export interface StreamLimits {
  readonly inAll: number;
  /** This machine's own addresses are not counted: behind a proxy beside the server all readers have them. */
  readonly perAddress: number;
  readonly perToken: number;
}

const comeBackAfterS = 30;

/** Counts the streams that are open. */
export class StreamTally {
  readonly #limits: StreamLimits;
  readonly #counts = new Map<string, number>();

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /** Why this asker may not open another stream now; null where it may. */
  refusal(asker: Asker): GraphQLError | null {
    for (const { name, limit, whose } of this.#bounds(asker)) {
      if ((this.#counts.get(name) ?? 0) >= limit) return tooMany(limit, whose);
    }
    return null;
  }

  add(asker: Asker): void {
    for (const { name } of this.#bounds(asker)) {
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    }
  }

  remove(asker: Asker): void {
    for (const { name } of this.#bounds(asker)) {
      const left = (this.#counts.get(name) ?? 0) - 1;
      if (left > 0) this.#counts.set(name, left);
      else this.#counts.delete(name);
    }
  }

  #bounds({ address, token }: Asker) {
    const { inAll, perAddress, perToken } = this.#limits;
    const bounds = [{ name: 'all', limit: inAll, whose: 'in all' }];
    if (token !== null)
      bounds.push({ name: `token ${token}`, limit: perToken, whose: 'with this token' });
    if (!isLoopback(address))
      bounds.push({
        name: `address ${networkOf(address)}`,
        limit: perAddress,
        whose: 'from this address',
      });
    return bounds;
  }
}

function tooMany(limit: number, whose: string): GraphQLError {
  return codedError('RATE_LIMITED', `No more than ${limit} streams at once ${whose}.`, {
    http: { status: 429, headers: { 'retry-after': String(comeBackAfterS) } },
  });
}
