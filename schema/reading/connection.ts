import type { ObjectRef } from '@pothos/core';
import { mostCounted } from '../../db/read/page.ts';
import { builder } from '../builder.ts';
import type { HowWritten, PagePart } from '../writing/how.ts';
import { type MaybePromise, whenRead } from './edge.ts';
import { encodeFeedCursor } from './feed-cursor.ts';
import {
  type ConnectionPage,
  defaultPageSize,
  maximalPageSize,
  type PageEdge,
  type PageInfo,
} from './page.ts';

const partOfPage = (part: PagePart) => ({ written: { is: 'page', part } satisfies HowWritten });

/** The arguments of every connection. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many from the front: ${defaultPageSize} unless said otherwise, at most ${maximalPageSize}.`,
  }),
  after: t.string({ description: 'Only what comes after the entry with this cursor.' }),
  last: t.int({
    description: `How many from the back, at most ${maximalPageSize}. Not with \`first\`.`,
  }),
  before: t.string({ description: 'Only what comes before the entry with this cursor.' }),
}));

export const PageInformation = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'Whether more comes after it.',
      extensions: partOfPage('hasNextPage'),
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether more comes before it.',
      extensions: partOfPage('hasPreviousPage'),
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The cursor of its first entry; null where it is empty.',
      extensions: partOfPage('startCursor'),
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor of its last entry; null where it is empty.',
      extensions: partOfPage('endCursor'),
    }),
  }),
});

/** How every list tells how long it is; `totalOf` counts it, up to one more than is told. */
export function totalFields<Page extends object>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Page>,
  totalOf: (page: Page) => MaybePromise<number | undefined>,
) {
  return {
    totalCount: t.int({
      nullable: true,
      description: `How many entries the whole list has, counted up to ${mostCounted}, and only where it is asked for.`,
      resolve: (page) => whenRead(totalOf(page), (total = 0) => Math.min(total, mostCounted)),
    }),
    totalCountIsExact: t.boolean({
      description: `Whether \`totalCount\` is the whole number. Where it is not, there are more than ${mostCounted}.`,
      resolve: (page) => whenRead(totalOf(page), (total = 0) => total <= mostCounted),
    }),
  };
}

/** The connection to rows of this type. */
export function connectionTo<Types extends typeof builder.$inferSchemaTypes, R extends object>(
  name: string,
  node: ObjectRef<Types, R, R>,
) {
  const Edge = builder.objectRef<PageEdge<R>>(`${name}Edge`);
  Edge.implement({
    description: `A ${name} in a list.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Where it stands in this list with this order and filter.',
        extensions: partOfPage('cursor'),
      }),
      node: t.expose('node', {
        type: node,
        description: 'What stands there.',
        extensions: partOfPage('node'),
      }),
    }),
  });
  return builder.objectRef<ConnectionPage<R>>(`${name}Connection`).implement({
    description: `A page of a list of ${name} entries.`,
    fields: (t) => ({
      edges: t.expose('edges', {
        type: [Edge],
        description: 'The entries with their cursors.',
        extensions: partOfPage('edges'),
      }),
      nodes: t.expose('nodes', {
        type: [node],
        description: 'The entries.',
        extensions: partOfPage('nodes'),
      }),
      pageInfo: t.expose('pageInfo', {
        type: PageInformation,
        description: 'Where the page stands.',
        extensions: partOfPage('pageInfo'),
      }),
      ...totalFields(t, ({ listing, place }) =>
        whenRead(listing.totals(), (totals) => totals[place]),
      ),
      feedCursor: t.string({
        description:
          'The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed.',
        extensions: partOfPage('feedCursor'),
        resolve: ({ listing }, _args, { db }) => encodeFeedCursor(db, listing.seq ?? 0),
      }),
    }),
  });
}
