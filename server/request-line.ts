import { randomUUID } from 'node:crypto';
import { type Log, nameInLog } from './log.ts';
import type { RequestFacts } from './request-facts.ts';

/** Names a request, once, and notes when it came. Keeps the name that a proxy gave, where it is one that can stand in a log. */
export function nameRequest(
  facts: RequestFacts,
  given: string | string[] | null | undefined,
): void {
  facts.startedAt ??= performance.now();
  facts.requestId ||=
    typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
}

/** What is logged of an answer besides what is known of its request. */
export interface Answered {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** Logs the one line of a request that is answered. */
export function logAnswer(log: Log, facts: RequestFacts, { method, url, status }: Answered): void {
  const line = {
    requestId: facts.requestId,
    method,
    path: pathOf(url),
    operation: nameInLog(facts.params?.operationName),
    token: facts.viewer?.token ?? undefined,
    status,
    codes: facts.errorCodes,
    ms: Math.round((performance.now() - facts.startedAt) * 100) / 100,
  };
  log.info(line, 'request');
}

/** Without the query string, which may hold variables. */
function pathOf(url: string): string {
  const start = url.startsWith('/') ? 0 : url.indexOf('/', url.indexOf('//') + 2);
  const end = url.indexOf('?', start);
  return url.slice(start, end < 0 ? undefined : end);
}
