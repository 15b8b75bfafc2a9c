import { assertActor } from './actor.ts';
import { assertSame, differingKeys } from './difference.ts';
import { InputInvalid } from './errors.ts';
import { eachField, optionalText, textField, textList, type Unknown } from './field.ts';
import type { RecordedActor, RecordView, ReferredActor } from './record-view.ts';
import type { Ref } from './reference.ts';
import { slugField } from './slug.ts';
import type { ActorKind, Review } from './vocabulary.ts';

export interface ActorInput {
  readonly slug?: Unknown<string>;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases?: Unknown<readonly string[]>;
  readonly description?: Unknown<string>;
  readonly wikidataId?: Unknown<string>;
  /** Whoever granted an unnamed source its anonymity. */
  readonly grantedBy?: Unknown<Ref>;
  /** DRAFT hides it until something verified rests on it; VERIFIED unless it is given. */
  readonly review?: Unknown<Review>;
}

/** An actor that may be recorded. */
export interface ActorContent {
  readonly slug: string | null;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly wikidataId: string | null;
  readonly grantedBy: ReferredActor | null;
  readonly review: ReviewOfActor;
}

type ReviewOfActor = Exclude<Review, 'REJECTED'>;

/** @throws RecordError */
export function actorContent(input: ActorInput, view: Pick<RecordView, 'grantor'>): ActorContent {
  const content = eachField<ActorContent>({
    slug: () => slugField(input.slug, ['slug']),
    name: () => textField(input.name, ['name']),
    kind: () => input.kind,
    aliases: () => textList(input.aliases, ['aliases']),
    description: () => optionalText(input.description, ['description']),
    wikidataId: () => optionalText(input.wikidataId, ['wikidataId']),
    grantedBy: () => (input.grantedBy ? view.grantor(input.grantedBy, ['grantedBy']) : null),
    review: () => reviewOfActor(input.review ?? 'VERIFIED'),
  });
  assertActor(content, []);
  return content;
}

function reviewOfActor(review: Review): ReviewOfActor {
  if (review !== 'REJECTED') return review;
  throw new InputInvalid('An actor is a draft or verified.', ['review']);
}

/**
 * The actor on record that this one is, by its slug or its Wikidata item. What was reviewed since is no other content.
 * @throws Conflict when it has other content there
 */
export function actorOnRecord(content: ActorContent, view: RecordView): RecordedActor | null {
  const { slug, review, ...told } = content;
  const given = { ...told, grantedBy: content.grantedBy?.slug ?? null };
  const bySlug = slug === null ? undefined : view.recordedActor({ slug });
  if (bySlug !== undefined) {
    assertSame(differingKeys(bySlug, given), { noun: 'actor', reference: bySlug.slug });
    return bySlug;
  }
  const { wikidataId } = content;
  const byItem = wikidataId === null ? undefined : view.recordedActor({ wikidataId });
  if (byItem === undefined) return null;
  const keys = differingKeys(byItem, slug === null ? given : { ...given, slug });
  assertSame(keys, { noun: 'actor', reference: byItem.slug, path: ['wikidataId'] });
  return byItem;
}
