import { encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { type Desk, recordOf, type Told } from '../mutations/open-desk.ts';

/** Events as they arrive. */
export type Following = AsyncGenerator<Told, void, undefined>;

/** The cursor behind the event with this number. */
export function cursorAt({ db }: Desk, seq: number): string {
  return encodeFeedCursor(db, seq);
}

/** The cursor behind the last event. */
export async function cursorNow(desk: Desk): Promise<string> {
  return cursorAt(desk, await desk.head());
}

/** The next event. */
export async function nextOf(feed: Following): Promise<Readonly<Record<string, unknown>>> {
  const { value } = await feed.next();
  if (value?.errors) throw new Error(value.errors.map(({ message }) => message).join('\n'));
  const [event] = Object.values(value?.data ?? {});
  return recordOf(event);
}

/** The next events, and then the feed is left. */
export async function take(
  feed: Following,
  length: number,
): Promise<Readonly<Record<string, unknown>>[]> {
  const events = [];
  for (let left = length; left > 0; left -= 1) events.push(await nextOf(feed));
  await feed.return();
  return events;
}

/** The code of the error that is told instead of an event. */
export async function codeOf(feed: Following): Promise<string | undefined> {
  const { value } = await feed.next();
  return value?.errors?.[0]?.extensions.code;
}
