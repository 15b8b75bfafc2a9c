import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** How many entries of a list are shown before the others are folded: the same number everywhere. */
const unfolded = 5;

/** A list, of which what comes after the first few is folded. */
export function foldedList(entries: readonly Html[]): Html {
  const list = (some: readonly Html[]): Html =>
    html`<ul class="entries">${some.map((entry) => html`<li>${entry}</li>\n`)}</ul>`;
  const rest = entries.slice(unfolded);
  return html`${list(entries.slice(0, unfolded))}${
    rest.length > 0 &&
    html`<details><summary>${words.more(rest.length)}</summary>${list(rest)}</details>`
  }`;
}

/** A list; nothing where nothing is in it. */
export const listWhereAny = (entries: readonly Html[]): Html | null =>
  entries.length > 0 ? foldedList(entries) : null;

/** A part of a page under its own heading; nothing where it holds nothing. */
export const section = (id: string, title: string, content: Html | null): Html | null =>
  content &&
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>`;
