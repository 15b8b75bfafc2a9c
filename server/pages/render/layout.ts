import type { PageScript, Site } from '../site.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** What is told of a page besides what stands in it. */
export interface PageContent {
  readonly title: string;
  readonly content: Html;
  /** Its path, without a query; null of what has no address of its own. */
  readonly path: string | null;
  /** Whether search engines are asked to leave it out, whatever the site says. */
  readonly isHidden?: boolean;
  /** What was searched for. */
  readonly query?: string;
  /** What makes it live, where scripts run. */
  readonly script?: PageScript;
  /** Where it is told that what it shows has changed, and shown when its reader wants it. */
  readonly live?: { readonly claim?: string };
  /** The same in another form. */
  readonly alternates?: readonly { readonly type: string; readonly path: string }[];
}

const lamp =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><circle cx="12" cy="12" r="10" fill="none" stroke="#8a8f98" stroke-width="2"/><circle cx="12" cy="12" r="5" fill="#d60590"/></svg>';
export const icon = `data:image/svg+xml,${encodeURIComponent(lamp)}`;

/** A page, whole. */
export function layout(page: PageContent, site: Site): string {
  const { alternates = [], content, isHidden = false, path, query = '', title } = page;
  const script = page.script && site.scripts.get(page.script);
  const feed = alternates.find(({ type }) => type === 'application/atom+xml');
  const robots = isHidden || !site.indexing ? 'noindex, nofollow' : null;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${words.record}</title>
${robots && html`<meta name="robots" content="${robots}">\n`}${path && html`<link rel="canonical" href="${site.publicUrl}${path}">\n`}${alternates.map(
  (each) => html`<link rel="alternate" type="${each.type}" href="${each.path}">\n`,
)}<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${site.styleSheet}">
${script && html`<script type="module" src="${script}"></script>\n`}</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<p class="name"><a href="/">${words.record}</a></p>
<form role="search" method="get" action="/">
<label for="q">${words.search}</label>
<input id="q" name="q" type="search" maxlength="1000" value="${query}">
<button type="submit">${words.find}</button>
</form>
</header>
<main id="content" tabindex="-1">
${content}
</main>
${page.live && liveBar(page.live)}<footer>
<p>${words.lead}</p>
<p>${site.contactUrl && html`<a class="away" href="${site.contactUrl}">${words.correction}</a> · `}${
    feed && html`<a class="away" href="${feed.path}" type="${feed.type}">${words.feedLink}</a> · `
  }<a class="away" href="/desk">${words.forEditors}</a>${
    site.graphiql && html` · <a class="away" href="/graphql">${words.graphiql}</a>`
  }</p>
</footer>
</body>
</html>
`.text;
}

/** Stands on no page until a script makes it live, with all words that the script needs. */
function liveBar({ claim = '' }: { readonly claim?: string }): Html {
  const { live } = words;
  return html`<aside id="live" class="live" aria-label="${live.label}" hidden data-claim="${claim}" data-new="${live.newOnes}" data-now="${live.now}" data-changed="${live.changed}" data-connecting="${live.connecting}" data-live="${live.live}" data-paused="${live.paused}" data-pause="${live.pause}" data-resume="${live.resume}">
<p class="news" role="status"></p>
<button type="button" class="show" hidden></button>
<span class="state"></span>
<button type="button" class="pause">${live.pause}</button>
</aside>
`;
}
