import { Writable } from 'node:stream';
import { createClient } from '@libsql/client';
import { expect } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { cancellable } from '../../../db/read/cancellable.ts';
import { clientReader } from '../../../db/read/read.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createHandler } from '../../../server/yoga.ts';
import { type AskedStatement, listenTo } from '../../kit/listened.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';

/** What the graph answers. */
interface Told {
  /** The test that asks knows what it is told. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

export interface OpenGraph extends AsyncDisposable {
  readonly db: Database;
  readonly path: string;
  /** The statements that the last question was answered by, whoever asked left out. */
  readonly statements: readonly AskedStatement[];
  /**
   * Asks with a token of that role; as a stranger without one. Each question is asked four times, the last two of a
   * compiled document, and must be answered alike, by no more statements.
   */
  ask(query: string, variables?: object, role?: Role): Promise<Told>;
  /** The code of the only error. */
  codeOf(query: string, variables?: object, role?: Role): Promise<string | undefined>;
}

export interface GraphSettings {
  readonly publicTexts?: boolean;
  /** Whether the record is read as from a server: nothing answers at once. */
  readonly isRemote?: boolean;
}

/** The graph over a record of its own. */
export async function openGraph(
  fill: (db: Database, path: string) => Promise<void>,
  { isRemote = false, publicTexts = false }: GraphSettings = {},
): Promise<OpenGraph> {
  const record = await openRecord();
  await fill(record.db, record.path);
  const client = createClient({ url: `file:${record.path}` });
  const remote = clientReader(client);
  const { db, asked: statements } = listenTo(
    isRemote
      ? {
          ...record.db,
          reader: remote,
          written: remote,
          aside: () => cancellable(remote),
          isLocal: false,
        }
      : record.db,
  );
  const feed = openFeed(db);
  const handler = createHandler({
    db,
    feed,
    log: createLog({
      level: 'fatal',
      stream: new Writable({ write: (_line, _code, done) => done() }),
    }),
    corsOrigins: [],
    publicTexts,
    production: false,
    openExtractor: async () => null,
    limits: { ...defaultLimits, cost: 1_000_000 },
  });
  const bearers = new Map<Role, string>();
  const bearerOf = async (role: Role): Promise<string> => {
    const { token, hash } = newToken();
    if (!bearers.has(role)) await write(record.db, createToken, { name: role, role, hash });
    const bearer = bearers.get(role) ?? `Bearer ${token}`;
    bearers.set(role, bearer);
    return bearer;
  };
  const askOnce = async (body: object, role?: Role): Promise<Told> => {
    const authorization = role === undefined ? {} : { authorization: await bearerOf(role) };
    statements.length = 0;
    const response = await handler.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify(body),
    });
    if (role !== undefined) statements.shift();
    return response.json();
  };
  const graph: OpenGraph = {
    db: record.db,
    path: record.path,
    statements,
    async ask(query, variables = {}, role) {
      const told = await askOnce({ query, variables }, role);
      const count = statements.length;
      for (let again = 0; again < 3; again += 1) {
        expect(comparable(await askOnce({ query, variables }, role))).toEqual(comparable(told));
        // What failed compiled is asked again, uncompiled.
        if (told.errors === undefined) expect(statements.length).toBeLessThanOrEqual(count);
      }
      return told;
    },
    async codeOf(query, variables, role) {
      const { errors = [] } = await graph.ask(query, variables, role);
      return errors[0]?.extensions.code;
    },
    async [Symbol.asyncDispose]() {
      feed.close();
      client.close();
      await record[Symbol.asyncDispose]();
    },
  };
  return graph;
}

/** Each answer has the id of its request in its errors, and tells what was taken for it: more for a document that is new. */
function comparable(told: Told): unknown {
  return JSON.parse(JSON.stringify(told), (key, value) =>
    key === 'requestId' || key === 'cost' ? undefined : value,
  );
}
