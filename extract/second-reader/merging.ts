import { type ActorDraft, slugOf } from '../actors/actor.ts';
import { keyOf } from '../actors/roster.ts';
import type { ClaimDraft, Drafts, ExtractInput, StanceDraft } from '../extractor.ts';
import { isDescription, type StanceFound } from './found-stances.ts';
import { ClaimsBySense } from './own-words.ts';

/** How sure is what a second reader alone has found. */
const confidenceAlone = 0.5;

/** Finds for what the second reader tells of the actors and claims that the first one, or the record, has. */
export class Merging {
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
        confidence: confidenceAlone,
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
