import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { roomOnRecord, type SlugNoun, slugsTaken } from '../queries/named.ts';
import { slugCandidates, slugFrom } from '../rules/slug.ts';
import type { StanceContent } from '../rules/stance-content.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/** A public id, whose UUID tells its moment. */
export function newId(noun: Noun, at: number): string {
  return `${noun}_${v7({ msecs: at })}`;
}

/** A slug made from a name, title or text, which no other of its noun has. */
function freeSlug(tx: WriteTx, noun: SlugNoun, text: string): Promise<string> {
  return new FreeSlugs(tx, noun).give(text);
}

/** Gives slugs of a noun that no other has, each once. */
export class FreeSlugs {
  readonly #tx: WriteTx;
  readonly #noun: SlugNoun;
  /** Of each that was looked up. */
  readonly #isTaken = new Map<string, boolean>();

  constructor(tx: WriteTx, noun: SlugNoun) {
    this.#tx = tx;
    this.#noun = noun;
  }

  /** Looks up together what one after the other would be looked up for these texts. */
  async expect(texts: readonly string[]): Promise<void> {
    let open = texts.map((text) => candidatesFor(text, this.#noun));
    for (let width = 1; open.length > 0; width *= 2) {
      const looked = open.map((candidates) => ({ candidates, some: next(candidates, width) }));
      await this.#lookUp(looked.flatMap(({ some }) => some));
      open = looked.flatMap(({ candidates, some }) =>
        this.#freeAmong(some) === undefined ? candidates : [],
      );
    }
  }

  async give(text: string): Promise<string> {
    const candidates = candidatesFor(text, this.#noun);
    // Names that many share have many numbers taken: each look is twice as wide as the one before.
    for (let width = 1; ; width *= 2) {
      const some = next(candidates, width);
      await this.#lookUp(some);
      const free = this.#freeAmong(some);
      if (free === undefined) continue;
      this.take(free);
      return free;
    }
  }

  /** Gives this one to nobody. */
  take(slug: string): void {
    this.#isTaken.set(slug, true);
  }

  #freeAmong(slugs: readonly string[]): string | undefined {
    return slugs.find((slug) => this.#isTaken.get(slug) === false);
  }

  async #lookUp(slugs: readonly string[]): Promise<void> {
    const names = slugs.filter((slug) => !this.#isTaken.has(slug));
    if (names.length === 0) return;
    const found = await this.#tx.reader.read(slugsTaken[this.#noun], {
      names: JSON.stringify(names),
    });
    for (const slug of names) this.#isTaken.set(slug, false);
    for (const { slug } of found) this.#isTaken.set(slug, true);
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
  readonly keys: Readonly<Record<'actor' | 'claim' | 'stance' | 'evidence', number>>;
  /** A slug for each stance, in their order, which no other has. */
  readonly slugs: readonly string[];
}

/** How a stance is to be named: after whose it is, its kind and its claim, where it brings no slug. */
export function stanceToName(
  { actor, kind, slug }: Pick<StanceContent, 'slug' | 'actor' | 'kind'>,
  claim: string,
): ToName {
  return { slug, text: `${actor.slug} ${kind} ${claim}` };
}

/** Finds room for claims and their stances, which are named after them: with one statement where nothing has their slugs. */
export async function roomForClaims<Claim extends ToName>(
  tx: WriteTx,
  claims: readonly Claim[],
  stancesOf: (claim: Claim, slug: string) => readonly ToName[],
): Promise<Room & { readonly claimSlugs: readonly string[] }> {
  const tried = claims.map(({ slug, text }) => slug ?? candidatesFor(text, 'claim').next().value);
  const made = tried.filter((_, place) => claims[place]?.slug === null);
  const stances = (slugs: readonly string[]) =>
    claims.flatMap((claim, place) => stancesOf(claim, slugs[place] ?? ''));
  const { claimsTaken, ...room } = await findRoom(tx, stances(tried), made);
  if (claimsTaken.length === 0) return { ...room, claimSlugs: tried };

  const free: string[] = [];
  for (const [place, slug] of tried.entries()) {
    const { text = '', slug: own = null } = claims[place] ?? {};
    free.push(own ?? (claimsTaken.includes(slug) ? await freeSlug(tx, 'claim', text) : slug));
  }
  return { ...(await findRoom(tx, stances(free), [])), claimSlugs: free };
}

/** Finds room for stances: with one statement where nothing has their slugs. */
export function roomForStances(tx: WriteTx, stances: readonly ToName[]): Promise<Room> {
  return findRoom(tx, stances, []);
}

async function findRoom(
  tx: WriteTx,
  stances: readonly ToName[],
  claims: readonly string[],
): Promise<Room & { readonly claimsTaken: readonly string[] }> {
  const taken = new Set(stances.flatMap(({ slug }) => slug ?? []));
  const slugs = stances.map(({ slug }) => slug);
  const candidates = stances.map(({ slug, text }) =>
    slug === null ? candidatesFor(text, 'stance') : null,
  );
  const alike = stances.map(({ slug, text }, place) =>
    slug === null ? stances.slice(0, place).filter((other) => other.text === text).length : 0,
  );
  for (let width = 1; ; width *= 2) {
    const some = candidates.map((names, place) =>
      names !== null && slugs[place] === null ? next(names, width + (alike[place] ?? 0)) : [],
    );
    const names = { claims: JSON.stringify(claims), stances: JSON.stringify(some.flat()) };
    const [room] = await tx.reader.read(roomOnRecord, names);
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
    return { keys: room, slugs: given, claimsTaken: slugsIn(room.claimsTaken) };
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
