import { codedError } from '../coded.ts';

/** A place in the feed: the log it belongs to and the number of the last event seen. */
export interface FeedPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** Opaque text for a place in the feed, valid under any filter. */
export function encodeFeedCursor({ epoch, seq }: FeedPosition): string {
  return Buffer.from(`feed1:${epoch}:${seq}`).toString('base64url');
}

/** Throws `CURSOR_INVALID` for what `encodeFeedCursor` did not write. */
export function decodeFeedCursor(cursor: string): FeedPosition {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, epoch, seq] = /^feed1:([0-9a-f]+):(0|[1-9][0-9]{0,14})$/.exec(text) ?? [];
  const position = { epoch: epoch ?? '', seq: Number(seq) };
  if (epoch === undefined || encodeFeedCursor(position) !== cursor) {
    throw codedError('CURSOR_INVALID', 'This is not a cursor of the feed.');
  }
  return position;
}
