import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { roomForStances, type SlugNoun, slugsTaken } from '../queries/named.ts';
import { slugCandidates, slugFrom } from '../rules/slug.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/** A public id, whose UUID tells its moment. */
export function newId(noun: Noun, at: number): string {
  return `${noun}_${v7({ msecs: at })}`;
}

/** A slug made from a name, title or text, which no other of its noun has. */
export async function freeSlug(tx: WriteTx, noun: SlugNoun, text: string): Promise<string> {
  const candidates = candidatesFor(text, noun);
  // Names that many share have many numbers taken: each look is twice as wide as the one before.
  for (let width = 1; ; width *= 2) {
    const some = next(candidates, width);
    const found = await tx.reader.read(slugsTaken[noun], { names: JSON.stringify(some) });
    const taken = new Set(found.map((row) => row.slug));
    const free = some.find((slug) => !taken.has(slug));
    if (free !== undefined) return free;
  }
}

/** What is to be recorded with a slug that is given, or with one made of a text. */
interface ToName {
  readonly slug: string | null;
  readonly text: string;
}

/** Where rows come in that are to be recorded together. */
export interface Room {
  /** The keys that come next. */
  readonly keys: { readonly claim: number; readonly stance: number; readonly evidence: number };
  /** A slug for each stance, in their order, which no other has. */
  readonly slugs: readonly string[];
}

/** Finds room for a claim and its stances, which are named after it: with one statement where nothing has their slugs. */
export async function roomForClaim(
  tx: WriteTx,
  claim: ToName,
  stancesOf: (slug: string) => readonly ToName[],
): Promise<Room & { readonly slug: string }> {
  const slug = claim.slug ?? candidatesFor(claim.text, 'claim').next().value;
  const room = await findRoom(tx, stancesOf(slug), claim.slug === null ? [slug] : []);
  if (!room.isClaimTaken) return { ...room, slug };
  const free = await freeSlug(tx, 'claim', claim.text);
  return { ...(await findRoom(tx, stancesOf(free), [])), slug: free };
}

/** Finds room for stances: with one statement where nothing has their slugs. */
export function roomForNewStances(tx: WriteTx, stances: readonly ToName[]): Promise<Room> {
  return findRoom(tx, stances, []);
}

async function findRoom(
  tx: WriteTx,
  stances: readonly ToName[],
  claims: readonly string[],
): Promise<Room & { readonly isClaimTaken: boolean }> {
  const taken = new Set(stances.flatMap(({ slug }) => slug ?? []));
  const slugs = stances.map(({ slug }) => slug);
  const candidates = stances.map(({ slug, text }) =>
    slug === null ? candidatesFor(text, 'stance') : null,
  );
  for (let width = 1; ; width *= 2) {
    const some = candidates.map((names, place) => {
      if (names === null || slugs[place] !== null) return [];
      const alike = stances.slice(0, place).filter(({ text }) => text === stances[place]?.text);
      return next(names, width + alike.length);
    });
    const names = { claims: JSON.stringify(claims), stances: JSON.stringify(some.flat()) };
    const [room] = await tx.reader.read(roomForStances, names);
    if (room === undefined) throw new Error('There is always room.');
    for (const slug of slugsIn(room.stancesTaken)) taken.add(slug);
    for (const [place, tried] of some.entries()) {
      const free = tried.find((slug) => !taken.has(slug));
      if (free === undefined) continue;
      slugs[place] = free;
      taken.add(free);
    }
    const given = slugs.flatMap((slug) => slug ?? []);
    if (given.length < stances.length) continue;
    const { claim, stance, evidence } = room;
    const isClaimTaken = slugsIn(room.claimsTaken).length > 0;
    return { keys: { claim, stance, evidence }, slugs: given, isClaimTaken };
  }
}

function candidatesFor(text: string, noun: Noun): Iterator<string, never> {
  return slugCandidates(slugFrom(text, noun, () => randomBytes(4).toString('hex')));
}

function next(candidates: Iterator<string, never>, width: number): string[] {
  return Array.from({ length: width }, () => candidates.next().value);
}

function slugsIn(json: string): readonly string[] {
  return JSON.parse(json);
}
