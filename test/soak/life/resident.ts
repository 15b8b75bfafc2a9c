import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { residentMb } from '../memory.ts';
import { textAt, type Watched } from './holding.ts';

const looks = 9;
const everyMs = 100;

/**
 * How much memory a server holds that nobody asks anything, in MB, once its garbage is collected: of several looks, the
 * one in the middle. Where it is not, what is told is how long ago it last was.
 */
export async function residentAtRest({ inspectorUrl, pid }: Watched): Promise<number> {
  await collectGarbage(inspectorUrl);
  const seen: number[] = [];
  while (seen.length < looks) {
    await pause(everyMs);
    seen.push(await residentMb(pid));
  }
  return seen.sort((a, b) => a - b)[Math.floor(looks / 2)] ?? Number.NaN;
}

async function collectGarbage(inspectorUrl: string): Promise<void> {
  const [target] = JSON.parse(await textAt(`${inspectorUrl}/json/list`));
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
  await once(socket, 'message');
  socket.close();
  await once(socket, 'close');
}
