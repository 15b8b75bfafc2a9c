import { closeServer, type Entrance } from '../entrance.ts';
import type { Log } from '../log.ts';
import { Connections } from '../sockets/connections.ts';
import { createGuardedServer } from '../sockets/guarded-server.ts';
import type { Metrics } from './metrics.ts';

/** Nobody but a few who watch has business here. */
const connectionsAtOnce = 16;

/** Where Prometheus finds the metrics, at `/metrics`: a way in of their own, which leads to nothing else. */
export function createMetricsEntrance({ registry }: Metrics, log: Log): Entrance {
  const connections = new Connections({ inAll: connectionsAtOnce, perAddress: connectionsAtOnce });
  const server = createGuardedServer({ connections, log }, async ({ method, url }, response) => {
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
  return { server, isIdle: () => true, close: () => closeServer(server, connections) };
}
