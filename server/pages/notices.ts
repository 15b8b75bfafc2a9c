import type { GraphQLError } from 'graphql';
import { errorCodeOf } from '../coded-errors.ts';
import type { Log } from '../log.ts';
import { contentSecurityPolicy, hidden } from './page-headers.ts';
import { layout } from './render/layout.ts';
import { type NoticeStatus, noticePage } from './render/notice-page.ts';
import type { Site } from './site.ts';

const statuses: ReadonlyMap<unknown, NoticeStatus> = new Map([
  ['BAD_USER_INPUT', 400],
  ['CURSOR_INVALID', 404],
  ['UNAUTHENTICATED', 401],
  ['RATE_LIMITED', 429],
]);

/** Pages that tell why there is none. */
export interface Notices {
  notice(status: NoticeStatus, ResponseOf: typeof Response): Response;
  /** Why the graph did not answer. */
  refused(error: GraphQLError, ResponseOf: typeof Response): Response;
}

export function createNotices(site: Site, log: Log): Notices {
  const notice: Notices['notice'] = (status, ResponseOf) =>
    new ResponseOf(layout(noticePage(status), site), {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'x-robots-tag': hidden,
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      },
    });
  return {
    notice,
    refused(error, ResponseOf) {
      const status = statuses.get(errorCodeOf(error)) ?? 503;
      if (status === 503) log.error({ err: error }, 'a page cannot be shown');
      const response = notice(status, ResponseOf);
      const { retryAfter } = error.extensions;
      if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
      return response;
    },
  };
}
