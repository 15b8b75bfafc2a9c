import { type Html, html } from './html.ts';

interface Named {
  readonly slug: string;
  readonly name: string;
}

interface Titled {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
}

interface Worded {
  readonly slug: string;
  readonly text: string;
  readonly language: string;
}

/** Words of others, in their language and their direction, apart from what stands around them. */
export const theirs = (text: string, language?: string | null): Html =>
  language
    ? html`<bdi lang="${language}" dir="auto">${text}</bdi>`
    : html`<bdi dir="auto">${text}</bdi>`;

export const actorLink = ({ name, slug }: Named): Html =>
  html`<a href="/actors/${slug}">${theirs(name)}</a>`;

export const articleLink = ({ language, slug, title }: Titled): Html =>
  html`<a href="/articles/${slug}">${theirs(title, language)}</a>`;

export const claimLink = ({ language, slug, text }: Worded): Html =>
  html`<a href="/claims/${slug}">${theirs(text, language)}</a>`;

/** A link to another site, where it is one: no other scheme leads anywhere from here. */
export function linkAway(url: string, text: string): Html | null {
  if (!URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return html`<a href="${href}" rel="external nofollow noreferrer">${text}</a>`;
}
