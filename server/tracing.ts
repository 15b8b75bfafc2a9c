import type { IncomingMessage } from 'node:http';
import {
  type Context,
  createTraceState,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { getOperationAST } from 'graphql';
import type { Reader } from '../db/read/read.ts';
import type { GraphContext } from '../schema/context.ts';
import type { Executor } from '../schema/reading/execute.ts';
import { nameInLog } from './log.ts';

/** A request that somebody listens to by OpenTelemetry, and the span that is its own. */
export interface RequestTrace {
  readonly tracer: Tracer;
  readonly context: Context;
  readonly span: Span;
}

/** Begins the span of a request, below the one that its `traceparent` names; undefined where nobody listens. */
export function beginTrace({
  headers,
  method = '',
  url = '',
}: IncomingMessage): RequestTrace | undefined {
  const tracer = listener();
  if (tracer === undefined) return undefined;
  const path = url.replace(/\?.*/s, '');
  const asked = contextIn(headers.traceparent, headers.tracestate);
  const attributes = { 'http.request.method': method, 'url.path': path };
  const span = tracer.startSpan(
    `${method} ${path}`.slice(0, 200),
    { kind: SpanKind.SERVER, attributes },
    asked,
  );
  return { tracer, context: trace.setSpan(asked, span), span };
}

/** Ends the span of a request that was answered, or left. */
export function endTrace({ span }: RequestTrace, requestId: string, status: number): void {
  span.setAttributes({ 'http.response.status_code': status, 'onrecord.request_id': requestId });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Executes as `execute` does. Where somebody listens, the operation has a span, and below it each statement and each change that is waited for. */
export function spanning(execute: Executor): Executor {
  return (args) => {
    // The context of every operation is ours.
    const asking = args.contextValue as GraphContext & { readonly tracing?: RequestTrace };
    const { tracing } = asking;
    if (tracing === undefined) return execute(args);
    const type = getOperationAST(args.document, args.operationName)?.operation ?? 'operation';
    const name = nameInLog(args.operationName);
    const run = (below: RequestTrace) =>
      execute({ ...args, contextValue: { ...asking, ...readingBelow(asking, below) } });
    const attributes = {
      'graphql.operation.type': type,
      ...(name && { 'graphql.operation.name': name }),
    };
    return within(tracing, name ? `${type} ${name}` : type, { attributes, run });
  };
}

function listener(): Tracer | undefined {
  const provider = trace.getTracerProvider();
  return provider instanceof ProxyTracerProvider
    ? provider.getDelegateTracer('onrecord')
    : provider.getTracer('onrecord');
}

/** By https://www.w3.org/TR/trace-context; what is none of it is as if it were not there. */
function contextIn(
  parent: string | string[] | undefined,
  state: string | string[] | undefined,
): Context {
  const [, traceId, spanId, flags = '0'] =
    /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-|$)/.exec(
      String(parent),
    ) ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & 1,
    isRemote: true,
    ...(state !== undefined && { traceState: createTraceState(String(state)) }),
  });
}

interface Task<Answer> {
  readonly attributes: Readonly<Record<string, string>>;
  readonly kind?: SpanKind;
  readonly run: (below: RequestTrace) => Answer;
}

/** Does something in a span of its own, below another. */
function within<Answer>(
  { context, tracer }: RequestTrace,
  name: string,
  { attributes, kind = SpanKind.INTERNAL, run }: Task<Answer>,
): Answer {
  const span = tracer.startSpan(name, { attributes, kind }, context);
  const fail = (error: unknown): never => {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    throw error;
  };
  const done = <Result>(result: Result): Result => {
    if (Object(result).errors) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    return result;
  };
  try {
    const answer = run({ context: trace.setSpan(context, span), span, tracer });
    // What is promised is what was asked for.
    return answer instanceof Promise ? (answer.then(done, fail) as Answer) : done(answer);
  } catch (error) {
    return fail(error);
  }
}

/** The ways to the database, each of whose uses has a span. No span holds a value. */
function readingBelow(
  { aside, db, reader }: GraphContext,
  below: RequestTrace,
): Pick<GraphContext, 'aside' | 'db' | 'reader'> {
  const write: typeof db.write = (request, ...rest) => {
    const attributes = { 'db.system.name': 'sqlite', 'db.operation.name': request.command };
    return within(below, `write ${request.command}`, {
      attributes,
      kind: SpanKind.CLIENT,
      run: () => db.write(request, ...rest),
    });
  };
  const readBelow = readerBelow(reader, below);
  const written = db.written === reader ? readBelow : readerBelow(db.written, below);
  return {
    db: Object.create(db, { write: { value: write }, written: { value: written } }),
    reader: readBelow,
    aside: readerBelow(aside, below),
  };
}

function readerBelow<R extends Reader>(reader: R, below: RequestTrace): R {
  const read: Reader['read'] = (statement, args) =>
    within(below, 'read', {
      attributes: { 'db.system.name': 'sqlite', 'db.query.text': statement.text },
      kind: SpanKind.CLIENT,
      run: () => reader.read(statement, args),
    });
  // What else it has is asked of itself: a copy would not have what is private to it.
  return new Proxy(reader, {
    get: (_, name) => (name === 'read' ? read : Reflect.get(reader, name)),
  });
}
