import type { ReferredActor, ReferredArticle } from './record-view.ts';
import type { Naming } from './reference.ts';

/** What a later line may bring for a line to refer to: the grantor of an actor, or the article that another supersedes. */
export type AwaitedNoun = 'actor' | 'article';

/** How something is named that a later line brings: `actor courier`, `article sha256:…`. */
export function awaitedName(noun: AwaitedNoun, naming: Naming): string {
  return `${noun} ${nameIn(naming)}`;
}

/** An actor of which only the name is known until its line comes. */
export function actorAwaited(naming: Naming): ReferredActor {
  return { key: 0, slug: nameIn(naming), kind: null, grantedBy: null, isAwaited: true };
}

/** An article of which only the name is known until its line comes. */
export function articleAwaited(naming: Naming): ReferredArticle {
  const nothing = { outlet: null, creditedTo: null, sha256: '', text: null, isErased: false };
  return { key: 0, slug: nameIn(naming), ...nothing, isElsewhere: true, isAwaited: true };
}

/** How a line names something: by its slug, or by its hash. */
export function nameIn({ by, value }: Naming): string {
  return by === 'sha256' ? `sha256:${value}` : value;
}
