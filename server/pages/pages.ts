import type { Log } from '../log.ts';
import { responseOf } from '../sent-file.ts';
import { deskFile } from './desk-file.ts';
import { createForPrograms, isForPrograms } from './for-programs.ts';
import { momentAsked } from './moment-asked.ts';
import { createNotices, type Notices } from './notices.ts';
import { kindsForEmbeds, type PagePath, pagePathOf } from './page-paths.ts';
import { noScripts, openPageScripts } from './page-scripts.ts';
import { createShow, type PageRequest, type Show, type ShowOptions } from './show.ts';
import type { Site } from './site.ts';
import { type NamedPath, seekBoard, seekNamed } from './sought.ts';
import { filterOfBoard, seekFiltered } from './sought-filter.ts';
import { readStyleSheet } from './style-sheet.ts';

export interface PagesOptions extends Omit<ShowOptions, 'notices' | 'site'> {
  readonly log: Log;
  /** The moment that has come, by the clock of the record, which may be ahead of that on the wall. */
  readonly now: () => Promise<number>;
  readonly site: Omit<Site, 'scripts' | 'styleSheet'>;
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
  const site: Site = { ...options.site, styleSheet: style.path, scripts: noScripts.paths };
  const notices = createNotices(site, log);
  const { notice } = notices;
  const opened = onFirstUse(async () => {
    const scripts = await openPageScripts();
    const show = createShow({ ...options, notices, site: { ...site, scripts: scripts.paths } });
    const desk = deskFile({ scripts: scripts.paths });
    return { desk, files: new Map([...scripts.files, [style.path, style.file]]), show };
  });
  const show: Show = async (sought, asked) => (await opened()).show(sought, asked);

  const claimPageAt = async (path: NamedPath, asked: PageRequest): Promise<Response> => {
    const asOf = await momentAsked(asked.url.searchParams.get('asOf'), options.now);
    if (asOf === undefined) return notice(400, asked.ResponseOf);
    return seekNamed({ ...path, asOf }, (sought) => show(sought, asked));
  };

  const answerProgram = createForPrograms({ ...options, notice, show, site });

  const answerPath = async (path: PagePath, asked: PageRequest): Promise<Response> => {
    const { request, ResponseOf, url } = asked;
    if (isForPrograms(path)) return answerProgram(path, asked);
    switch (path.kind) {
      case 'embedScript':
      case 'file': {
        const file = (await opened()).files.get(url.pathname);
        return file ? responseOf(file, request, ResponseOf) : notice(404, ResponseOf);
      }
      case 'desk':
        return responseOf((await opened()).desk, request, ResponseOf);
      case 'nothing':
        return notice(404, ResponseOf);
      case 'board': {
        const filter = url.searchParams.has('q') ? null : filterOfBoard(url.searchParams);
        if (filter !== null)
          return seekFiltered(filter, (sought) => show(sought, asked)) ?? notice(400, ResponseOf);
        return seekBoard((url.searchParams.get('q') ?? '').trim(), (sought) => show(sought, asked));
      }
      case 'claim':
        if (request.headers.get('accept')?.includes('application/ld+json')) {
          const location = `/claims/${path.slug}.jsonld`;
          return new ResponseOf(null, { status: 303, headers: { location, vary: 'accept' } });
        }
        return claimPageAt(path, asked);
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
      asked.facts.isFramed = path.kind === 'embed' && options.embeds.isOpen;
      try {
        return await answerPath(path, asked);
      } catch (error) {
        log.error({ err: error }, 'a page cannot be shown');
        return notice(503, asked.ResponseOf);
      }
    },
  };
}

/** The same from the first call on. */
function onFirstUse<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
