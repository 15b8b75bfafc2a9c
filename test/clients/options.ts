import { parseArgs } from 'node:util';
import { clients, type StrangersClient } from './clients.ts';

export interface ClientsOptions {
  readonly chosen: readonly StrangersClient[];
  readonly help: boolean;
}

const names = clients.map(({ name }) => name);

export const usage = `Usage: npm run clients -- [CLIENT ...]

Tries what strangers use, each by itself: a list, its next page, a claim, a stance that is refused and why, a claim that is
heard of, with a server of the built program and the packed SDK. Exits with 1 where anything comes out otherwise, or anything
warns. Clients: ${names.join(', ')}; all of them where none is named.

They are installed in .components/clients, by the lockfile in test/clients; the first time takes some minutes.`;

/** Throws an Error that names what is not understood. */
export function readOptions(args: readonly string[]): ClientsOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no client ${unknown.join(', ')}: ${names.join(', ')}.`);
  const isChosen = ({ name }: StrangersClient) => positionals.includes(name);
  return { chosen: positionals.length > 0 ? clients.filter(isChosen) : clients, help: values.help };
}
