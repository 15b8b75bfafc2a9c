import type { ExecutionResult } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import type { Leaving } from '../schema/cancellation.ts';
import type { Viewer } from '../schema/context.ts';
import type { Keeping } from './kept/keeping.ts';
import type { Bill } from './limits/bill.ts';
import type { RequestTrace } from './tracing.ts';

/** What the process knows of a request besides GraphQL. Yoga carries it through all its hooks as the server context. */
export interface RequestFacts {
  /** Empty until it has a name. */
  requestId: string;
  /** By `performance.now()`. */
  startedAt: number;
  /** The request came over the unix socket, which only the owner of the database file can open. */
  readonly isOwner?: boolean;
  /** From which address it comes, where it came over a network. */
  readonly address?: string;
  /** The Authorization header's counterpart, where no HTTP request asks but a message on a socket. */
  readonly authorization?: string | undefined;
  /** Whether whoever asks has left, where that is not told by the signal of a request. */
  readonly leaving?: Leaving;
  /** What was done for it before it was handed on to Yoga, who does nothing of that again. */
  handedOn?: HandedOn;
  params?: { readonly operationName?: string | null };
  /** Null for a stranger; unknown as long as no token was looked up. */
  viewer?: Viewer | null;
  /** How long the message on a socket was that asks. */
  readonly letters?: number;
  /** What was taken for it so far. */
  points?: number;
  /** What its operation costs while it is carried out, once it is admitted. */
  bill?: Bill;
  /** Where its answer is to be kept: what is noted of it meanwhile. */
  keeping?: Keeping;
  errorCodes?: readonly string[];
  /** What is told of it where somebody listens. */
  readonly tracing?: RequestTrace | undefined;
  /** Whether its document is one of those that the server trusts. */
  isTrusted?: boolean;
  /** Whether what it asks for is what embeds show. */
  isForEmbeds?: boolean | undefined;
  /** Whether its answer is a page that others may frame. */
  isFramed?: boolean;
  /** Whether nothing but the head of its answer is asked for. */
  isHead?: boolean;
  /** What stands in for its answer, where everybody may keep that. */
  etag?: string;
  /** Whether nobody may keep its answer, which others are told otherwise. */
  isPrivate?: boolean;
}

export interface HandedOn {
  /** What it asks. @throws What is wrong with it. */
  params(): GraphQLParams;
  /** How that was answered, where it was. */
  result?: ExecutionResult;
}
