import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Selections that are merged, and whether it is up to variables that they are made. */
interface Part {
  readonly selections: SelectionSetNode;
  readonly isConditional: boolean;
}

interface Selected {
  readonly field: FieldNode;
  readonly isConditional: boolean;
}

/**
 * Whether variables may move a key within its object: where it is selected several times, and the first of them may be left
 * out, it stands where the next one does.
 */
export function hasMovableKeys(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  const collect = ({ selections, isConditional }: Part, into: Map<string, Selected[]>): void => {
    for (const one of selections.selections) {
      const own = isConditional || (one.directives ?? []).length > 0;
      if (one.kind === Kind.FIELD) {
        const key = (one.alias ?? one.name).value;
        into.set(key, [...(into.get(key) ?? []), { field: one, isConditional: own }]);
        continue;
      }
      const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
      if (inner) collect({ selections: inner.selectionSet, isConditional: own }, into);
    }
  };

  const isAnyMovable = (parts: readonly Part[]): boolean => {
    const byKey = new Map<string, Selected[]>();
    for (const part of parts) collect(part, byKey);
    return [...byKey.values()].some((selected) => {
      const [first, ...more] = selected;
      if (first?.isConditional && more.length > 0) return true;
      return isAnyMovable(
        selected.flatMap(({ field, isConditional }) =>
          // Where there is no other, what is below it is there whenever it is.
          field.selectionSet
            ? { selections: field.selectionSet, isConditional: isConditional && more.length > 0 }
            : [],
        ),
      );
    });
  };

  return isAnyMovable([{ selections: selectionSet, isConditional: false }]);
}
