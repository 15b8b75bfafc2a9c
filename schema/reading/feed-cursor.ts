import type { Database } from '../../db/client.ts';
import { codedError } from '../coded.ts';

/** What the cursors of a feed go by. */
type Log = Pick<Database, 'epoch' | 'seal' | 'lastOpenCursor'>;

const version = Buffer.of(2);

/** Opaque text for the place in the feed behind the event of this number, valid under any filter. */
export function encodeFeedCursor({ epoch, seal }: Log, seq: number): string {
  const sealed = seal.seal(Buffer.from(epoch, 'hex'), seq);
  return Buffer.concat([version, sealed]).toString('base64url');
}

/** The number of the event that a cursor names. @throws CURSOR_INVALID for what was not handed out by this log */
export function decodeFeedCursor(log: Log, cursor: string): number {
  const seq = hiddenSeq(log, cursor) ?? openSeq(log, cursor);
  if (seq === null) throw codedError('CURSOR_INVALID', 'This is not a cursor of this feed.');
  return seq;
}

function hiddenSeq(log: Log, cursor: string): number | null {
  const bytes = Buffer.from(cursor, 'base64url');
  const seq = log.seal.open(Buffer.from(log.epoch, 'hex'), bytes.subarray(version.length));
  return seq !== null && encodeFeedCursor(log, seq) === cursor ? seq : null;
}

/** The number in a cursor of the form that hid nothing: whoever likes makes one, so none is taken of what came later. */
function openSeq({ epoch, lastOpenCursor }: Log, cursor: string): number | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, named, number] = /^feed1:([0-9a-f]+):(0|[1-9][0-9]{0,14})$/.exec(text) ?? [];
  const isWhole = Buffer.from(text).toString('base64url') === cursor;
  if (named !== epoch || !isWhole || Number(number) > lastOpenCursor) return null;
  return Number(number);
}
