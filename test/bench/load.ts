import { Agent, request as httpRequest } from 'node:http';
import { now } from './clock.ts';
import type { Request } from './contenders/contender.ts';

export interface Answer {
  readonly body: string;
  readonly latencyMs: number;
  /** When the last byte of it was there, by `now`. */
  readonly answeredAt: number;
}

/** Connections that are kept open, as many as requests may be under way at once. */
export interface Load {
  /** Sends the requests, and answers in their order when the last one is answered. */
  run(server: Listening, requests: readonly Request[]): Promise<readonly Answer[]>;
  close(): void;
}

interface Listening {
  readonly port: number;
}

export function createLoad(concurrency: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  return {
    async run({ port }, requests) {
      const answers: Answer[] = [];
      let next = 0;
      const lane = async () => {
        for (let index = next; index < requests.length; index = next) {
          next += 1;
          const request = requests[index];
          if (request) answers[index] = await ask(agent, port, request);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, lane));
      return answers;
    },
    close: () => agent.destroy(),
  };
}

function ask(agent: Agent, port: number, { path, body, token }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const start = now();
    const sent = httpRequest({ agent, port, path, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answeredAt = now();
        const body = Buffer.concat(chunks).toString();
        resolve({ body, latencyMs: answeredAt - start, answeredAt });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
