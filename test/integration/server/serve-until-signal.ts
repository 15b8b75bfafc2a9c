import { createLog } from '../../../server/log.ts';
import { stopAtSignal } from '../../../server/serve.ts';
import { openServer } from './open-server.ts';

const server = await openServer();
stopAtSignal(async () => server[Symbol.asyncDispose](), createLog({ level: 'silent' }));
process.stdout.write(`${server.serving.url}\n`);
