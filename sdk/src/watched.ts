import type { CallOptions, Connection } from './connect.ts';
import { type LiveOptions, livePage, type PageOnRecord } from './live.ts';
import type { Given, List, LiveList, ViaConnection } from './operation.ts';

/**
 * Watches a list: the page, then the page again each time that a change of the record shows in it. A function of its own, so
 * that only those who call it have it in their bundle.
 * @example
 * for await (const { nodes } of live(claims, connection, { filter: { status: 'DISPUTED' }, signal })) show(nodes);
 */
export function live<Variables, OfPage extends PageOnRecord<unknown>>(
  list: List<ViaConnection, Variables, OfPage>,
  connection: Connection,
  ...[given]: Given<Variables, LiveOptions>
): AsyncGenerator<OfPage, void, undefined> {
  const { onState, ...variables }: LiveOptions = given ?? {};
  const { signal } = variables;
  // What is left of what was given is what the list takes.
  const call = [variables] as Given<Variables, CallOptions>;
  return livePage(connection, () => list(connection, ...call), { signal, onState });
}

/** The same as the method of a client: what comes first is the list. */
export const watched =
  <Variables, OfPage extends PageOnRecord<unknown>>(
    list: List<ViaConnection, Variables, OfPage>,
  ): LiveList<ViaConnection, Variables, OfPage>['live'] =>
  (...call) =>
    live(list, ...call);
