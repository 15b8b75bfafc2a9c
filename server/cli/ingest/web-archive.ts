import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { FileRefused } from '../article-file.ts';
import { sizeText } from '../size.ts';
import type { ArticleDetails } from './article-details.ts';
import {
  type Found,
  type NamedFile,
  nameOf,
  type PassedOver,
  type Path,
  unreadable,
} from './article-source.ts';
import { unzipped } from './warc/gzip-members.ts';
import { type HttpResponse, httpResponse } from './warc/http-response.ts';
import { type WarcRecord, warcRecords } from './warc/warc-records.ts';

/** The extensions of files that hold archived pages. */
export const archiveExtensions: readonly string[] = ['.warc', '.warc.gz'];

export function isArchive(path: Path): boolean {
  const name = nameOf(path).toLowerCase();
  return archiveExtensions.some((extension) => name.endsWith(extension));
}

const largestPage = 16 * 1_048_576;

/**
 * The pages of a web archive (WARC), each at the address and from the moment that it was archived. What is no page, and what is
 * broken, is told in its place.
 */
export async function* pagesArchived({ path, name, told }: NamedFile): AsyncGenerator<Found> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await handle.stat()).isFile()) {
      await handle.close();
      throw new FileRefused(`${name} is no regular file.`);
    }
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    // Whatever it is called.
    const isZipped = buffer[0] === 0x1f && buffer[1] === 0x8b;
    // A little at a time: that of an archive may become a thousand times as much.
    const chunks = handle.createReadStream({ start: 0, highWaterMark: 16 * 1024 });
    const bytes = isZipped ? unzipped(chunks) : chunks;
    let isEmpty = true;
    for await (const record of warcRecords(bytes, { isWanted, largestBody: largestPage })) {
      isEmpty = false;
      if ('gap' in record) yield { name, fault: `${name}: ${record.gap}.` };
      else yield* foundIn(record, { name, told });
    }
    if (isEmpty) yield { name, fault: `${name}: there is no record in it.` };
  } catch (error) {
    const refused = error instanceof FileRefused ? error : unreadable(name, error);
    yield { name, fault: refused.message };
  }
}

const isWanted = (headers: ReadonlyMap<string, string>): boolean =>
  ['response', 'resource'].includes(typeOf(headers)) && uriOf(headers) !== null;

const typeOf = (headers: ReadonlyMap<string, string>): string =>
  (headers.get('warc-type') ?? '').toLowerCase();

/** The address of a page; null where it is none of the web, such as a request for a name. */
function uriOf(headers: ReadonlyMap<string, string>): string | null {
  const uri = (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol) ? uri : null;
}

interface Archive {
  readonly name: string;
  readonly told: ArticleDetails;
}

function* foundIn({ headers, body, isCut }: WarcRecord, archive: Archive): Generator<Found> {
  const type = typeOf(headers);
  if (type === 'revisit') yield { passedOver: 'seen before by whoever archived them' };
  if (!isWanted(headers) || body === null) return;
  const uri = uriOf(headers) ?? '';
  const name = `${archive.name}: ${uri}`;
  const response = type === 'resource' ? resource(headers, body) : httpResponse(body, largestPage);
  if (response === null) yield { name, fault: `${name}: this is no answer of a web server.` };
  else {
    const why = whyPassedOver(response);
    if (why !== null) yield { passedOver: why };
    else if (isCut) yield { name, fault: tooLarge(name) };
    else if (headers.has('warc-truncated') || !response.isWhole)
      yield { name, fault: `${name}: it was cut off when it was archived.` };
    else yield { source: sourceOf(response, { name, uri, headers, told: archive.told }) };
  }
}

const tooLarge = (name: string) =>
  `${name} is larger than ${sizeText(largestPage)}: no article is.`;

/** What is archived without an answer of HTTP around it. */
function resource(headers: ReadonlyMap<string, string>, body: Buffer): HttpResponse {
  return { status: 200, headers, isWhole: true, body: () => body };
}

const pageTypes = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;

function whyPassedOver({ status, headers }: HttpResponse): PassedOver | null {
  if (status !== 200) return 'redirects and failures';
  return pageTypes.test((headers.get('content-type') ?? 'text/html').trim()) ? null : 'no pages';
}

function sourceOf(
  response: HttpResponse,
  page: Archive & { readonly uri: string; readonly headers: ReadonlyMap<string, string> },
) {
  const { name, uri, headers, told } = page;
  const at = Date.parse(headers.get('warc-date') ?? '');
  const retrievedAt = Number.isNaN(at) ? undefined : new Date(at).toISOString();
  const type = response.headers.get('content-type') ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1];
  return {
    name,
    told: { ...told, url: uri, retrievedAt },
    isOfArchive: true,
    async bytes() {
      try {
        return { bytes: response.body(), isPage: true, charset };
      } catch (error) {
        const because = error instanceof Error ? error.message : String(error);
        throw new FileRefused(`${name} cannot be decoded: ${because}.`);
      }
    },
  };
}
