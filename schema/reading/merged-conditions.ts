import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './fragments.ts';

interface Selected {
  readonly field: FieldNode;
  /** Whether it, or a fragment around it, may be left out. */
  readonly isConditional: boolean;
}

/** Whether a key is selected several times in one object, and `@skip` or `@include` may leave some of it out. */
export function mergesConditionally(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): boolean {
  const fragments = fragmentsOf(document);

  const collect = (
    { selections }: SelectionSetNode,
    isConditional: boolean,
    into: Map<string, Selected[]>,
  ): void => {
    for (const one of selections) {
      const own = isConditional || (one.directives ?? []).length > 0;
      if (one.kind === Kind.FIELD) {
        const key = (one.alias ?? one.name).value;
        into.set(key, [...(into.get(key) ?? []), { field: one, isConditional: own }]);
        continue;
      }
      const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
      if (inner) collect(inner.selectionSet, own, into);
    }
  };

  const mergesAny = (selections: readonly SelectionSetNode[]): boolean => {
    const byKey = new Map<string, Selected[]>();
    for (const one of selections) collect(one, false, byKey);
    return [...byKey.values()].some(
      (selected) =>
        (selected.length > 1 && selected.some(({ isConditional }) => isConditional)) ||
        mergesAny(selected.flatMap(({ field }) => field.selectionSet ?? [])),
    );
  };

  return mergesAny([selectionSet]);
}
