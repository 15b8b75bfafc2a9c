import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openServer } from './open-server.ts';

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
beforeEach(() => {
  trace.setGlobalTracerProvider(provider);
});
afterEach(() => {
  trace.disable();
  exporter.reset();
});

const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const listed = 'query listed { actors(first: 1) { nodes { name } } }';
const recorded =
  'mutation named { recordActor(input: { name: "Ada", kind: PERSON }) { __typename } }';

/** The spans, once the one of the request is among them. */
async function spans(requests = 1): Promise<readonly ReadableSpan[]> {
  await expect
    .poll(() => exporter.getFinishedSpans().filter(({ kind }) => kind === SpanKind.SERVER).length)
    .toBe(requests);
  return exporter.getFinishedSpans();
}

const below = (all: readonly ReadableSpan[], span: ReadableSpan | undefined) =>
  all.filter(({ parentSpanContext }) => parentSpanContext?.spanId === span?.spanContext().spanId);

describe('where somebody listens', () => {
  test.each([0, 1, 3])(
    'a query has a span from the request to its statements, asked %s times before',
    async (times) => {
      await using server = await openServer();
      for (let before = 0; before < times; before += 1) await server.ask(listed);
      await spans(times);
      exporter.reset();

      await server.ask(
        `${listed} # anew`.slice(0, times === 0 ? undefined : listed.length),
        {},
        { traceparent: parent, tracestate: 'desk=1' },
      );

      const all = await spans();
      const request = all.find(({ kind }) => kind === SpanKind.SERVER);
      expect(request?.name).toBe('POST /graphql');
      expect(request?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
      expect(request?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
      expect(request?.spanContext().traceState?.get('desk')).toBe('1');
      expect(request?.attributes).toMatchObject({
        'http.response.status_code': 200,
        'onrecord.request_id': expect.stringMatching(/^[\da-f-]{36}$/),
      });
      const [operation, ...others] = below(all, request);
      expect(others).toEqual([]);
      // A kept answer is read from nowhere.
      if (times === 0) expect(operation?.name).toBe('query');
      const statements = below(all, operation);
      if (operation) expect(statements.length).toBeGreaterThan(0);
      for (const { attributes } of statements)
        expect(attributes['db.query.text']).toMatch(/^with r\(/);
    },
  );

  test('a change has a span of its own', async () => {
    await using server = await openServer();
    await server.askAsOwner(recorded);

    const all = await spans();
    const operation = below(
      all,
      all.find(({ kind }) => kind === SpanKind.SERVER),
    )[0];
    expect(operation?.name).toBe('mutation');
    expect(below(all, operation).map(({ name }) => name)).toContain('write recordActor');
    expect(JSON.stringify(all.map(({ attributes, name }) => [name, attributes]))).not.toContain(
      'Ada',
    );
  });

  test.each([
    'no',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    `00-${'a'.repeat(4_000)}`,
  ])('what is no traceparent begins a trace: %s', async (traceparent) => {
    await using server = await openServer();

    await server.ask('{ __typename }', {}, { traceparent });

    const [request] = (await spans()).filter(({ kind }) => kind === SpanKind.SERVER);
    expect(request?.parentSpanContext).toBeUndefined();
  });

  test('what fails is marked', async () => {
    await using server = await openServer();

    await server.ask('{ node(id: "nothing") { id } }');

    const all = await spans();
    const operation = below(
      all,
      all.find(({ kind }) => kind === SpanKind.SERVER),
    )[0];
    expect(operation?.status.code).toBe(SpanStatusCode.ERROR);
  });

  test('nothing of what is asked stands in a span', async () => {
    await using server = await openServer();
    const search = new URLSearchParams({ query: '{ actor(by: { slug: "hush" }) { id } }' });

    await fetch(`${server.serving.url}?${search}`, { headers: { accept: 'application/json' } });

    const all = await spans();
    expect(JSON.stringify(all.map(({ attributes, name }) => [name, attributes]))).not.toContain(
      'hush',
    );
  });
});

test('where nobody listens, it answers as ever', async () => {
  trace.disable();
  await using server = await openServer();

  const answer = await (await server.ask(listed, {}, { traceparent: parent })).json();

  expect(answer.data).toEqual({ actors: { nodes: [] } });
  expect(exporter.getFinishedSpans()).toEqual([]);
});
