import type { ActorPageData } from '../generated/documents.ts';
import { fact } from './article-page.ts';
import { day, momentTime } from './dates.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { actorLink, claimLink, linkAway, theirs } from './named.ts';
import { foldedList, listWhereAny, section } from './section.ts';
import { stanceEntry, turn } from './stance.ts';
import { words } from './words.ts';

export type ShownActor = NonNullable<ActorPageData['actor']>;
type Affiliation = Omit<ShownActor['affiliations']['nodes'][number], 'of'>;

/** An actor: to whom it belongs, what it says, and where it said otherwise later. */
export function actorPage(actor: ShownActor): PageContent {
  const { affiliates, affiliations, description, kind, name, reversals, slug, stances } = actor;
  const said = stances.nodes.map((stance) =>
    stanceEntry(stance, { about: html`: ${claimLink(stance.claim)}` }),
  );
  return {
    title: name,
    path: `/actors/${slug}`,
    script: 'page',
    content: html`<p class="kind">${words.actor} · ${words.actorKind[kind]}</p>
<h1 dir="auto">${name}</h1>
${description !== null && html`<p dir="auto">${description}</p>`}
${factsOf(actor)}
${section('affiliations', words.affiliations, listWhereAny(affiliations.nodes.map((each) => affiliationOf(theirs(name), each, actorLink(each.of)))))}
${section('affiliates', words.affiliates, listWhereAny(affiliates.nodes.map((each) => affiliationOf(actorLink(each.actor), each, theirs(name)))))}
${section('otherwise', words.otherwise, listWhereAny(reversals.nodes.map((each) => turn(each, html`<p>${claimLink(each.claim)}</p>`))))}
${section(
  'stances',
  words.stances,
  html`${said.length > 0 ? foldedList(said) : html`<p>${words.noStances}</p>`}${stances.pageInfo.hasNextPage && html`<p class="note">${words.restNotShown}</p>`}`,
)}`,
  };
}

function factsOf({ aliases, grantedBy, recordedAt, wikidataId }: ShownActor): Html {
  const names = aliases.map((alias, place) => html`${place > 0 && ', '}${theirs(alias)}`);
  return html`<dl class="facts">${fact(words.alsoCalled, names.length > 0 ? html`${names}` : null)}${fact(words.grantedBy, grantedBy && actorLink(grantedBy))}${fact(words.wikidata, wikidataId === null ? null : linkAway(`https://www.wikidata.org/wiki/${wikidataId}`, wikidataId))}${fact(words.onRecordSince, momentTime(recordedAt))}</dl>`;
}

function affiliationOf(who: Html, { from, kind, role, until }: Affiliation, ofWhom: Html): Html {
  return html`${who} ${words.affiliation[kind]} ${ofWhom}${role !== null && html` ${words.as} ${theirs(role)}`}${from !== null && html`, ${words.since} ${day(from)}`}${until !== null && html`, ${words.until} ${day(until)}`}`;
}
