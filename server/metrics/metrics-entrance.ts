import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Entrance } from '../entrance.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';

/** Where Prometheus finds the metrics, at `/metrics`: a way in of their own, which leads to nothing else. */
export function createMetricsEntrance({ registry }: Metrics, log: Log): Entrance {
  const server = createServer(async ({ method, url }, response) => {
    if (method !== 'GET' || url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType }).end(text);
    } catch (error) {
      log.error({ err: error }, 'the metrics cannot be told');
      response.writeHead(500).end();
    }
  });

  return {
    server,
    isIdle: () => true,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
