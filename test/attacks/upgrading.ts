import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

// A server that looks a token up for a while before it opens a socket: ours, or one that does it by hand.
const lookUpMs = 200;

const [, , kind] = process.argv;
console.log(`port ${kind === 'guarded' ? await openGuarded() : await openBare()}`);

async function openGuarded(): Promise<number> {
  // The other loads nothing of ours.
  const { openEntrance } = await import('../kit/open-entrance.ts');
  const anybody = 1_000;
  const { port } = await openEntrance({
    allowance: { anybody, of: () => pause(lookUpMs, anybody) },
  });
  return port;
}

async function openBare(): Promise<number> {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((_request, response) => response.end());
  server.on('upgrade', async (request, socket, head) => {
    await pause(lookUpMs);
    sockets.handleUpgrade(request, socket, head, () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A server that listens on a port has an address.
  return (server.address() as AddressInfo).port;
}
