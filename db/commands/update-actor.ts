import { eq } from 'drizzle-orm';
import { restingOnKind } from '../queries/actor-kind.ts';
import { assertActor } from '../rules/actor.ts';
import { assertKindCorrected } from '../rules/actor-kind.ts';
import { Conflict } from '../rules/errors.ts';
import { ifGiven, optionalText, textField, textList, type Unknown } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import type { ActorKind } from '../rules/vocabulary.ts';
import { type ActorRow, actors } from '../tables/actor.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { changeOf, type Wanted } from './change.ts';
import { nameInTexts } from './name-in-texts.ts';
import { actorAt } from './reference.ts';
import { touchClaimsNaming } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

/** What is left out stays as it is; null makes it unknown. Whether and by whom an actor is unnamed never changes. */
export interface UpdateActorInput {
  readonly actor: Ref;
  readonly name?: Unknown<string>;
  readonly kind?: Unknown<ActorKind>;
  readonly aliases?: Unknown<readonly string[]>;
  readonly description?: Unknown<string>;
  readonly wikidataId?: Unknown<string>;
}

/** Corrects what the record says of an actor; the event keeps the old values. */
export async function updateActor(tx: WriteTx, input: UpdateActorInput): Promise<Recorded> {
  const { key } = await actorAt(tx, input.actor, ['actor']);
  const [known] = await tx.drizzle.select().from(actors).where(eq(actors.key, key));
  if (known === undefined) throw new Error(`There is no actor ${key}.`);
  const row = { noun: 'actor' as const, ...known };
  const change = changeOf(known, wantedActor(input));
  if (change === null) return unchanged(tx, row);
  const { kind } = change.changed;
  if (kind !== undefined) await assertKindFits(tx, known, kind);
  await assertItemIsFree(tx, { ...known, ...change.changed }, change.changed.wikidataId ?? null);

  await tx.drizzle.update(actors).set(change.changed).where(eq(actors.key, key));
  await nameInTexts(tx, { ...known, ...change.changed });
  const at = tx.tick();
  const seq = tx.append({
    type: 'ACTOR_CHANGED',
    noun: 'actor',
    subject: key,
    at,
    visibility: visibilityOf(known.review === 'VERIFIED'),
    payload: { before: change.before },
  });
  if (kind !== undefined) await touchClaimsNaming(tx, [key]);
  return { noun: 'actor', key, id: known.id, created: false, seq };
}

function wantedActor(input: UpdateActorInput): Wanted<ActorRow> {
  return {
    name: ifGiven(input.name ?? undefined, (name) => textField(name, ['name'])),
    kind: input.kind ?? undefined,
    aliases: ifGiven(input.aliases, (aliases) => textList(aliases, ['aliases'])),
    description: ifGiven(input.description, (text) => optionalText(text, ['description'])),
    wikidataId: ifGiven(input.wikidataId, (item) => optionalText(item, ['wikidataId'])),
  };
}

async function assertKindFits(tx: WriteTx, { key, kind }: ActorRow, to: ActorKind): Promise<void> {
  const [resting] = await tx.reader.read(restingOnKind, { actor: key });
  const none = { source: null, article: null };
  assertKindCorrected({ from: kind, to }, resting ?? none, ['kind']);
}

async function assertItemIsFree(
  tx: WriteTx,
  { kind }: ActorRow,
  wikidataId: string | null,
): Promise<void> {
  if (wikidataId === null) return;
  const grantedBy = kind === 'UNNAMED_SOURCE' ? { kind: 'OUTLET' as const } : null;
  assertActor({ kind, grantedBy, wikidataId }, []);
  const [holder] = await tx.drizzle
    .select({ slug: actors.slug })
    .from(actors)
    .where(eq(actors.wikidataId, wikidataId));
  if (holder === undefined) return;
  const facts = { noun: 'actor', reference: wikidataId, keys: ['slug'] };
  throw new Conflict(facts, ['wikidataId']);
}
