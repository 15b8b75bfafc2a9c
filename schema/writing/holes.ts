import { commonHoles, firstOwnHole, holeMarks } from '../../db/read/json-text.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import type { Asked, Request } from './place.ts';

/** What an answer is filled from. */
export interface Filling extends Request {
  /** What each place was asked. */
  readonly asked: readonly Asked[];
  /** The number of the last event, where the answer tells it. */
  readonly seq: number;
}

/** Makes JSON text of what the statement told of it. */
export type Hole = (told: string, filling: Filling) => string;

const common: Readonly<Record<keyof typeof commonHoles, Hole>> = {
  refused() {
    throw new LeftToResolvers();
  },
  moment: (told) => `"${new Date(Number(told)).toISOString()}"`,
  float: (told) => JSON.stringify(Number(told)),
  json: (told) => JSON.stringify(JSON.parse(told)),
};

/** The holes that every program has. */
export function startHoles(): Hole[] {
  const holes: Hole[] = new Array(firstOwnHole);
  holes[commonHoles.refused] = common.refused;
  holes[commonHoles.moment] = common.moment;
  holes[commonHoles.float] = common.float;
  holes[commonHoles.json] = common.json;
  return holes;
}

/** The text with its holes filled. */
export function fill(text: string, holes: readonly Hole[], filling: Filling): string {
  let start = text.indexOf(holeMarks.start);
  if (start < 0) return text;
  let filled = '';
  let done = 0;
  while (start >= 0) {
    const between = text.indexOf(holeMarks.between, start);
    const end = text.indexOf(holeMarks.end, between);
    const hole = holes[Number(text.slice(start + 1, between))];
    if (hole === undefined) throw new LeftToResolvers();
    filled += text.slice(done, start) + hole(text.slice(between + 1, end), filling);
    done = end + 1;
    start = text.indexOf(holeMarks.start, done);
  }
  return filled + text.slice(done);
}
