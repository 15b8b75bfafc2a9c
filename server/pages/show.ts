import { GraphQLError } from 'graphql';
import type { EmbedAccess } from '../cors.ts';
import { encoded } from '../encoded.ts';
import type { Keeper, ReadyAnswer } from '../kept/keeper.ts';
import type { RequestFacts } from '../request-facts.ts';
import { responseOf, type SentFile, sentFile } from '../sent-file.ts';
import type { PageAsk } from './ask.ts';
import type { Notices } from './notices.ts';
import { contentSecurityPolicy, framedPolicy, hidden, policyWithScript } from './page-headers.ts';
import type { ShownText, Sought } from './shown.ts';
import type { Site } from './site.ts';

export interface ShowOptions {
  readonly ask: PageAsk;
  readonly cacheSeconds: number;
  readonly embeds: EmbedAccess;
  readonly keeper: Pick<Keeper, 'keepBeside'> | null;
  readonly notices: Notices;
  readonly site: Site;
}

/** A request for a page, and what is known of it. */
export interface PageRequest {
  readonly request: Pick<Request, 'headers' | 'method'>;
  readonly url: URL;
  readonly facts: RequestFacts;
  readonly ResponseOf: typeof Response;
}

/** Asks what a page is made of, and answers with it. */
export type Show = <Data, Variables>(
  sought: Sought<Data, Variables>,
  asked: PageRequest,
) => Promise<Response>;

// What is kept of a page: its bytes, and those of its encodings.
const bytesPerLetter = 2;

/** The bytes of a page are kept beside the answer that it shows, as long as that is true. */
export function createShow(options: ShowOptions): Show {
  const { ask, cacheSeconds, embeds, keeper, notices, site } = options;
  const rendered = new WeakMap<ReadyAnswer, Map<string, SentFile>>();
  const headers = {
    'content-security-policy': contentSecurityPolicy,
    'cache-control': `public, ${cacheSeconds > 0 ? `max-age=${cacheSeconds}` : 'no-cache'}`,
    vary: 'accept, accept-encoding',
  };

  const fileOf = ({ hasScript, isFramed, isHidden, mediaType, text }: ShownText) =>
    sentFile(encoded(text), {
      ...headers,
      'content-type': mediaType,
      ...(hasScript && { 'content-security-policy': policyWithScript }),
      ...(isFramed && { 'content-security-policy': framedPolicy(embeds) }),
      ...((isHidden || !site.indexing) && { 'x-robots-tag': hidden }),
    });

  return async (sought, asked) => {
    const { ResponseOf, url } = asked;
    // Whoever makes up queries fills nothing with them.
    const isKept = url.search === '';
    const answer = await ask({ ...sought, isKept }, asked.facts);
    if (answer instanceof GraphQLError) return notices.refused(answer, ResponseOf);
    const { form = 'page' } = sought;
    const forms = answer.kept && rendered.get(answer.kept);
    const known = forms?.get(form);
    if (known) return sent(known, asked);
    const shown = sought.show(answer.data(), site);
    if (shown === null) return notices.notice(404, ResponseOf);
    if ('movedTo' in shown) {
      const link = `<${site.publicUrl}${shown.movedTo}>; rel="canonical"`;
      const location = shown.movedTo + url.search;
      return new ResponseOf(null, { status: 302, headers: { location, link } });
    }
    const file = fileOf(shown);
    const bytes = shown.text.length * bytesPerLetter;
    if (!answer.kept || !keeper?.keepBeside(answer.kept, bytes)) return sentOnce(file, asked);
    rendered.set(answer.kept, (forms ?? new Map()).set(form, file));
    return sent(file, asked);
  };
}

async function sent(file: SentFile, { request, ResponseOf, url }: PageRequest): Promise<Response> {
  const response = await responseOf(file, request, ResponseOf);
  if (url.search !== '') response.headers.set('x-robots-tag', hidden);
  return response;
}

/** What is sent once is not compressed: that would cost more than the page. */
function sentOnce(file: SentFile, asked: PageRequest): Promise<Response> {
  const headers = new Headers();
  const known = asked.request.headers.get('if-none-match');
  if (known !== null) headers.set('if-none-match', known);
  return sent(file, { ...asked, request: { method: asked.request.method, headers } });
}
