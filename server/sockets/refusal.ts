import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../schema/coded.ts';

/** Why something that came over a connection is not even a request to the graph. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

const comeBackAfterS = 30;

/** Answers it over the bare connection, in the form of all errors, and closes that. */
export function refuse(connection: Duplex, refusal: Refusal): void {
  if (!connection.writable) {
    connection.destroy();
    return;
  }
  const { body, headers } = refusalAsResponse(refusal);
  const head = Object.entries({ ...headers, connection: 'close' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const { status } = refusal;
  // Nobody has to close it from the other side, and what still comes in is not waited for.
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`, () =>
    connection.destroy(),
  );
}

/** The same for whoever has something to answer with. */
export function refusalAsResponse({ code, message, status }: Refusal) {
  const requestId = randomUUID();
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
  const headers: Record<string, string | number> = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
  };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (status === 429 || status === 503) headers['retry-after'] = comeBackAfterS;
  return { body, headers };
}
