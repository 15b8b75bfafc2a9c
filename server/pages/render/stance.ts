import type { ShownEvidence, ShownStance } from '../generated/documents.ts';
import { dayOfMoment, effective, published } from './dates.ts';
import { type Html, html, type Piece } from './html.ts';
import { actorLink, articleLink, linkAway } from './named.ts';
import { words } from './words.ts';

/** One stance: who, how and when, in their words, and through whom these came. */
export function stanceEntry(
  stance: ShownStance,
  { about, isAgain = false }: { readonly about?: Piece; readonly isAgain?: boolean } = {},
): Html {
  const { actor, effectiveAt, evidence, kind, withdrawnAt } = stance;
  return html`<article class="stance"${!isAgain && html` id="stance-${stance.slug}"`}>
<p class="who"><b>${actorLink(actor)}</b> ${words.stanceKind[kind]}${about} <span class="when">${effective(effectiveAt)}</span>${notesOn(stance).map((note) => html`<span class="note">${note}</span>`)}</p>
${withdrawnAt !== null && html`<p class="notice">${words.takenOffOn} ${dayOfMoment(withdrawnAt)}</p>\n`}${
  evidence.length === 0
    ? html`<p class="note">${words.noWords}</p>`
    : evidence.map((piece) => evidenceOf(piece))
}
</article>`;
}

function notesOn({ carrierRetracted, certainty, hearsay }: ShownStance): string[] {
  return [
    ...(certainty === 'FIRM' ? [words.firm] : []),
    ...(certainty === 'HEDGED' ? [words.hedged] : []),
    ...(hearsay ? [words.hearsay] : []),
    ...(carrierRetracted ? [words.carrierRetracted] : []),
  ];
}

function evidenceOf(evidence: ShownEvidence): Html {
  const { article, attribution, mode, permalink, quote, withdrawnAt } = evidence;
  const when = published(article);
  return html`<figure>
${quoteShown(quote, article.language)}
<figcaption>${words.mode[mode]} ${words.inArticle} ${articleLink(article)}${when && html`, ${when}`}${
    permalink !== null && html` · ${linkAway(permalink, words.inPlace)}`
  }${withdrawnAt !== null && html` <span class="notice">${words.evidenceWithdrawn} ${dayOfMoment(withdrawnAt)}</span>`}
${chain(attribution)}</figcaption>
</figure>
`;
}

/** A quote, letter for letter; of an erased one that it was erased. */
export const quoteShown = (quote: string | null, language: string): Html =>
  quote === null
    ? html`<p class="notice">${words.erasedWords}</p>`
    : html`<blockquote lang="${language}" dir="auto">${quote}</blockquote>`;

/** Through whom words reached the record. */
export const chain = (links: ShownEvidence['attribution']): Html =>
  html`<ol class="chain" aria-label="${words.chain}">${links.map(
    (actor) => html`<li>${actorLink(actor)}</li>`,
  )}</ol>`;

const again = { isAgain: true };

/** Where somebody turned: what was said before, and what later. */
export const turn = (
  { earlier, later }: { readonly earlier: ShownStance; readonly later: ShownStance },
  about?: Piece,
): Html => html`<div class="turn">${about}
<div><h3>${words.before}</h3>
${stanceEntry(earlier, again)}</div>
<div><h3>${words.after}</h3>
${stanceEntry(later, again)}</div>
</div>`;
