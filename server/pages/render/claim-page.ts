import type { ClaimPageData } from '../generated/documents.ts';
import { day, dayOfMoment, momentTime } from './dates.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { actorLink, claimLink, theirs } from './named.ts';
import { foldedList, listWhereAny, section } from './section.ts';
import { stanceEntry, turn } from './stance.ts';
import { words } from './words.ts';

export type ShownClaim = NonNullable<ClaimPageData['claim']>;
type Said = ShownClaim['said']['nodes'][number];

/** A claim: who takes which side in whose words, what it rests on, and how its standing changed. */
export function claimPage(claim: ShownClaim, asOf: string | null): PageContent {
  const { language, slug, text, withdrawnAt } = claim;
  return {
    title: text,
    path: `/claims/${slug}`,
    ...(asOf === null ? { script: 'claim', live: { claim: claim.id } } : { script: 'page' }),
    isHidden: withdrawnAt !== null,
    content: html`${asOf !== null && asOfNotice(slug, asOf)}${withdrawnAt !== null && withdrawnNotice(words.claimWithdrawn, withdrawnAt)}<p class="kind">${words.claim} · ${words.claimKind[claim.kind]}</p>
<h1 lang="${language}" dir="auto">${text}</h1>
${standingOf(claim)}
${factsOf(claim)}
${sidesOf(claim)}
${turnsOf(claim)}
${askedOf(claim)}
${linksOf(claim)}
${wordingsOf(claim)}
${correctionsOf(claim)}
${takenOffOf(claim)}
${timelineOf(claim)}
${asOfForm(asOf)}`,
  };
}

/** What stands first on the page of what was taken off. */
export const withdrawnNotice = (what: string, at: string): Html =>
  html`<p class="notice" role="note"><strong>${what} ${dayOfMoment(at)}.</strong> ${words.withdrawnMeans}</p>\n`;

/** Which clock the page goes by, where that is not today's. */
const asOfNotice = (slug: string, asOf: string): Html =>
  html`<p class="notice" role="note"><strong>${words.asOf} ${momentTime(asOf)}.</strong> ${words.asOfClock} <a href="/claims/${slug}">${words.asOfToday}</a>.</p>\n`;

const asOfForm = (asOf: string | null): Html =>
  html`<form method="get"><label for="as-of">${words.asOfDay}</label> <input id="as-of" name="asOf" type="date" value="${asOf?.slice(0, 10)}"> <button type="submit">${words.show}</button></form>`;

function standingOf({ echoes, standing }: ShownClaim): Html {
  const { onlyUnnamedSources, since, status, summary } = standing;
  return html`<p class="standing"><b class="status">${words.status[status]}</b>${
    since !== null && html` <span class="when">${words.since} ${momentTime(since)}</span>`
  } · <span>${words.articlesAndOrigins(echoes.articleCount, echoes.originCount)}</span></p>
<p lang="en" dir="auto">${summary}</p>${onlyUnnamedSources && html`\n<p class="note">${words.onlyUnnamed}</p>`}`;
}

function factsOf(claim: ShownClaim): Html {
  const { concerns, happenedFrom: from, happenedUntil: until, recordedAt, topics } = claim;
  const happened =
    from === null
      ? until && day(until)
      : html`${day(from)}${until && until !== from && html` ${words.until} ${day(until)}`}`;
  return html`<dl class="facts">${happened && html`<div><dt>${words.happened}</dt><dd>${happened}</dd></div>`}${
    concerns.length > 0 &&
    html`<div><dt>${words.concerns}</dt><dd>${listed(concerns.map(actorLink))}</dd></div>`
  }${topics.length > 0 && html`<div><dt>${words.topics}</dt><dd>${listed(topics.map((topic) => theirs(topic)))}</dd></div>`}<div><dt>${words.onRecordSince}</dt><dd>${momentTime(recordedAt)}</dd></div></dl>`;
}

const listed = (entries: readonly Html[]): Html =>
  html`${entries.map((entry, place) => html`${place > 0 && ', '}${entry}`)}`;

const groups = ['FOR', 'RELAYED', 'MIXED', 'AGAINST', 'NONE'] as const;

/** Five groups, always in this order and each like the others; what was turned from stands where it is told that it was. */
function sidesOf({ said }: ShownClaim): Html {
  const former = new Set(said.nodes.flatMap(({ turnedFrom }) => turnedFrom?.slug ?? []));
  const current = said.nodes.filter(({ kind, slug }) => kind !== 'NO_REPLY' && !former.has(slug));
  const sections = groups.map((group) => {
    const stances = current.filter(({ polarity }) => polarity === group);
    return (
      stances.length > 0 &&
      html`<section class="group" aria-labelledby="group-${group}"><h3 id="group-${group}">${words.groups[group]}</h3>
${foldedList(stances.map((stance) => stanceEntry(stance)))}</section>\n`
    );
  });
  return html`<section aria-labelledby="sides"><h2 id="sides">${words.sides}</h2>
${sections.some(Boolean) ? sections : html`<p>${words.noSides}</p>`}${said.pageInfo.hasNextPage && html`<p class="note">${words.restNotShown}</p>`}
</section>`;
}

function turnsOf({ said }: ShownClaim): Html | null {
  const turns = said.nodes.flatMap((later) =>
    later.turnedFrom === null ? [] : [turn({ earlier: later.turnedFrom, later })],
  );
  return section('otherwise', words.otherwise, listWhereAny(turns));
}

/** Who was asked; nothing is told of whom nobody asked. */
function askedOf({ said }: ShownClaim): Html | null {
  const asked = said.nodes.filter(({ kind }) => kind === 'NO_REPLY');
  return section('asked', words.asked, listWhereAny(asked.map((stance) => stanceEntry(stance))));
}

function linksOf({ links, said, slug, standing }: ShownClaim): Html {
  const inForce = links.nodes
    .filter(({ judgement, revokedAt }) => judgement === 'CONFIRMED' && revokedAt === null)
    .map((link) => ({ ...link, isFrom: link.from.slug === slug }));
  const other = ({ from, isFrom, to }: (typeof inForce)[number]) => (isFrom ? to : from);
  const rests = inForce.filter(({ kind }) => kind === 'PRESUPPOSES');
  const below = [...rests.filter(({ isFrom }) => isFrom).map(other), ...occasionsOf(said.nodes)];
  const above = rests.filter(({ isFrom }) => !isFrom).map(other);
  const related = inForce.flatMap((link) => {
    if (link.kind === 'PRESUPPOSES' || link.kind === 'SAME_AS') return [];
    const [forth, back] = words.links[link.kind];
    return html`${link.isFrom ? forth : back} ${claimLink(other(link))}`;
  });
  const via = standing.disputedVia;
  return html`${section('below', words.restsOn, listWhereAny(distinct(below).map(claimLink)))}
${via.length > 0 && html`<p class="note">${words.disputedVia}</p>${foldedList(via.map(claimLink))}`}
${section('above', words.restingOnIt, listWhereAny(distinct(above).map(claimLink)))}
${section('related', words.related, listWhereAny(related))}`;
}

const occasionsOf = (said: readonly Said[]) => said.flatMap(({ saidIn }) => saidIn ?? []);

function distinct<Thing extends { readonly slug: string }>(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing.slug, thing])).values()];
}

function wordingsOf({ members, text }: ShownClaim): Html | null {
  const others = members.filter((member) => member.text !== text);
  return section(
    'wordings',
    words.wordings,
    listWhereAny(others.map((member) => theirs(member.text, member.language))),
  );
}

/** Its own words before they were corrected, each with the day of that. */
function correctionsOf({ corrections }: ShownClaim): Html | null {
  const former = corrections.nodes.map(
    ({ at, language, text }) => html`${words.until} ${dayOfMoment(at)}: ${theirs(text, language)}`,
  );
  return section(
    'corrected',
    words.corrected,
    former.length > 0
      ? html`<p class="note">${words.correctedLead}</p>${foldedList(former)}`
      : null,
  );
}

function takenOffOf({ takenOff }: ShownClaim): Html | null {
  const stances = takenOff.nodes.map((stance) => stanceEntry(stance));
  return section(
    'taken-off',
    words.takenOff,
    stances.length > 0
      ? html`<p class="note">${words.takenOffLead}</p>${foldedList(stances)}`
      : null,
  );
}

function timelineOf({ timeline }: ShownClaim): Html | null {
  const changes = timeline.nodes.map(
    ({ at, because, from, to }) =>
      html`<li><a href="?asOf=${at}">${momentTime(at)}</a>: ${words.from} ${words.status[from]} ${words.to} <b>${words.status[to]}</b>${because && html` – ${reasonOf(because)}`}</li>\n`,
  );
  return section(
    'timeline',
    words.timeline,
    changes.length > 0
      ? html`<p class="note">${words.timelineClock}</p><ol class="timeline">${changes}</ol>`
      : null,
  );
}

function reasonOf(
  because: NonNullable<ShownClaim['timeline']['nodes'][number]['because']>,
): Html | string {
  if (because.__typename === 'Stance')
    return html`${actorLink(because.actor)} ${words.stanceKind[because.kind]}`;
  return words.because[because.__typename];
}
