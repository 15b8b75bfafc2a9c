import type { Plugin } from 'graphql-yoga';
import { Cancellation } from '../../schema/cancellation.ts';
import type { GraphContext } from '../../schema/context.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import type { EventFeed } from '../feed/feed.ts';
import { streamResponse } from '../feed/server-sent-events.ts';
import { Stream } from '../feed/stream.ts';
import type { RequestFacts } from '../request-facts.ts';

/** Runs operations with our executor, and subscriptions by our feed. */
export function useExecutor(
  execute: Executor,
  feed: EventFeed,
): Plugin<GraphContext & RequestFacts, RequestFacts> {
  // What Yoga hands on is an iterator around the stream.
  const streams = new WeakMap<Request, Stream>();
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute);
    },
    onSubscribe({ args, setSubscribeFn }) {
      const { address = '', request, viewer } = args.contextValue;
      const asker = { address, token: viewer?.token ?? null };
      const context = graphContextIn(args.contextValue);
      setSubscribeFn(async () => {
        // Set by whoever admitted it.
        const { bill } = args.contextValue;
        const replay = bill && ((events: number, told: number) => bill.replayed(events, told));
        const result = await feed.subscribe({ args, context, asker, replay });
        if (result instanceof Stream && request) {
          streams.set(request, result);
          // Who leaves before the answer begins has no connection that a sink could watch.
          request.signal.addEventListener('abort', () => result.leave(), { once: true });
        }
        return result;
      });
    },
    onResultProcess({ request, resultProcessor, setResultProcessor }) {
      const stream = streams.get(request);
      // Without a processor, nothing that the asker accepts can hold a stream.
      if (resultProcessor === undefined) stream?.leave();
      else if (stream)
        setResultProcessor((_, fetchAPI) => streamResponse(stream, fetchAPI), 'text/event-stream');
    },
  };
}

/** What resolvers know, without what is known of the request alone. */
function graphContextIn(context: GraphContext): GraphContext {
  const { db, turn, viewer, publicTexts, openExtractor } = context;
  return {
    db,
    reader: db.reader,
    aside: db.aside(),
    turn,
    // What a stream is told costs what its operation does.
    charge: () => {},
    viewer,
    publicTexts,
    openExtractor,
    lastEventId: null,
    cancellation: new Cancellation(),
  };
}
