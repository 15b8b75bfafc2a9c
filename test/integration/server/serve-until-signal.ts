import { processShell } from '../../../server/cli/process-shell.ts';
import { createLog } from '../../../server/log.ts';
import { openServer } from './open-server.ts';

const server = await openServer();
const stopped = processShell.untilStopped(
  async () => server[Symbol.asyncDispose](),
  createLog({ level: 'silent' }),
);
process.stdout.write(`${server.serving.url}\n`);
await stopped;
