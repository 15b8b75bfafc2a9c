export { type Client, type ClientOptions, createClient } from './client.ts';
export type { CallOptions, ConnectionOptions, HeaderSource, TokenSource } from './connect.ts';
export type { ErrorCode, ServerError } from './errors.ts';
export { FeedError, NetworkError, RateLimitError, RefusedError, ResponseError } from './errors.ts';
export type { CursorStore, FeedActivity, FeedOptions, FeedState } from './feed-options.ts';
export type * from './generated/refusals.ts';
export type { Fetch, Signal } from './host.ts';
export type { Nodes } from './list.ts';
export type { LiveList, LiveRead, LiveWay } from './live-ways.ts';
export type {
  Feed,
  List,
  Log,
  Mutation,
  Outcome,
  Read,
} from './operation.ts';
export type { TypedDocument } from './own-document.ts';
export type * from './selections.ts';
export type * from './variables.ts';
