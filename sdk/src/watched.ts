import type { CallOptions, Connection } from './connect.ts';
import type { Signal } from './host.ts';
import { type LiveOptions, watchedOn } from './live.ts';
import type { LiveAnswer, LiveWay } from './live-ways.ts';
import type { Given } from './operation.ts';

/** A question whose answer can be watched. */
type Question<Variables, Value extends LiveAnswer> = (
  ...call: [connection: Connection, ...given: Given<Variables, CallOptions>]
) => Promise<Value>;

/**
 * Watches a list or a claim: what is read, then the same read again each time that a change of the record shows in it. A
 * function of its own, so that only those who call it have it, and what it takes, in their bundle.
 * @example
 * for await (const { nodes } of live(claims, connection, { filter: { status: 'DISPUTED' }, signal })) show(nodes);
 */
export function live<Variables, Value extends LiveAnswer>(
  question: Question<Variables, Value>,
  connection: Connection,
  ...[given]: Given<Variables, LiveOptions>
): AsyncGenerator<Value, void, undefined> {
  const { onState, signal, ...variables }: LiveOptions = given ?? {};
  const asked = {
    question,
    name: JSON.stringify(variables),
    isPage: 'page' in question,
    // What is left of what was given is what the question takes.
    read: (untilLeft: Signal) =>
      question(
        connection,
        ...([{ ...variables, signal: untilLeft }] as Given<Variables, CallOptions>),
      ),
  };
  return watchedOn(connection, asked, { onState, signal });
}

/** The same as the method of a client: what comes first is the question. */
export const watched =
  <Variables, Value extends LiveAnswer>(
    question: Question<Variables, Value>,
  ): LiveWay<[Connection], Variables, Value> =>
  (...call) =>
    live(question, ...call);
