import type { Review } from '../rules/vocabulary.ts';
import type { ActorLine, ActorMergeLine, ArticleLine, Line } from './lines.ts';
import type { OnRecord } from './on-record.ts';

/** The nouns that lines refer to. */
export type ReferredNoun = 'actor' | 'article' | 'claim';

const nothing: OnRecord = {
  actors: new Map(),
  actorsByWikidataId: new Map(),
  articles: new Map(),
  articlesBySha256: new Map(),
  claims: new Map(),
  stances: new Map(),
  affiliations: [],
  claimLinks: [],
  actorMerges: [],
  mergedInto: new Map(),
};

/** What earlier lines and the record know of the things that a line refers to. */
export class Known {
  /** What is on record of what the lines at hand speak of. */
  onRecord: OnRecord = nothing;
  readonly #actors = new Map<string, ActorLine>();
  readonly #articles = new Map<string, ArticleLine>();
  readonly #claims = new Map<string, Review>();
  readonly #mergedInto = new Map<string, string>();
  readonly #wikidataIds = new Map<string, string>();
  readonly #articleByText = new Map<string, string>();
  readonly #broken = new Set<string>();
  readonly #keys = new Map<string, number>();

  actor(slug: string): ActorLine | undefined {
    return this.#actors.get(slug) ?? this.onRecord.actors.get(slug);
  }

  article(reference: string): ArticleLine | undefined {
    const recorded = this.onRecord.articles.get(reference);
    const earlier = this.#articles.get(reference);
    const isCompleted = recorded !== undefined && earlier?.id === recorded.id;
    return isCompleted ? earlier : (recorded ?? earlier);
  }

  has(noun: ReferredNoun, reference: string): boolean {
    if (noun === 'actor') return this.actor(reference) !== undefined;
    if (noun === 'article') return this.article(reference) !== undefined;
    return this.claimReview(reference) !== undefined;
  }

  /** Whether an earlier line was to bring it and was refused: what refers to it cannot be judged. */
  isBroken(noun: string, reference: string): boolean {
    return this.#broken.has(`${noun} ${reference}`);
  }

  /** The slug of the actor that has this Wikidata item. */
  wikidataHolder(wikidataId: string): string | undefined {
    return (
      this.#wikidataIds.get(wikidataId) ?? this.onRecord.actorsByWikidataId.get(wikidataId)?.id
    );
  }

  /** The slug of the article that holds the same text from the same outlet. */
  articleOfText({ sha256, outlet }: ArticleLine): string | undefined {
    const earlier = this.#articleByText.get(`${sha256} ${outlet}`);
    const recorded = this.onRecord.articlesBySha256.get(sha256) ?? [];
    return earlier ?? recorded.find((article) => article.outlet === outlet)?.id;
  }

  claimReview(slug: string): Review | undefined {
    return this.#claims.get(slug) ?? this.onRecord.claims.get(slug)?.line.review;
  }

  /** Into whom the actor is judged to be merged. */
  mergedInto(actor: string): string | undefined {
    return this.#mergedInto.get(actor) ?? this.onRecord.mergedInto.get(actor);
  }

  /** A number that stands for this actor, for rules that compare keys. */
  keyOf(actor: string): number {
    const key = this.#keys.get(actor) ?? this.#keys.size + 1;
    this.#keys.set(actor, key);
    return key;
  }

  add(line: Line): void {
    if (line.type === 'actor') {
      this.#actors.set(line.id, line);
      if (line.wikidataId !== undefined) this.#wikidataIds.set(line.wikidataId, line.id);
    } else if (line.type === 'article') {
      this.#articles.set(line.id, line);
      const hash = `sha256:${line.sha256}`;
      if (!this.#articles.has(hash)) this.#articles.set(hash, line);
      this.#articleByText.set(`${line.sha256} ${line.outlet}`, line.id);
    } else if (line.type === 'claim') {
      this.#claims.set(line.id, line.review ?? 'VERIFIED');
    } else if (line.type === 'actorMerge' && isInForce(line)) {
      this.#mergedInto.set(line.from, line.into);
    }
  }

  addBroken(noun: string, reference: string): void {
    this.#broken.add(`${noun} ${reference}`);
  }
}

/** Whether the merge is one that others must not contradict. */
export function isInForce({ judgement, revoked }: ActorMergeLine): boolean {
  return judgement === 'CONFIRMED' && revoked === undefined;
}
