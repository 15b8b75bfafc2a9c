import { eq, type SQL } from 'drizzle-orm';
import { assertActor } from '../rules/actor.ts';
import { InputInvalid } from '../rules/errors.ts';
import type { ActorKind, Review } from '../rules/vocabulary.ts';
import { type ActorRow, actors } from '../tables/actor.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { optionalText, textField, textList, type Unknown } from './field.ts';
import { freeSlug, newId, slugField } from './new-name.ts';
import { actorsAt, given, type Ref } from './reference.ts';
import { indexActor } from './search-index.ts';
import { assertSameContent, type Row, unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

export interface RecordActorInput {
  readonly slug?: Unknown<string>;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases?: Unknown<readonly string[]>;
  readonly description?: Unknown<string>;
  readonly wikidataId?: Unknown<string>;
  /** The outlet that granted an unnamed source its anonymity. */
  readonly grantedBy?: Unknown<Ref>;
  /** DRAFT hides it until something verified rests on it; VERIFIED unless it is given. */
  readonly review?: Unknown<Review>;
}

type ActorContent = Pick<
  ActorRow,
  'name' | 'kind' | 'aliases' | 'description' | 'wikidataId' | 'grantedBy'
>;

/** Puts an actor on record. The same slug or Wikidata item with the same content is on record already. */
export async function recordActor(tx: WriteTx, input: RecordActorInput): Promise<Recorded> {
  const slug = slugField(input.slug, ['slug']);
  const content = await actorContent(tx, input);
  const review = input.review ?? 'VERIFIED';
  if (review === 'REJECTED') {
    throw new InputInvalid('An actor is a draft or verified.', ['review']);
  }
  const known = await actorKnown(tx, slug, content);
  if (review === 'VERIFIED') await acceptActors(tx, [known?.key, content.grantedBy]);
  if (known !== null) return unchanged(tx, known);

  const at = tx.tick();
  const row = {
    ...content,
    id: newId('actor', at),
    slug: slug ?? (await freeSlug(tx, 'actor', { text: content.name })),
    recordedAt: at,
    review,
  };
  const key = await insertRow(tx.drizzle, actors, row);
  await indexActor(tx, { key, ...content });
  const seq = tx.append({
    type: 'ACTOR_ADDED',
    noun: 'actor',
    subject: key,
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: {},
  });
  return { noun: 'actor', key, id: row.id, created: true, seq };
}

async function actorContent(tx: WriteTx, input: RecordActorInput): Promise<ActorContent> {
  const content = {
    name: textField(input.name, ['name']),
    kind: input.kind,
    aliases: textList(input.aliases, ['aliases']),
    description: optionalText(input.description, ['description']),
    wikidataId: optionalText(input.wikidataId, ['wikidataId']),
  };
  const [grantedBy] = await actorsAt(tx, given({ grantedBy: input.grantedBy }, []));
  assertActor({ ...content, grantedBy: grantedBy ?? null }, []);
  return { ...content, grantedBy: grantedBy?.key ?? null };
}

async function actorKnown(
  tx: WriteTx,
  slug: string | null,
  content: ActorContent,
): Promise<Row | null> {
  const bySlug = slug === null ? undefined : await actorWhere(tx, eq(actors.slug, slug));
  if (bySlug !== undefined) {
    assertSameContent(bySlug, content, { noun: 'actor', reference: bySlug.slug, path: ['slug'] });
    return { noun: 'actor', ...bySlug };
  }
  const { wikidataId } = content;
  const byItem =
    wikidataId === null ? undefined : await actorWhere(tx, eq(actors.wikidataId, wikidataId));
  if (byItem === undefined) return null;
  const named = slug === null ? content : { ...content, slug };
  assertSameContent(byItem, named, { noun: 'actor', reference: byItem.slug, path: ['wikidataId'] });
  return { noun: 'actor', ...byItem };
}

async function actorWhere(tx: WriteTx, condition: SQL): Promise<ActorRow | undefined> {
  const [actor] = await tx.drizzle.select().from(actors).where(condition);
  return actor;
}
