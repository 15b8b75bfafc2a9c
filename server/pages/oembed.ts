import { type EmbedClaimData, embedClaimDocument } from './generated/documents.ts';
import { pagePathOf } from './page-paths.ts';
import { html, withControlsShown } from './render/html.ts';
import { inertJson } from './render/inert-json.ts';
import { words } from './render/words.ts';
import type { WithSought } from './shown.ts';
import type { Site } from './site.ts';

/** Where it is told how to embed the page of a claim. */
export const oembedAddress = ({ publicUrl }: Pick<Site, 'publicUrl'>, slug: string): string =>
  `${publicUrl}/oembed?${new URLSearchParams({ format: 'json', url: `${publicUrl}/claims/${slug}` })}`;

const usual = { width: 600, height: 260 };

/** What is asked of it: the slug of the claim whose page is at `url` here, and how large a frame may be. */
export function oembedAsked(
  search: URLSearchParams,
  { publicUrl }: Pick<Site, 'publicUrl'>,
): OembedAsked | null {
  const url = search.get('url') ?? '';
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  const path = pagePathOf(pathname);
  if (origin !== publicUrl || path?.kind !== 'claim') return null;
  return {
    slug: path.slug,
    width: atMost(search.get('maxwidth'), usual.width),
    height: atMost(search.get('maxheight'), usual.height),
  };
}

interface OembedAsked {
  readonly slug: string;
  readonly width: number;
  readonly height: number;
}

const atMost = (most: string | null, wanted: number): number =>
  /^[1-9]\d{0,4}$/.test(most ?? '') ? Math.min(Number(most), wanted) : wanted;

/** How the page of a claim is embedded (oEmbed 1.0): in a frame. */
export function seekOembed<Result>(asked: OembedAsked, use: WithSought<Result>): Result {
  const { slug } = asked;
  return use({
    document: embedClaimDocument,
    form: 'oembed',
    variables: { slug },
    show: ({ claim }, site) =>
      claim && {
        text: inertJson(oembedOf(claim, asked, site)),
        mediaType: 'application/json; charset=utf-8',
        isHidden: true,
      },
  });
}

function oembedOf(
  { slug, text, withdrawnAt }: NonNullable<EmbedClaimData['claim']>,
  { height, width }: OembedAsked,
  { publicUrl }: Site,
): object {
  const title = withdrawnAt === null ? withControlsShown(text) : words.feed.takenOff;
  const frame = html`<iframe src="${publicUrl}/claims/${slug}/embed" title="${title}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: words.record,
    provider_url: publicUrl,
    title,
    html: frame.text,
    width,
    height,
  };
}
