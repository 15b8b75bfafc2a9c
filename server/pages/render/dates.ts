import type { TimeBasis } from '../generated/documents.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

const months = words.months;

/** A day that was told as one: it is that day everywhere. */
export function day(date: string): Html {
  return html`<time datetime="${date}">${dayText(date)}</time>`;
}

/** A moment, in UTC. */
export function momentTime(at: string): Html {
  return html`<time class="moment" datetime="${at}">${momentText(at)}</time>`;
}

/** The day of a moment, in UTC. */
export function dayOfMoment(at: string): Html {
  return html`<time datetime="${at}">${dayText(at)}</time>`;
}

/** When something was published, as far as that is known: a moment, or a day alone. */
export function published({
  publishedAt,
  publishedOn,
}: {
  readonly publishedAt: string | null;
  readonly publishedOn: string | null;
}): Html | null {
  if (publishedAt !== null) return momentTime(publishedAt);
  return publishedOn === null ? null : day(publishedOn);
}

/** When a stance was taken, and from what that is known. */
export function effective({ at, basis }: { readonly at: string; readonly basis: TimeBasis }): Html {
  const known = words.basis[basis];
  // Of a day alone its first moment is told, and of what is taken back its last.
  const isDay =
    basis === 'SAID_ON' || (basis === 'ISSUED' && /T00:00:00\.000Z|T23:59:59\.999Z/.test(at));
  return html`${known} ${isDay ? day(at.slice(0, 10)) : momentTime(at)}`;
}

/** `28 February 2022`, from how a date or a moment in UTC begins. */
function dayText(date: string): string {
  const [, year = '', month = '', number = ''] = /^([+-]?\d+)-(\d\d)-(\d\d)/.exec(date) ?? [];
  return `${Number(number)} ${months[Number(month) - 1] ?? month} ${year}`;
}

function momentText(at: string): string {
  const [, time = ''] = /T(\d\d:\d\d)/.exec(at) ?? [];
  return `${dayText(at)}, ${time} UTC`;
}
