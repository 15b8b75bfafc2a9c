import { createYoga } from 'graphql-yoga';
import { Cancellation } from '../../schema/cancellation.ts';
import type { GraphContext } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { owner } from '../../server/viewer.ts';
import type { OpenHandler } from '../integration/http/open-handler.ts';
import { openRecord } from '../kit/open-record.ts';

/** What an attack needs of a server. */
export type Asked = Pick<OpenHandler, 'ask' | 'db' | 'get'> & AsyncDisposable;

/** The graph without all that server/ adds: Yoga as it comes, batches on, and whoever asks is the owner. */
export async function openBareHandler(): Promise<Asked> {
  const record = await openRecord();
  const { db } = record;
  const context: GraphContext = {
    db,
    reader: db.reader,
    aside: db.aside(),
    turn: () => null,
    charge: () => {},
    viewer: owner,
    publicTexts: false,
    lastEventId: null,
    cancellation: new Cancellation(),
    openExtractor: async () => null,
  };
  const yoga = createYoga({ schema, context: () => context, batching: true, logging: false });
  return {
    db,
    ask: async (body, headers = {}) =>
      yoga.fetch('http://localhost:4000/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: async (path, headers = {}) => yoga.fetch(`http://localhost:4000${path}`, { headers }),
    [Symbol.asyncDispose]: () => record[Symbol.asyncDispose](),
  };
}
