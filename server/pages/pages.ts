import type { Log } from '../log.ts';
import { responseOf } from '../sent-file.ts';
import { seekClaimFeed, seekFeed } from './feeds/sought-feed.ts';
import { momentAsked } from './moment-asked.ts';
import { createNotices, type Notices } from './notices.ts';
import { kindsForEmbeds, type PagePath, pagePathOf } from './page-paths.ts';
import { createShow, type PageRequest, type ShowOptions } from './show.ts';
import type { Site } from './site.ts';
import { type NamedPath, seekBoard, seekNamed } from './sought.ts';
import { readStyleSheet } from './style-sheet.ts';

export interface PagesOptions extends Omit<ShowOptions, 'notices' | 'site'> {
  readonly log: Log;
  readonly site: Omit<Site, 'styleSheet'>;
}

export interface PagesForPeople extends Pick<Notices, 'notice'> {
  /** Whether this is the address of a page, or of a file of theirs. */
  has(pathname: string): boolean;
  answer(asked: PageRequest): Promise<Response>;
}

/** Answers with pages that show everybody what strangers may know, whoever asks. */
export function createPages(options: PagesOptions): PagesForPeople {
  const { log } = options;
  const style = readStyleSheet();
  const site: Site = { ...options.site, styleSheet: style.path };
  const notices = createNotices(site, log);
  const { notice } = notices;
  const show = createShow({ ...options, notices, site });

  const claimPageAt = async (path: NamedPath, asked: PageRequest): Promise<Response> => {
    const asOf = momentAsked(asked.url.searchParams.get('asOf'));
    if (asOf === undefined) return notice(400, asked.ResponseOf);
    return seekNamed({ ...path, asOf }, (sought) => show(sought, asked));
  };

  const orNotAskable = (shown: Promise<Response> | undefined, ResponseOf: typeof Response) =>
    shown ?? notice(400, ResponseOf);

  const answerPath = async (path: PagePath, asked: PageRequest): Promise<Response> => {
    const { request, ResponseOf, url } = asked;
    switch (path.kind) {
      case 'style':
        return url.pathname === style.path
          ? responseOf(style.file, request, ResponseOf)
          : notice(404, ResponseOf);
      case 'robots':
        return new ResponseOf(robots(site), { headers: { 'content-type': 'text/plain' } });
      case 'nothing':
        return notice(404, ResponseOf);
      case 'board':
        return seekBoard((url.searchParams.get('q') ?? '').trim(), (sought) => show(sought, asked));
      case 'claim':
        if (request.headers.get('accept')?.includes('application/ld+json')) {
          const location = `/claims/${path.slug}.jsonld`;
          return new ResponseOf(null, { status: 303, headers: { location, vary: 'accept' } });
        }
        return claimPageAt(path, asked);
      case 'feed':
        return orNotAskable(
          seekFeed({ ...path, url }, (sought) => show(sought, asked)),
          ResponseOf,
        );
      case 'claimFeed':
        return orNotAskable(
          seekClaimFeed({ ...path, url }, (sought) => show(sought, asked)),
          ResponseOf,
        );
      default:
        return seekNamed(path, (sought) => show(sought, asked));
    }
  };

  return {
    has: (pathname) => pagePathOf(pathname) !== null,
    notice,
    async answer(asked) {
      const path = pagePathOf(asked.url.pathname) ?? ({ kind: 'nothing' } as const);
      asked.facts.isForEmbeds = kindsForEmbeds.has(path.kind);
      try {
        return await answerPath(path, asked);
      } catch (error) {
        log.error({ err: error }, 'a page cannot be shown');
        return notice(503, asked.ResponseOf);
      }
    },
  };
}

/** What search engines may look at: nothing, unless told so; never what somebody searched for. */
const robots = ({ indexing }: Site): string =>
  `User-agent: *\nDisallow: ${indexing ? '/*?\nDisallow: /graphql' : '/'}\n`;
