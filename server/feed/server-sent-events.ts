import type { ServerResponse } from 'node:http';
import type { FetchAPI } from 'graphql-yoga';
import type { Stream } from './stream.ts';

const comment = ':\n\n';
const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' };

const streams = new WeakMap<Response, Stream>();

/** A stream as the answer to a request: told to whoever reads its body, unless `tellOver` is given the connection. */
export function streamResponse(stream: Stream, fetchAPI: FetchAPI): Response {
  const response = new fetchAPI.Response(bodyOf(stream), { headers });
  streams.set(response, stream);
  return response;
}

/** The stream that a response stands for, if any. */
export function streamIn(response: Response): Stream | undefined {
  return streams.get(response);
}

/** Tells a stream over a connection, without anything in between. */
export function tellOver(connection: ServerResponse, stream: Stream): void {
  connection.write(comment);
  const { chunkedEncoding, socket } = connection;
  const onDrain = (): void => stream.drained();
  connection.on('drain', onDrain);
  socket?.on('drain', onDrain);
  connection.once('close', () => {
    socket?.off('drain', onDrain);
    stream.leave();
  });
  if (connection.destroyed) stream.leave();
  // Node may hold back until the next tick what a response was given, from 24 on its head, too: nothing goes past that.
  const isHeldBack = (): boolean => connection.writableLength !== socket?.writableLength;
  stream.attach({
    hasRoom: () => true,
    // The chunk is made once for all: made for each, its three pieces cost half as much again as writing it.
    write: (delivery) =>
      chunkedEncoding && socket && !isHeldBack()
        ? socket.write(delivery.chunk)
        : connection.write(delivery.block),
    keepAlive: () => void connection.write(comment),
    complete: (error) => void connection.end(endOf(error)),
    destroy: () => void connection.destroy(),
  });
}

function bodyOf(stream: Stream): ReadableStream<Uint8Array> {
  const begin = (body: ReadableStreamDefaultController<Uint8Array>): void => {
    const enqueue = (text: string): void => body.enqueue(Buffer.from(text));
    enqueue(comment);
    stream.attach({
      hasRoom: () => true,
      write({ block }) {
        body.enqueue(block);
        return (body.desiredSize ?? 0) > 0;
      },
      keepAlive: () => enqueue(comment),
      complete(error) {
        enqueue(endOf(error));
        body.close();
      },
      destroy: () => body.error(new Error('The reader did not read.')),
    });
  };
  let hasBegun = false;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(body) {
      if (hasBegun) stream.drained();
      else begin(body);
      hasBegun = true;
    },
    cancel: () => stream.leave(),
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

function endOf(error: string | null): string {
  const last = error === null ? '' : `event: next\ndata: ${error}\n\n`;
  return `${last}event: complete\ndata:\n\n`;
}
