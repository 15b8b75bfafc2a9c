import { Conflict } from './errors.ts';
import type { Path } from './reference.ts';
import type { Noun } from './vocabulary.ts';

/** The keys of `given` whose values are others in `known`. */
export function differingKeys(known: object, given: object): string[] {
  return Object.entries(given)
    .filter(([key, value]) => {
      const onRecord: unknown = Reflect.get(known, key);
      return JSON.stringify(onRecord) !== JSON.stringify(value);
    })
    .map(([key]) => key);
}

/**
 * Passes when nothing differs from what is on record under that name.
 * @throws Conflict at the first key that does, unless `path` leads to what names it
 */
export function assertSame(
  keys: readonly string[],
  {
    noun,
    reference,
    path,
  }: { readonly noun: Noun; readonly reference: string; readonly path?: Path },
): void {
  if (keys.length === 0) return;
  throw new Conflict({ noun, reference, keys }, path ?? keys.slice(0, 1));
}
