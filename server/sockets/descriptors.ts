import { readFileSync } from 'node:fs';

/** What is assumed where the system does not say. */
const usual = 10_240;

/** What the database, threads, the owner's connections and those of other servers may need at most. */
const reserved = 128;

/** How many descriptors this process may have open at once. */
export function descriptorLimit(): number {
  try {
    return limitIn(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return usual;
  }
}

/** The limit in what Linux tells of a process. */
export function limitIn(limits: string): number {
  const [, most] = /^Max open files +(\d+|unlimited) /m.exec(limits) ?? [];
  if (most === 'unlimited') return Number.POSITIVE_INFINITY;
  return most === undefined ? usual : Number(most);
}

/** How many of so many descriptors may be connections: where there are few of them, three quarters. */
export function connectionsWithin(descriptors: number): number {
  return Math.max(1, Math.floor(descriptors - Math.min(reserved, descriptors / 4)));
}
