import { momentAsOf } from '../../db/queries/moment.ts';
import { readerAsOf } from '../../db/read/past/past-reader.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { type MaybePromise, whenRead } from './edge.ts';

/** The argument by which a field is asked as of a moment. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({
    type: 'DateTime',
    description:
      'By the record’s clock: as readers were answered then, and all below it too. Drafts are not kept as they were.',
  }),
}));

/** The moment that a field may be asked as of. */
export interface AsOfArgs {
  readonly asOf?: number | null | undefined;
}

/**
 * What a resolver may reach where it is asked as of a moment: the record as it was, as everybody could read it.
 * @throws BAD_USER_INPUT for a moment before what the record answered is kept
 */
export function contextAsOf(context: GraphContext, { asOf }: AsOfArgs): MaybePromise<GraphContext> {
  if (asOf === null || asOf === undefined) return context;
  const { aside, reader } = context;
  return whenRead(reader.read(momentAsOf, { asOf }), ([moment]) => {
    if (moment === undefined) throw new Error('The record has no moment.');
    if (moment.seq < moment.kept) throw notKept(moment.keptAt);
    return {
      ...context,
      reader: readerAsOf(reader, moment),
      aside: readerAsOf(aside, moment),
      viewer: null,
      past: { asOf, moment, now: context },
    };
  });
}

function notKept(since: number) {
  const moment = new Date(since).toISOString();
  return codedError(
    'BAD_USER_INPUT',
    `asOf: what this record answered is kept since ${moment}. A standing can be asked as of an earlier moment.`,
    { keptSince: moment },
  );
}
