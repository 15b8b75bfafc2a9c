import type { EmbedClaimData } from '../generated/documents.ts';
import type { Site } from '../site.ts';
import { dayOfMoment } from './dates.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

export type EmbeddedClaim = NonNullable<EmbedClaimData['claim']>;

/** A claim as a page of its own for the frames of others: its words and how it stands. Of one that was withdrawn no words are left. */
export function embedPage(claim: EmbeddedClaim, { publicUrl, styleSheet }: Site): string {
  const { slug, withdrawnAt } = claim;
  const page = `${publicUrl}/claims/${slug}`;
  const isGone = withdrawnAt !== null;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${isGone ? words.feed.takenOff : claim.text} – ${words.record}</title>
<link rel="canonical" href="${page}">
<link rel="stylesheet" href="${styleSheet}">
</head>
<body class="embed">
<main>
${isGone ? html`<h1>${words.claimWithdrawn} ${dayOfMoment(withdrawnAt)}.</h1>` : embedded(claim)}
<p class="note">${away(page, html`${words.embedded}`)}</p>
</main>
</body>
</html>
`.text;
}

function embedded({ echoes, language, standing, text }: EmbeddedClaim): Html {
  const { since, status, summary } = standing;
  return html`<h1 lang="${language}" dir="auto">${text}</h1>
<p class="standing"><b class="status">${words.status[status]}</b>${since !== null && html` <span class="when">${words.since} ${dayOfMoment(since)}</span>`} · ${words.articlesAndOrigins(echoes.articleCount, echoes.originCount)}</p>
<p class="note" lang="en" dir="auto">${summary}</p>`;
}

/** A link out of the frame. */
const away = (url: string, name: Html): Html =>
  html`<a class="away" href="${url}" target="_blank" rel="noopener">${name}</a>`;
