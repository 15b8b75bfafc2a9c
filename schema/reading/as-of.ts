import { momentAsOf, wordsKept } from '../../db/queries/moment.ts';
import type { LastKeys } from '../../db/queries/past-list.ts';
import { type Moment, readerAsOf } from '../../db/read/past/past-reader.ts';
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
  return whenRead(reader.read(momentAsOf, { asOf }), ([found]) => {
    if (found === undefined) throw new Error('The record has no moment.');
    const { isLast, kept, keptSince } = found;
    const isOlder = kept > 0 && found.seq <= kept;
    if (isOlder && isLast !== 1) throw notKept(keptSince);
    // An upgrade changes rows without an event: what is on record is what was answered last.
    const moment = { ...momentIn(found), ...(isOlder && { seq: present }) };
    return {
      ...context,
      reader: readerAsOf(reader, moment),
      aside: readerAsOf(aside, moment),
      viewer: null,
      past: { asOf, moment, now: context },
    };
  });
}

/**
 * The same, to search: by which words things were found is kept since later in a record that was upgraded.
 * @throws BAD_USER_INPUT for a moment before they are kept
 */
export function contextOfWords(context: GraphContext, args: AsOfArgs): MaybePromise<GraphContext> {
  return whenRead(contextAsOf(context, args), (own) => {
    if (own.past === undefined) return own;
    const { moment } = own.past;
    return whenRead(context.reader.read(wordsKept), ([found]) => {
      if (found === undefined) throw new Error('The record has no history of words.');
      const { kept, last, since } = found;
      if (kept > 0 && moment.seq <= kept && moment.seq < last) throw notKept(since);
      return own;
    });
  });
}

/** Behind every event, and before what is still in force ends. */
const present = Number.MAX_SAFE_INTEGER - 1;

/** A row of an answer is a view: this is a value. */
const momentIn = ({ actors, articles, at, claims, seq, stances }: Moment & LastKeys) => ({
  actors,
  articles,
  at,
  claims,
  seq,
  stances,
});

function notKept(since: number | null) {
  const moment = new Date(since ?? 0).toISOString();
  return codedError(
    'BAD_USER_INPUT',
    `asOf: what this record answered is kept since ${moment}. A standing can be asked as of an earlier moment.`,
    { keptSince: moment },
  );
}
