import type { Site } from '../site.ts';
import { html } from './html.ts';
import { icon } from './layout.ts';
import { words } from './words.ts';

/** Where editors and reviewers work: nothing of the record stands in it before somebody signs in. */
export function deskPage({ scripts }: Pick<Site, 'scripts'>): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${words.desk} – ${words.record}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${scripts.get('desk.css')}">
<script type="module" src="${scripts.get('desk')}"></script>
</head>
<body>
<div id="desk"><noscript><main><h1>${words.desk}</h1><p>${words.deskNeedsScript}</p></main></noscript></div>
</body>
</html>
`.text;
}
