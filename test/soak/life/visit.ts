import { type Agent, request } from 'node:http';
import type { Asked } from './mixed-requests.ts';

/** Where a visitor goes, and the connections that it uses. */
export interface Visitor {
  readonly origin: string;
  readonly agent: Agent;
}

/** Asks for something, and tells what is wrong with the answer; null where nothing is. */
export function visit(asked: Asked, { origin, agent }: Visitor): Promise<string | null> {
  const { answer, body, headers, method, path } = asked;
  return new Promise((resolve) => {
    const sent = request(`${origin}${path}`, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        const told = `${response.statusCode} ${text}`;
        resolve(answer === null || answer.test(told) ? null : wrong(asked, told));
      });
      response.on('error', failed);
    });
    const failed = (error: Error): void =>
      resolve(answer === null ? null : wrong(asked, String(error)));
    sent.on('error', failed);
    sent.end(body);
    if (answer === null) setImmediate(() => sent.destroy(new Error('It left.')));
  });
}

function wrong({ body, method, path }: Asked, told: string): string {
  return `${method} ${path} ${body.slice(0, 200)} was answered by ${told.slice(0, 300)}`;
}
