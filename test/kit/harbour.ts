import type { Database } from '../../db/client.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { recordArticle } from '../../db/commands/record-article.ts';
import { write } from './owner.ts';

/** A small article of our own. `The bridge` stands in it three times, all other words that tests quote once. */
export const bridgeStory = [
  'The mayor promised a new bridge, the Harbour Gazette reports.',
  '“I never promised a bridge,” the mayor told the Courier on Tuesday.',
  'People close to the council said that plans were drawn up in March. The bridge is needed, they said.',
  'The bridge is old 🌉 and narrow. The bridge has one lane.',
].join('\n');

/** Records the actors and the article that most tests begin with: no claim yet. */
export async function recordHarbour(db: Database): Promise<void> {
  const actors = [
    { slug: 'gazette', name: 'Harbour Gazette', kind: 'OUTLET' },
    { slug: 'courier', name: 'The Courier', kind: 'OUTLET' },
    { slug: 'mayor', name: 'The mayor', kind: 'PERSON' },
    { slug: 'town-hall', name: 'Town hall', kind: 'GOVERNMENT' },
    { slug: 'spokeswoman', name: 'The spokeswoman', kind: 'PERSON' },
  ] as const;
  for (const actor of actors) await write(db, recordActor, actor);
  await write(db, recordActor, {
    slug: 'council-sources',
    name: 'people close to the council',
    kind: 'UNNAMED_SOURCE',
    grantedBy: { slug: 'gazette' },
  });
  await write(db, recordArticle, {
    slug: 'bridge-story',
    title: 'Mayor denies promise',
    language: 'en',
    outlet: { slug: 'gazette' },
    text: bridgeStory,
  });
}

/** Evidence from the article: words that stand in it once. */
export function quoting(quote: string, attribution?: readonly string[]) {
  return {
    article: { slug: 'bridge-story' },
    quote,
    mode: 'INDIRECT' as const,
    attribution: attribution?.map((slug) => ({ slug })),
  };
}

/** The claim that most tests are about. */
export const bridgePromised = {
  slug: 'bridge-promised',
  text: 'The mayor promised a new bridge.',
  kind: 'FACT',
  language: 'en',
} as const;

/** The mayor denies it, in the article. */
export const mayorDenies = {
  slug: 'mayor-denies',
  claim: { slug: 'bridge-promised' },
  actor: { slug: 'mayor' },
  kind: 'DENIES',
  certainty: 'FIRM',
  evidence: [quoting('I never promised a bridge')],
} as const;

/** The paper reports it, in the article. */
export const gazetteReports = {
  slug: 'gazette-reports',
  claim: { slug: 'bridge-promised' },
  actor: { slug: 'gazette' },
  kind: 'REPORTS',
  certainty: 'PLAIN',
  evidence: [quoting('The mayor promised a new bridge')],
} as const;

/** The town's spokeswoman puts it forward, without evidence. */
export const spokeswomanAsserts = {
  slug: 'spokeswoman-asserts',
  claim: { slug: 'bridge-promised' },
  actor: { slug: 'spokeswoman' },
  kind: 'ASSERTS',
  certainty: 'PLAIN',
  note: 'Said so at the desk.',
} as const;
