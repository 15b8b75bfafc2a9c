import { createServer } from 'node:http';
import type Database from 'libsql';
import type { Args, Operation } from '../operations/operation.ts';
import { operations } from '../operations/operations.ts';
import { keepAliveTimeout, openRecord, standBy } from './bare.ts';

/** How a contender answers an operation: with the JSON of the answer. */
export type Answerer = (db: Database.Database, operation: Operation) => (args: Args) => string;

/** Serves the record named on the command line over bare node:http: POST /<operation>, its arguments as the body. */
export function serveAnswers(answerer: Answerer): void {
  const db = openRecord();
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
  server.listen(0, '127.0.0.1', () => standBy(server));
}
