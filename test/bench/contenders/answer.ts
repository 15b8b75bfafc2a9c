import { createServer } from 'node:http';
import Database from 'libsql';
import { readerPragmas } from '../../../db/read/read.ts';
import type { Args, Operation } from '../operations/operation.ts';
import { operations } from '../operations/operations.ts';

/** How a contender answers an operation: with the JSON of the answer, or with the answer. */
export type Answerer = (db: Database.Database, operation: Operation) => (args: Args) => string;

/** As long as the server's own, and longer than others have their turn: no connection is closed between two questions. */
const keepAliveTimeout = 65_000;

/** Serves the record named on the command line over bare node:http: POST /<operation>, its arguments as the body. */
export function serveAnswers(answerer: Answerer): void {
  const db = openRecord(process.argv[2] ?? '');
  const answers = new Map(
    operations.map((operation) => [`/${operation.name}`, answerer(db, operation)]),
  );
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answers.get(request.url ?? '')?.(JSON.parse(Buffer.concat(chunks).toString()));
      const body = Buffer.from(answer ?? '');
      response.writeHead(answer === undefined ? 404 : 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
  });
  // A profile is written by a process that exits, not by one that is killed.
  process.on('SIGTERM', () => process.exit());
  process.on('disconnect', () => process.exit());
}

/** The same file, and the pragmas of the server's own reader. */
function openRecord(path: string): Database.Database {
  const db = new Database(path);
  db.exec(readerPragmas);
  return db;
}
