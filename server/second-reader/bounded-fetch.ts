import { ReaderFault } from './reader-fault.ts';

/** An answer in tokens that fit a passage is a hundredth of it. */
const mostBytes = 1_048_576;

/** How long it is of no use to ask a server again that could not be reached. */
const pauseMs = 10_000;

/** Asks once, follows no redirect, and reads no more of an answer than is bounded. @throws ReaderFault; the signal's reason */
export async function boundedFetch(
  url: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const response = await sent(url, init);
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new ReaderFault('READER_REDIRECTED');
  }
  const body = await bytesOf(response).catch(unreachable);
  return new Response(hasBody(status) ? body : null, {
    status: status > 599 ? 500 : status,
    headers,
  });
}

const hasBody = (status: number): boolean => status !== 204 && status !== 205;

/** A connection that was kept open may have been closed just now: what was sent over it is sent once more. */
async function sent(url: string | URL | Request, init: RequestInit): Promise<Response> {
  const once = () => fetch(url, { ...init, redirect: 'manual' });
  return once().catch((error: unknown) => {
    if (!wasReset(error) || init.signal?.aborted) return unreachable(error);
    return once().catch(unreachable);
  });
}

async function bytesOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > mostBytes) throw new ReaderFault('READER_TOO_LARGE');
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** @throws ReaderFault where the network failed, and anything else as it is */
function unreachable(error: unknown): never {
  const code = codeOf(error);
  if (error instanceof TypeError || code !== undefined) {
    throw new ReaderFault('READER_UNREACHABLE', {
      pauseMs,
      ...(code !== undefined && { said: code }),
    });
  }
  throw error;
}

/** `ECONNREFUSED` and its like: names of the system, and nothing of the request. */
function codeOf(error: unknown): string | undefined {
  const { cause, code = Object(cause).code } = Object(error);
  return typeof code === 'string' && /^(?:E|UND_ERR_|CERT_|ERR_)[A-Z_]+$/.test(code)
    ? code
    : undefined;
}

function wasReset(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(codeOf(error) ?? '');
}
