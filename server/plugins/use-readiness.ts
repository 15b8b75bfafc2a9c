import type { Plugin } from 'graphql-yoga';
import type { RequestFacts } from '../request-facts.ts';

export interface ReadinessOptions {
  /** Whether the process is stopping: it finishes what runs and begins nothing. */
  readonly isDraining: () => boolean;
  /** Asks the database something, and tells whether it is `ok` or what is wrong with it; what it throws means that it cannot be asked. */
  readonly askDatabase: () => Promise<string>;
  /** Whether a libSQL server syncs what it acknowledges; undefined of a file, which always does. */
  readonly durability: () => string | undefined;
}

/** Answers `/healthz` (the process runs) and `/readyz` (it can serve), and turns requests away while the process stops. */
export function useReadiness({
  isDraining,
  askDatabase,
  durability,
}: ReadinessOptions): Plugin<object, RequestFacts> {
  const readiness = async () => {
    const database = await askDatabase().catch(() => 'unavailable');
    const ready = database === 'ok' && !isDraining();
    const told = durability();
    return { ready, database, ...(told && { durability: told }), draining: isDraining() };
  };
  return {
    onRequest({ request, serverContext, endResponse, fetchAPI }) {
      const isLook = request.method === 'GET' || request.method === 'HEAD';
      if (isLook && request.url.endsWith('/healthz'))
        return endResponse(fetchAPI.Response.json({ healthy: true }));
      if (isLook && request.url.endsWith('/readyz')) {
        return readiness().then((found) =>
          endResponse(fetchAPI.Response.json(found, { status: found.ready ? 200 : 503 })),
        );
      }
      if (isDraining()) endResponse(goElsewhere(fetchAPI.Response, serverContext.requestId));
    },
  };
}

function goElsewhere(ResponseOf: typeof Response, requestId: string): Response {
  const errors = [
    { message: 'This server is stopping.', extensions: { code: 'UNAVAILABLE', requestId } },
  ];
  return ResponseOf.json(
    { errors },
    { status: 503, headers: { connection: 'close', 'retry-after': '1' } },
  );
}
