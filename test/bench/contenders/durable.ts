import { createServer } from 'node:http';
import Database from 'libsql';
import { keepAliveTimeout, standBy } from './bare.ts';

const asserted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };

/** The file named on the command line, open for writing with the pragmas of the server's own writer: a commit is on disk. */
export function openDurable(): Database.Database {
  const db = new Database(process.argv[2] ?? '');
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  for (const [name, wanted] of Object.entries(asserted)) {
    const [row] = db.prepare(`pragma ${name}`).raw(true).all();
    const found = Array.isArray(row) ? row[0] : undefined;
    if (found !== wanted) throw new Error(`${name} is ${found}, and has to be ${wanted}.`);
  }
  return db;
}

/** Serves one thing over bare node:http: to do with the body, which is JSON, whatever it is, and to answer once it is done. */
export function serveWrites(write: (body: string, answer: (body: string) => void) => void): void {
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      write(Buffer.concat(chunks).toString(), (answer) => {
        const body = Buffer.from(answer);
        response.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': body.length,
        });
        response.end(body);
      }),
    );
  });
  server.listen(0, '127.0.0.1', () => standBy(server));
}
