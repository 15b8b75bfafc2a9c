import { html } from './html.ts';
import type { PageContent } from './layout.ts';
import { words } from './words.ts';

const notices = {
  400: [words.notAskable, words.notAskableLead],
  401: [words.needsToken, words.needsTokenLead],
  404: [words.notFound, words.notFoundLead],
  429: [words.tooMuch, words.tooMuchLead],
  503: [words.unavailable, words.unavailableLead],
} as const;

export type NoticeStatus = keyof typeof notices;

/** Why there is no page. */
export function noticePage(status: NoticeStatus): PageContent {
  const [title, lead] = notices[status];
  return {
    title,
    path: null,
    isHidden: true,
    content: html`<h1>${title}</h1>
<p>${lead}</p>
<p>${status === 401 ? html`<a href="/desk">${words.forEditors}</a>` : html`<a href="/">${words.toBoard}</a>`}</p>`,
  };
}
