import { GraphQLSchema, isObjectType } from 'graphql';
import type { RowShape, Siblings } from '../../db/read/row.ts';
import type { Load, ReadFor } from './edge.ts';

/**
 * Makes the edges without arguments properties of their rows, and takes their resolvers away: the compiled query
 * then reads them in place. Only for a record that answers at once, since nothing awaits a property.
 */
export function inlineEdges(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const shape: unknown = isObjectType(type) ? type.extensions.rows : undefined;
    if (!isObjectType(type) || !isRowShape(shape)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const load: unknown = field.extensions.edge;
      // What is for some roles alone stays behind the check in its resolver.
      if (!isLoad(load) || Object.hasOwn(Object(field.extensions.pothosOptions), 'authScopes'))
        continue;
      shape.define(name, (siblings) => answersAtOnce(siblings, name, load));
      delete field.resolve;
    }
  }
  return schema;
}

/** The inlined schema that was built beside this one, if any. */
export function inlinedIn(schema: GraphQLSchema): GraphQLSchema | null {
  const { inlined } = schema.extensions;
  return inlined instanceof GraphQLSchema ? inlined : null;
}

function answersAtOnce(siblings: Siblings, edge: string, load: Load<unknown>): readonly unknown[] {
  // Whoever reads rows tells them what for: readFor in schema/reading/edge.ts.
  const { context, selection } = siblings.purpose as ReadFor;
  const answers = load(siblings, { context, info: selection.below(edge) });
  if (answers instanceof Promise) throw new TypeError(`${edge} did not answer at once.`);
  return answers;
}

function isRowShape(value: unknown): value is RowShape<unknown> {
  return typeof value === 'object' && value !== null && 'define' in value;
}

function isLoad(value: unknown): value is Load<unknown> {
  return typeof value === 'function';
}
