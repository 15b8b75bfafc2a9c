import { bytesIn, textIn } from '../../db/read/byte-text.ts';
import { commonHoles, firstOwnHole, holeMarks } from '../../db/read/json-text.ts';
import { LeftThisTime, LeftToResolvers } from './left-to-resolvers.ts';
import type { Asked, Request } from './place.ts';

/** JSON text as bytes (db/read/byte-text.ts), or what tells it once all is read that the text around it waits for. */
export type Part = string | (() => string);

/** What is read once for all holes that wait for it. */
export interface Later {
  finish(): void;
}

/** What an answer is filled from. */
export interface Filling extends Request {
  /** What each place was asked. */
  readonly asked: readonly Asked[];
  /** The number of the last event, where the answer tells it. */
  readonly seq: number;
  readonly holes: readonly Hole[];
  /** What the holes of the same text wait for. */
  readonly later: Map<object, Later>;
}

/** Makes JSON text of what the statement told of it: bytes of bytes. */
export type Hole = (told: string, filling: Filling) => Part;

/** The holes that every program has. */
export function startHoles(): Hole[] {
  const holes: Hole[] = new Array(firstOwnHole);
  holes[commonHoles.refused] = () => {
    throw new LeftToResolvers();
  };
  holes[commonHoles.tooMany] = () => {
    throw new LeftThisTime('What looks at many rows is read aside.');
  };
  holes[commonHoles.moment] = (told) => momentText(Number(told));
  holes[commonHoles.float] = (told) => JSON.stringify(Number(told));
  holes[commonHoles.json] = (told) => bytesIn(JSON.stringify(JSON.parse(textIn(told))));
  return holes;
}

/** A moment as JSON. */
export const momentText = (moment: number): string => `"${new Date(moment).toISOString()}"`;

/** The text with its holes filled. */
export function fill(text: string, filling: Omit<Filling, 'later'>): string {
  let start = text.indexOf(holeMarks.start);
  if (start < 0) return text;
  const waiting: Filling = { ...filling, later: new Map() };
  const parts: Part[] = [];
  let done = 0;
  while (start >= 0) {
    const between = text.indexOf(holeMarks.between, start);
    const end = text.indexOf(holeMarks.end, between);
    const hole = filling.holes[Number(text.slice(start + 1, between))];
    if (hole === undefined) throw new LeftToResolvers();
    parts.push(text.slice(done, start), hole(text.slice(between + 1, end), waiting));
    done = end + 1;
    start = text.indexOf(holeMarks.start, done);
  }
  parts.push(text.slice(done));
  for (const later of waiting.later.values()) later.finish();
  return whole(parts);
}

/** Parts one after the other, once all is read. */
function whole(parts: readonly Part[]): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : part();
  return text;
}

/** Parts one after the other. */
export const together = (parts: readonly Part[]): Part =>
  parts.every((part) => typeof part === 'string') ? parts.join('') : () => whole(parts);

/** What all holes of a text that share `key` wait for. */
export function laterFor<L extends Later>({ later }: Filling, key: object, create: () => L): L {
  // What is kept under a key was created for it.
  const found = (later.get(key) as L | undefined) ?? create();
  later.set(key, found);
  return found;
}
