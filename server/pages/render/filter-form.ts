import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** A form by which claims are filtered, as far as a few fields can ask. */
export const filterForm = (search: URLSearchParams): Html =>
  html`<form class="filter" method="get" action="/"><span><label for="status">${words.byStatus}</label> <select id="status" name="status">${options(words.status, search.get('status'))}</select></span> <span><label for="topic">${words.byTopic}</label> <input id="topic" name="topic" value="${search.get('topic')}"></span> <button type="submit">${words.show}</button></form>`;

const options = (names: Readonly<Record<string, string>>, chosen: string | null): Html =>
  html`<option value="">${words.any}</option>${Object.entries(names)
    .filter(([value]) => value !== 'UNADDRESSED')
    .map(
      ([value, name]) =>
        html`<option value="${value}"${value === chosen && html` selected`}>${name}</option>`,
    )}`;
