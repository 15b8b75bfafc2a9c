import { actorsCalled, textOnRecord } from '../../db/queries/actors-called.ts';
import { actorsNamed } from '../../db/queries/named.ts';
import type { Reader } from '../../db/read/read.ts';
import { withoutArticle } from '../../db/rules/actor.ts';
import { type ArticleInput, sha256Of } from '../../db/rules/article-content.ts';
import type { Ref } from '../../db/rules/reference.ts';
import { agencyCalled } from '../../extract/lexicon/agencies.ts';
import { agencyOf } from './agency.ts';
import { newPublisher, type Publisher, unnamedPublisher } from './publisher.ts';

/** Who an article says that its publisher is. */
export interface PublishersTold extends Pick<ArticleInput, 'outlet' | 'creditedTo' | 'byline'> {
  /** What its outlet is called, where no reference to it is given. */
  readonly publisher?: string | null | undefined;
  /** What the agency is called whose copy it is told to be, where no reference to it is given. */
  readonly agency?: string | null | undefined;
  /** What the actor is called whose copy it is for certain, where no reference to it is given. */
  readonly creditedToName?: string | null | undefined;
}

/** Who published an article, and whose copy it is. */
export interface Publishers {
  readonly outlet: Publisher;
  /** Null where it is the outlet's own, as far as is certain. */
  readonly agency: Publisher | null;
  /** Whether the extractor drafted from the article before: it need not read it again then. */
  readonly isRead: boolean;
  /** Whether the article is on record: what it says of its agency stands, whatever would be found today. */
  readonly isOnRecord: boolean;
}

export async function publishersOf(
  reader: Reader,
  { text, readBy, ...told }: PublishersTold & { readonly text: string; readonly readBy: string },
): Promise<Publishers> {
  const outlet = await outletOf(reader, told, text);
  const asked = { sha256: sha256Of(text), outlet: outlet.key ?? 0, extractor: readBy };
  const [known] = outlet.isNew ? [] : await reader.read(textOnRecord, asked);
  const isOnRecord = known?.isOnRecord === 1;
  const agencyKnown = told.creditedTo ?? (known?.agency ? { slug: known.agency } : null);
  const agency = (await publisherAt(reader, agencyKnown)) ?? (await creditedIn(reader, told));
  // Told to be of no agency, it is of none.
  const isToBeFound = agency === null && told.creditedTo === undefined && !isOnRecord;
  return {
    outlet,
    agency: isToBeFound ? await agencyOf(reader, { ...told, text, outlet }) : agency,
    isRead: known?.isRead === 1,
    isOnRecord,
  };
}

async function outletOf(
  reader: Reader,
  { outlet, publisher }: PublishersTold,
  text: string,
): Promise<Publisher> {
  const known = await publisherAt(reader, outlet);
  return known ?? (publisher ? outletCalled(reader, { name: publisher }) : unnamedPublisher(text));
}

/** Whose copy it is told to be by a name, be it one that an agency goes by everywhere. */
async function creditedIn(
  reader: Reader,
  { creditedTo, creditedToName: name }: PublishersTold,
): Promise<Publisher | null> {
  if (creditedTo !== undefined || !name) return null;
  return outletCalled(reader, agencyCalled(name) ?? { name });
}

/** The actor that a reference names; null where none does, which the command refuses. */
async function publisherAt(reader: Reader, ref: Ref | null | undefined): Promise<Publisher | null> {
  const by = ref?.id ? 'id' : 'slug';
  const name = ref?.id ?? ref?.slug;
  if (!name) return null;
  const [found] = await reader.read(actorsNamed[by], { names: JSON.stringify([name]) });
  if (found === undefined) return null;
  return { id: found.slug, name: found.name, key: found.shown ?? found.key };
}

/** The one outlet on record of that name or alias; a new one where there is none, or there are several. */
async function outletCalled(
  reader: Reader,
  { name, aliases = [] }: { readonly name: string; readonly aliases?: readonly string[] },
): Promise<Publisher> {
  const names = JSON.stringify([name, ...aliases].map(withoutArticle));
  const called = await reader.read(actorsCalled, { names });
  const [only, another] = called.filter(({ kind }) => kind === 'OUTLET');
  if (only !== undefined && another === undefined) {
    return { id: only.slug, name: only.name, key: only.key };
  }
  return newPublisher({ name, aliases });
}
