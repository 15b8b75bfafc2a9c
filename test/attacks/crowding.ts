import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { Connections } from '../../server/sockets/connections.ts';
import { openEntrance } from '../kit/open-entrance.ts';
import { startProgram } from '../kit/program.ts';
import { type Attack, attack } from './attack.ts';
import { type Listening, openBareSockets } from './bare-sockets.ts';
import { isAnswered, openSocket, openUnasked, resetAtUpgrade } from './socket-client.ts';

const places = 50;

/** What many connections can do. */
export const crowdingAttacks: readonly Attack[] = [
  attack<Listening>('idle sockets in all places', {
    open: openCrowded,
    openUnprotected: openFull,
    isWithstood: async ({ port }) => {
      const idle = await Promise.all(Array.from({ length: places }, () => openSocket(port)));
      const isOpen = await isAnswered(port);
      for (const socket of idle) socket.terminate();
      return isOpen;
    },
  }),
  attack<Listening>('connections that ask nothing in all places', {
    open: openCrowded,
    openUnprotected: openFull,
    isWithstood: async ({ port }) => {
      const idle = Array.from({ length: places }, () =>
        connect(port, '127.0.0.1').on('error', () => undefined),
      );
      await Promise.all(idle.map((socket) => once(socket, 'connect')));
      const isOpen = await isAnswered(port);
      for (const socket of idle) socket.destroy();
      return isOpen;
    },
  }),
  attack<Listening>('400 sockets from one address', {
    open: () => openEntrance({ connections: new Connections({ inAll: 10_000, perAddress: 100 }) }),
    openUnprotected: openEntrance,
    isWithstood: async ({ port, sockets }) => {
      const opened = Array.from({ length: 400 }, () => openUnasked(port));
      await Promise.all(
        opened.map((socket) => Promise.race([once(socket, 'open'), once(socket, 'close')])),
      );
      const open = sockets.filter(({ destroyed }) => !destroyed).length;
      for (const socket of opened) socket.terminate();
      return open <= 100;
    },
  }),
  attack('1,000 requests ahead of their answers', {
    open: async () => {
      const open = await openEntrance();
      return counting({ ...open, server: open.entrance.server });
    },
    openUnprotected: async () => counting(await openBareSockets()),
    isWithstood: async ({ answered, port }) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(1_000));
      socket.resume();
      for (let turn = 0; turn < 100 && answered() < 1_000; turn += 1) await isAnswered(port);
      socket.destroy();
      return answered() < 1_000;
    },
  }),
  attack('resets while a token is looked up', {
    open: () => openSlow('guarded'),
    openUnprotected: () => openSlow('bare'),
    isWithstood: async ({ ended, port }) => {
      for (let n = 0; n < 20; n += 1) await resetAtUpgrade(port, n % 3);
      return Promise.race([ended.then(() => false), isAnswered(port)]);
    },
  }),
];

function openCrowded() {
  return openEntrance({ connections: new Connections({ inAll: places, perAddress: places }) });
}

/** Has as many places, and nothing that makes room. */
async function openFull() {
  const bare = await openBareSockets();
  bare.server.maxConnections = places;
  return bare;
}

/** Counts the requests that were answered. */
function counting<Target extends Listening & { readonly server: Server }>(target: Target) {
  let count = 0;
  target.server.on('request', (_request, response) => {
    response.once('finish', () => {
      count += 1;
    });
  });
  return Object.assign(target, { answered: () => count });
}

/** A server in a process of its own, whose database takes its time to look a token up. */
async function openSlow(kind: 'guarded' | 'bare') {
  const script = new URL('upgrading.ts', import.meta.url).pathname;
  const program = await startProgram([process.execPath, '--import', 'tsx', script, kind], {
    isReady: (printed) => /port \d+\n/.test(printed),
  });
  const [, port] = /port (\d+)\n/.exec(program.printed()) ?? [];
  return {
    port: Number(port),
    ended: program.ended,
    [Symbol.asyncDispose]: () => program.end(),
  };
}
