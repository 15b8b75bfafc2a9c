import { type ActorDraft, slugOf } from '../actors/actor.ts';
import { keyOf } from '../actors/roster.ts';
import type { ClaimDraft, Drafts, ExtractInput, StanceDraft } from '../extractor.ts';
import type { StanceKind } from '../stances/kinds.ts';
import { overlap } from '../words/span.ts';
import { isDescription, type StanceFound } from './found-stances.ts';
import { ClaimsBySense } from './own-words.ts';

/** The drafts of two readers, each marked with who read it, and how often they agreed and read the same words otherwise. */
export interface ReadTwice {
  readonly drafts: Drafts;
  readonly added: number;
  readonly agreed: number;
  readonly disputed: number;
}

interface Readers {
  /** Who read first, and who second, as evidence tells it: `rules/1`. */
  readonly first: string;
  readonly second: string;
}

const confidence = { alone: 0.5, disputed: 0.25 } as const;

/**
 * The drafts of the first reader with those of a second one that it lacks. Where the two read the same words otherwise (another
 * polarity, speaker or claim) both readings are there, and neither is sure.
 */
export function withSecondReading(
  drafts: Drafts,
  found: readonly StanceFound[],
  { input, readers }: { readonly input: ExtractInput; readonly readers: Readers },
): ReadTwice {
  const merging = new Merging(drafts, input);
  const fresh: StanceDraft[] = [];
  const agreed = new Set<StanceDraft>();
  for (const one of found) {
    const stance = merging.stanceOf(one, readers.second);
    const same = [...drafts.stances, ...fresh].find((first) => isSame(first, stance));
    if (same === undefined) fresh.push(stance);
    else if (!fresh.includes(same)) agreed.add(same);
  }
  const doubts = new Map<StanceDraft, StanceDraft[]>();
  const added = fresh.map((stance) => {
    const against = drafts.stances.filter(
      (first) => !agreed.has(first) && isOtherwise(first, stance),
    );
    for (const first of against) doubts.set(first, [...(doubts.get(first) ?? []), stance]);
    return unsure(stance, { against, by: readers.first, confidence: confidence.disputed });
  });
  const first = drafts.stances.map((stance) => {
    const evidence = { ...stance.evidence, extractor: readers.first };
    const against = doubts.get(stance) ?? [];
    const half = Math.round(50 * evidence.confidence) / 100;
    return unsure({ ...stance, evidence }, { against, by: readers.second, confidence: half });
  });
  const stances = [...first, ...added].sort((a, b) => a.evidence.start - b.evidence.start);
  const disputed = added.filter(({ otherwise }) => otherwise !== undefined).length;
  return { drafts: merging.drafts(stances), added: added.length, agreed: agreed.size, disputed };
}

interface Doubt {
  /** How another reader reads the same words; nothing, where it does not. */
  readonly against: readonly StanceDraft[];
  readonly by: string;
  readonly confidence: number;
}

function unsure(stance: StanceDraft, { against, by, confidence }: Doubt): StanceDraft {
  if (against.length === 0) return stance;
  const otherwise = against.map(({ actor, claim, kind }) => ({
    actor,
    claim,
    kind,
    extractor: by,
  }));
  return { ...stance, evidence: { ...stance.evidence, confidence }, otherwise };
}

/** Whether both hold the same position for the same actor in the same words. What the text tells in its own voice is another matter. */
function isSame(one: StanceDraft, other: StanceDraft): boolean {
  if (one.actor !== other.actor || one.claim !== other.claim) return false;
  return isAsClose(one, other) && sharedPart(one, other, Math.min) >= 0.5;
}

/** Whether one of them can be right at most: one actor with two views of a claim or two claims in the same words, or two actors with one view. */
function isOtherwise(one: StanceDraft, other: StanceDraft): boolean {
  if (one.evidence.mode === 'NARRATED' || sharedPart(one, other, Math.min) < 0.5) return false;
  const isOnSame = one.claim === other.claim;
  if (one.actor !== other.actor) return isOnSame && isAsClose(one, other);
  return isOnSame ? !isAsClose(one, other) : sharedPart(one, other, Math.max) >= 0.5;
}

/** How much of the shorter, or the longer, of the two quotes is the other's, too. */
function sharedPart(
  { evidence: a }: StanceDraft,
  { evidence: b }: StanceDraft,
  which: (...lengths: number[]) => number,
): number {
  return overlap(a, b) / which(a.end - a.start, b.end - b.start);
}

function isAsClose(one: StanceDraft, other: StanceDraft): boolean {
  return polarities[one.kind] === polarities[other.kind];
}

const polarities: Readonly<Record<StanceKind, string>> = {
  ASSERTS: 'FOR',
  CONFIRMS: 'FOR',
  SUPPORTS: 'FOR',
  REPORTS: 'RELAYED',
  QUALIFIES: 'MIXED',
  QUESTIONS: 'MIXED',
  DECLINES: 'NONE',
  NO_REPLY: 'NONE',
  DENIES: 'AGAINST',
  OPPOSES: 'AGAINST',
  RETRACTS: 'WITHDRAWN',
};

/** Finds for what the second reader tells of the actors and claims that the first one, or the record, has. */
class Merging {
  readonly #input: ExtractInput;
  readonly #actors = new Map<string, ActorDraft>();
  /** By the names and aliases that they go by. */
  readonly #called = new Map<string, ActorDraft>();
  readonly #claims: Map<string, ClaimDraft>;
  readonly #senses: ClaimsBySense<ClaimDraft>;

  constructor({ actors, claims }: Drafts, input: ExtractInput) {
    this.#input = input;
    for (const actor of actors) this.#enter(actor);
    for (const actor of input.actors ?? []) {
      if (!this.#actors.has(actor.id)) this.#enter({ ...actor, isKnown: true });
    }
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.#senses = new ClaimsBySense(claims);
  }

  stanceOf(found: StanceFound, extractor: string): StanceDraft {
    const { text } = this.#input;
    const publisher = this.#publisher();
    const holder = this.#actor(found.actor.name, found.actor.kind, publisher);
    const via = found.via.map((name) => this.#actor(name, 'OUTLET', publisher));
    const chain = [...new Set([publisher, ...via])].filter((actor) => actor !== holder);
    const { start, end } = found.place;
    return {
      claim: this.#claim(found.claim).id,
      actor: holder.id,
      kind: found.kind,
      certainty: found.certainty,
      evidence: {
        quote: text.slice(start, end),
        start,
        end,
        mode: found.mode,
        attribution: [...chain, holder].map(({ id }) => id),
        confidence: confidence.alone,
        marks: { source: [found.actor.place], cue: [], content: [{ start, end }] },
        extractor,
      },
    };
  }

  drafts(stances: readonly StanceDraft[]): Drafts {
    const claims = new Set(stances.map(({ claim }) => claim));
    const ids = new Set(stances.flatMap(({ actor, evidence }) => [actor, ...evidence.attribution]));
    for (const id of ids) {
      const grantor = this.#actors.get(id)?.grantedBy;
      if (grantor !== undefined) ids.add(grantor);
    }
    return {
      actors: [...this.#actors.values()].filter(({ id }) => ids.has(id)),
      claims: [...this.#claims.values()].filter(({ id }) => claims.has(id)),
      stances,
    };
  }

  #publisher(): ActorDraft {
    const { id, name } = this.#input.publisher ?? {};
    const own = id ?? slugOf(name ?? 'publisher', 'publisher');
    const known = this.#actors.get(own);
    if (known !== undefined) return known;
    const called = name ?? 'Publisher (not named)';
    const made = {
      id: own,
      name: called,
      kind: 'OUTLET',
      aliases: [],
      isKnown: id !== undefined,
    } as const;
    this.#enter(made);
    return made;
  }

  /** Whoever is called so, or a new one. */
  #actor(name: string, kind: ActorDraft['kind'], publisher: ActorDraft): ActorDraft {
    const key = keyOf(name);
    const exact = this.#called.get(key);
    if (exact !== undefined) return exact;
    const [only, another] = isDescription(name) ? [] : this.#peopleLike(key);
    const own = another === undefined ? only : undefined;
    const made = own ?? {
      id: freeId(slugOf(name, 'actor'), this.#actors),
      name,
      aliases: [],
      isKnown: false,
      ...kindOf(name, kind, publisher),
    };
    this.#enter(made);
    this.#called.set(key, made);
    return made;
  }

  #enter(actor: ActorDraft): void {
    this.#actors.set(actor.id, actor);
    for (const name of [actor.name, ...actor.aliases]) {
      const key = keyOf(name);
      if (!this.#called.has(key)) this.#called.set(key, actor);
    }
  }

  /** `Mayor Ida Moreau` and `Moreau` are Ida Moreau. */
  #peopleLike(key: string): ActorDraft[] {
    const found = new Set<ActorDraft>();
    for (const [own, actor] of this.#called) {
      const isLike = own.endsWith(` ${key}`) || key.endsWith(` ${own}`);
      if (isLike && actor.kind === 'PERSON') found.add(actor);
    }
    return [...found];
  }

  #claim({ text, kind }: StanceFound['claim']): ClaimDraft {
    const same = this.#senses.like(text);
    if (same !== undefined) return same;
    const id = freeId(slugOf(text, 'claim'), this.#claims);
    const claim = { id, text, kind, candidates: this.#input.claimsLike?.(text) ?? [] };
    this.#claims.set(id, claim);
    this.#senses.add(claim);
    return claim;
  }
}

function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  for (let count = 1; ; count++) {
    const own = count === 1 ? id : `${id}-${count}`;
    if (!taken.has(own)) return own;
  }
}

/** Who is only described is somebody else in every article; a source without a name speaks by leave of whoever publishes it. */
function kindOf(name: string, kind: ActorDraft['kind'], { id }: ActorDraft) {
  if (!isDescription(name)) return { kind: kind === 'UNNAMED_SOURCE' ? 'PERSON' : kind };
  return kind === 'UNNAMED_SOURCE' ? { kind, grantedBy: id } : { kind, isDescribed: true };
}
