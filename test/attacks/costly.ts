import Sqlite from 'libsql';
import type { Database } from '../../db/client.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import type { RequestFacts } from '../../server/request-facts.ts';
import { costOf, generateInto } from '../integration/graph/statement-cost.ts';
import { codeOf, openHandler } from '../integration/http/open-handler.ts';
import { countRead, listenTo } from '../kit/listened.ts';
import { openRecord } from '../kit/open-record.ts';
import { type Attack, attack } from './attack.ts';

/** Claims that nobody is for, and that one is against and another in between: each claim on record is looked at. */
const filter =
  '{ noStances: { polarity: FOR }, stances: [{ polarity: AGAINST }, { polarity: MIXED }] }';
const nineteen = Array.from({ length: 19 }, (_, n) => n);
const costly = `{ ${nineteen.map((n) => `a${n}: claims(first: 1, filter: ${filter}) { totalCount }`).join(' ')} }`;
const search = '{ search(query: "the", first: 1) { totalCount edges { highlights { text } } } }';

export const costlyAttacks: readonly Attack[] = [
  attack('lists that look at every claim, in the way of everybody else', {
    open: () => openListening(),
    // Whatever is asked is read at once.
    openUnprotected: () =>
      openListening({ changed: (db) => ({ ...db, aside: () => ({ ...db.reader, spentMs: 0 }) }) }),
    isWithstood: async ({ ask, asked, path }) => {
      await ask(costly);
      await ask(search);
      const file = new Sqlite(path);
      const atOnce = asked.filter(({ isAside }) => !isAside);
      const steps = atOnce.reduce((sum, statement) => sum + costOf(file, statement).nstep, 0);
      file.close();
      return asked.length > 38 && steps < 5_000;
    },
  }),
  attack('three hundred searches at the same moment', {
    open: () => openListening(),
    openUnprotected: () => openListening({ mostReadsWaiting: Number.POSITIVE_INFINITY }),
    isWithstood: async ({ ask }) => {
      const codes = await Promise.all(Array.from({ length: 300 }, () => ask(search)));
      const refused = codes.filter((code) => code === 'UNAVAILABLE').length;
      return refused > 0 && codes.every((code) => code === undefined || code === 'UNAVAILABLE');
    },
  }),
  attack('a client that asks for much and leaves at once', {
    open: () => openListening(),
    // Nobody looks whether whoever asked has left.
    openUnprotected: () => openListening({ facts: { leaving: { hasLeft: () => false } } }),
    isWithstood: async ({ ask, asked }) => {
      const leaving = new AbortController();
      const answer = ask(costly, leaving.signal).catch(() => undefined);
      while (asked.length === 0) await new Promise(setImmediate);
      leaving.abort();
      await answer;
      return (await countRead(asked)) <= 5;
    },
  }),
];

interface Listening {
  readonly mostReadsWaiting?: number;
  /** What stands in the place of the database. */
  readonly changed?: (db: Database) => Database;
  /** What is told of each request. */
  readonly facts?: Pick<RequestFacts, 'leaving'>;
}

/** A server over some hundred claims, and what it asks of its database. */
async function openListening({ changed = (db) => db, facts = {}, ...options }: Listening = {}) {
  const record = await openRecord(options);
  generateInto(record.path, 300);
  const { asked, db } = listenTo(changed(record.db));
  const server = await openHandler({ db, limits: { ...defaultLimits, requestMs: 600_000 } });
  return {
    path: record.path,
    asked,
    /** The code of the error, if there is one. */
    async ask(query: string, signal?: AbortSignal): Promise<string | undefined> {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const body = JSON.stringify({ query });
      const request = { method: 'POST', headers, body, ...(signal && { signal }) };
      return codeOf(server.handler.fetch('http://localhost/graphql', request, facts));
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await record[Symbol.asyncDispose]();
    },
  };
}
