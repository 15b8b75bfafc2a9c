import type { Database } from '../../db/client.ts';
import { decodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import type { FeedReader } from '../e2e/components/feed-reader.ts';

/** Whether each reader has heard each of these claims once, in the order of the log of `db`: what is amiss, a sentence each. */
export function faultsHeard(
  db: Database,
  readers: readonly FeedReader[],
  claims: readonly string[],
): string[] {
  const acknowledged = new Set(claims.map((text) => JSON.stringify({ claim: { text } })));
  const inOrder = readers[0]?.heard.map(({ what }) => what).join();
  return readers.flatMap(({ heard, faults }, index) => {
    const texts = new Set(heard.map(({ what }) => what));
    const missing = [...acknowledged].filter((text) => !texts.has(text));
    const [first] = missing;
    const places = heard.map(({ cursor }) => decodeFeedCursor(db, cursor));
    const isSorted = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
    const name = `The subscriber ${index}`;
    return [
      ...faults.map((fault) => `${name} was told: ${fault}`),
      ...(first ? [`${name} has not heard ${missing.length} claims, such as ${first}`] : []),
      ...(heard.length > texts.size ? [`${name} has heard something twice.`] : []),
      ...(texts.size > acknowledged.size ? [`${name} has heard what nobody wrote.`] : []),
      ...(isSorted ? [] : [`${name} has not heard it in the order of the log.`]),
      ...(heard.map(({ what }) => what).join() === inOrder ? [] : [`${name} has another order.`]),
    ];
  });
}
