import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import type { Reader } from '../../../db/read/read.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import type { EventFeed, FeedOptions } from '../../../server/feed/feed.ts';
import { createLog } from '../../../server/log.ts';
import { createHandler } from '../../../server/yoga.ts';
import { appendEvents } from '../../kit/append-events.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';

/** A feed whose readings are counted, over an empty record of its own. */
export interface WatchedFeed extends AsyncDisposable {
  readonly db: Database;
  readonly feed: EventFeed;
  /** How many statements were read so far. */
  readings(): number;
  /** Subscribes, and has read what the stream begins with. */
  open(query: string, variables?: object, role?: Role): Promise<OpenStream>;
  /** Appends so many events in one transaction. */
  append(count: number): Promise<void>;
}

/** A stream, as its reader has it. */
export interface OpenStream {
  /** The answers that come next, so many of them. */
  next(count: number): Promise<readonly string[]>;
  leave(): Promise<void>;
}

export interface Watched extends Partial<FeedOptions> {
  /** Whether the record is seen as by a process that shares a libSQL server: nobody tells it of commits. */
  readonly isRemote?: boolean;
  /** Called before each reading, with its statement; what it throws, the reading throws. */
  readonly onRead?: (statement: string) => void;
}

export async function openWatchedFeed(watched: Watched = {}): Promise<WatchedFeed> {
  const { isRemote = false, onRead = () => {}, ...options } = watched;
  const record = await openRecord();
  let readings = 0;
  const count = (statement: string) => {
    readings += 1;
    onRead(statement);
  };
  const db = seen(record.db, { isRemote, count });
  const feed = openFeed(db, options);
  const log = createLog({ level: 'silent' });
  const shared = { corsOrigins: [], publicTexts: false, production: false };
  const handler = createHandler({ ...shared, db, feed, log, openExtractor: async () => null });
  return {
    db,
    feed,
    readings: () => readings,
    async open(query, variables = {}, role) {
      const authorization = role === undefined ? {} : await bearerOf(record.db, role);
      const accept = { 'content-type': 'application/json', accept: 'text/event-stream' };
      const response = await handler.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { ...accept, ...authorization },
        body: JSON.stringify({ query, variables }),
      });
      return streamIn(response);
    },
    append: (length) => appendEvents(record.db, length),
    async [Symbol.asyncDispose]() {
      feed.close();
      await record[Symbol.asyncDispose]();
    },
  };
}

async function streamIn(response: Response): Promise<OpenStream> {
  const body = response.body?.getReader();
  if (body === undefined) throw new Error('A stream has a body.');
  const answers: string[] = [];
  let rest = '';
  const readOn = async (): Promise<void> => {
    const { done, value } = await body.read();
    if (done) throw new Error('The stream has ended.');
    const blocks = (rest + Buffer.from(value).toString()).split('\n\n');
    rest = blocks.pop() ?? '';
    answers.push(...blocks.flatMap((block) => /^data: (.+)$/m.exec(block)?.[1] ?? []));
  };
  await readOn();
  return {
    async next(count) {
      while (answers.length < count) await readOn();
      return answers.splice(0, count);
    },
    leave: () => body.cancel(),
  };
}

function seen(
  db: Database,
  how: { readonly isRemote: boolean; readonly count: (statement: string) => void },
): Database {
  const { reader } = db;
  const local: Reader['read'] = (...asked) => {
    how.count(asked[0].text);
    return reader.read(...asked);
  };
  const remote: Reader['read'] = async (...asked) => local(...asked);
  return {
    ...db,
    isLocal: !how.isRemote,
    onCommit: how.isRemote ? () => () => undefined : (listener) => db.onCommit(listener),
    reader: { ...reader, read: how.isRemote ? remote : local },
  };
}

async function bearerOf(db: Database, role: Role): Promise<{ readonly authorization: string }> {
  const { token, hash } = newToken();
  await write(db, createToken, { name: role, role, hash });
  return { authorization: `Bearer ${token}` };
}
