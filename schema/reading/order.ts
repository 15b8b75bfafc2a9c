import { builder } from '../builder.ts';
import { OrderDirection } from '../enums.ts';

/** The arguments of a list, besides those of its pages. */
export interface ListArgs<Filter, Field extends string> {
  readonly filter?: Filter | null | undefined;
  readonly orderBy?:
    | { readonly field: Field; readonly direction?: 'ASC' | 'DESC' | null | undefined }
    | null
    | undefined;
}

/** The input by which a list is ordered: one of these fields, in one of two directions. */
export function orderOf<V extends string>(
  name: string,
  values: Readonly<Record<V, { readonly description: string }>>,
) {
  const Field = builder.enumType(`${name}OrderField`, {
    description: `What a list of ${name} entries can be ordered by.`,
    values,
  });
  return builder.inputType(`${name}Order`, {
    description: `The order of a list of ${name} entries. What is unknown comes last either way.`,
    fields: (t) => ({
      field: t.field({ type: Field, required: true, description: 'By what.' }),
      // Not non-null: graphql-jit forgets the default of a non-null input field.
      direction: t.field({
        type: OrderDirection,
        defaultValue: 'DESC',
        description: 'Which end comes first.',
      }),
    }),
  });
}
