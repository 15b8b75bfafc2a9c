import { html, marked } from '../render/html.ts';
import { words } from '../render/words.ts';
import type { FeedEntry, FeedTold } from './feed.ts';

const never = '1970-01-01T00:00:00.000Z';

/** A feed in Atom (RFC 4287). */
export function atomOf({ entries, next, path, self, title }: FeedTold, publicUrl: string): string {
  const updated = entries.map(({ updatedAt }) => updatedAt).reduce(later, never);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="${publicUrl}/">
<id>${publicUrl}${self}</id>
<title>${title}</title>
<subtitle>${words.lead}</subtitle>
<updated>${updated}</updated>
<author><name>${words.record}</name></author>
<link rel="self" type="application/atom+xml" href="${publicUrl}${self}"/>
<link rel="alternate" type="text/html" href="${publicUrl}${path}"/>
${next && html`<link rel="next" type="application/atom+xml" href="${publicUrl}${next}"/>\n`}${entries.map((entry) => atomEntry(entry, publicUrl))}</feed>
`.text;
}

const later = (one: string, other: string): string => (one < other ? other : one);

const atomEntry = (entry: FeedEntry, publicUrl: string) => html`<entry>
<id>${entry.id}</id>
<title${entry.language && html` xml:lang="${entry.language}"`}>${marked(entry.title)}</title>
<link rel="alternate" type="text/html" href="${publicUrl}${entry.path}"/>
<published>${entry.publishedAt}</published>
<updated>${entry.updatedAt}</updated>
${entry.topics.map((topic) => html`<category term="${topic}"/>\n`)}<content type="html">${entry.content.text}</content>
</entry>
`;
