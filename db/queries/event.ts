import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { counted } from '../read/page.ts';
import { listed, placeholder, select } from '../read/query.ts';
import { type Reader, type Statement, statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import type { EventType, Noun } from '../rules/vocabulary.ts';
import { type EventRow, events } from '../tables/event.ts';

/** An event as the record holds it. */
export type EventOnRecord = Readonly<Omit<EventRow, 'change'>>;

/** Which facts a page of the log is filtered by. What they must be comes with the request. */
export interface EventFilterShape {
  readonly hasTypes: boolean;
  readonly hasSubject: boolean;
  /** Whether the subject was ever one with others: these are `names`, a JSON array. */
  readonly hasNames?: boolean;
  /** Whether there is a claim that it tells of: `claim`, and all that it was ever one with, `claimNames`, a JSON array. */
  readonly hasClaim?: boolean;
}

/** What the record holds of an event. */
export const eventColumns = {
  seq: events.seq,
  type: events.type,
  noun: events.noun,
  subject: events.subject,
  claim: events.claim,
  at: events.at,
  by: events.by,
  visibility: events.visibility,
  payload: events.payload,
};

/** The values of an event as they are handed out: each stands for itself, nothing is decoded again. */
const told = {
  seq: sql<number>`seq`,
  type: sql<EventType | null>`type`,
  noun: sql<Noun | null>`noun`,
  subject: sql<number | null>`subject`,
  claim: sql<number | null>`claim`,
  at: sql<number | null>`at`,
  by: sql<number | null>`by_token`,
  payload: sql<unknown>`payload`,
};
const eventShape = rowShape(told);

/** An event as one reader is told of it. A checkpoint has only its number. */
export type FeedEvent = RowOf<typeof told>;

/** These events as rows of an answer of their own: what is read for those who ask for the same is for no others. */
export function feedEvents(events: readonly (EventOnRecord | Checkpoint)[]): readonly FeedEvent[] {
  const cells = eventShape.names.map((name) =>
    events.map((event): unknown => Reflect.get(event, name) ?? null),
  );
  return eventShape.view(cells, events.length);
}

/** A place in the log, told to a reader who knows all before it that it asked for. */
export interface Checkpoint {
  readonly seq: number;
}

const isAfter = gt(events.seq, placeholder('after'));

/** The first `limit` events after the number `after`, in the order of commits, whoever may see them. */
export const eventsAfter = statement(
  select(eventColumns)
    .from(events)
    .where(isAfter)
    .orderBy(asc(events.seq))
    .limit(placeholder('limit')),
);

/** The number of the last event; 0 before the first. */
export const lastSeq = statement(
  select({ seq: sql<number>`coalesce(max(${events.seq}), 0)` }).from(events),
);

/**
 * The last event of one of `visibilities`, up to the number `upTo`; no row where there is none. However many others stand
 * between, they are not looked at.
 */
export const lastEventSeen = statement(
  select({ seq: events.seq, at: events.at })
    .from(events)
    .where(
      eq(
        events.seq,
        sql`(select max((select max(one.seq) from events one
            where one.visibility = seen.value and one.seq <= ${placeholder('upTo')}))
          from json_each(${placeholder('visibilities')}) seen)`,
      ),
    ),
);

/** The number of the first event that is kept; 1 where there is none. */
export const firstSeq = statement(
  select({ seq: sql<number>`coalesce(min(${events.seq}), 1)` }).from(events),
);

/**
 * The first `limit` events after the number `after` that have one of `visibilities` and, where the shape says so,
 * one of `types`, `noun` and `subject`, and tell of `claim`. Lists come as JSON.
 */
export function eventPage(reader: Reader, shape: EventFilterShape): Statement<EventOnRecord> {
  return reader.shape(`eventPage ${JSON.stringify(shape)}`, () =>
    statement(
      select(eventColumns)
        .from(events)
        .where(isFirst(shape))
        .orderBy(asc(events.seq))
        .limit(placeholder('limit')),
    ),
  );
}

/** How many events `eventPage` selects from, wherever the page begins, up to one more than are counted. */
export function eventCount(
  reader: Reader,
  shape: EventFilterShape,
): Statement<{ readonly total: number }> {
  return reader.shape(`eventCount ${JSON.stringify(shape)}`, () =>
    statement(
      counted(
        select({ seq: events.seq })
          .from(events)
          .where(and(...conditions(shape), shape.hasClaim ? tellsOfClaim(sql`0`) : undefined)),
      ),
    ),
  );
}

function conditions({ hasTypes, hasSubject, hasNames, hasClaim }: EventFilterShape): SQL[] {
  // Not by its index: there is more of a visibility than of a type, a subject or a claim.
  const isVisible = sql`+${events.visibility} in ${listed('visibilities')}`;
  const isChosen = hasTypes || hasSubject || hasClaim;
  const chosen = [isChosen ? isVisible : inArray(events.visibility, listed('visibilities'))];
  if (hasTypes) {
    const types = listed('types');
    // There is more of a type than of a claim, too.
    chosen.push(hasClaim ? sql`+${events.type} in ${types}` : inArray(events.type, types));
  }
  if (hasSubject) {
    chosen.push(eq(events.noun, placeholder('noun')));
    chosen.push(hasNames ? tellsOfSubject() : eq(events.subject, placeholder('subject')));
  }
  return chosen;
}

function isFirst(shape: EventFilterShape): SQL | undefined {
  if (shape.hasClaim) return and(tellsOfClaim(placeholder('after')), ...conditions(shape));
  return shape.hasSubject ? and(isAfter, ...conditions(shape)) : firstOf(shape);
}

/** What happened to the subject, or to what was one with it then: an event keeps the keys of all that were. */
function tellsOfSubject(): SQL {
  const isNamed = sql`exists (select 1 from json_each(payload, '$.names') where value = ${placeholder('subject')})`;
  return sql`subject in ${listed('names')} and (subject = ${placeholder('subject')} or ${isNamed})`;
}

/**
 * What happened after a place to the claim, or to a stance, evidence or a link on it or on what was one with it then, as the event
 * holds it. Found by indexes: the events of each claim that was ever one with it, of what was on it, and of its links, whose ends stay.
 */
function tellsOfClaim(after: SQL | ReturnType<typeof placeholder>): SQL {
  const names = listed('claimNames');
  const linkedBy = (end: SQL) =>
    sql`select told.seq from claim_links its cross join events told
      on told.noun = 'link' and told.subject = its.key and told.seq > ${after} where its.${end} in ${names}`;
  const candidates = sql`select seq from events where noun = 'claim' and subject in ${names} and seq > ${after}
    union all select seq from events where claim in ${names} and seq > ${after}
    union all ${linkedBy(sql`from_claim`)} union all ${linkedBy(sql`to_claim`)}`;
  const own = sql`case noun when 'claim' then subject else claim end`;
  const others = sql`json_each(payload, case noun when 'claim' then '$.names' else '$.claims' end)`;
  return sql`${events.seq} in (${candidates}) and (${own} = ${placeholder('claim')}
    or exists (select 1 from ${others} where value = ${placeholder('claim')}))`;
}

/**
 * The first events of each type or, where none is asked for, of each visibility, found by its index: neither what is rare
 * is looked for in the whole log, nor what is hidden passed one by one.
 */
function firstOf({ hasTypes }: EventFilterShape): SQL {
  const list = placeholder(hasTypes ? 'types' : 'visibilities');
  const isChosen = hasTypes
    ? sql`type = chosen.one and +visibility in ${listed('visibilities')}`
    : sql`visibility = chosen.one`;
  return sql`${events.seq} in (
    select first.seq from (select value as one from json_each(${list})) chosen
    cross join events first on first.seq in (
      select seq from events where ${isChosen} and seq > ${placeholder('after')}
      order by seq limit ${placeholder('limit')}
    )
  )`;
}
