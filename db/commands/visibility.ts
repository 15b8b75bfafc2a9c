import type { Visibility } from '../rules/vocabulary.ts';

/** Who may see an event: what only editors see, they alone hear of. */
export function visibilityOf(isPublic: boolean): Visibility {
  return isPublic ? 'PUBLIC' : 'EDITORS';
}
