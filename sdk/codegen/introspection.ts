import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { minifyIntrospection, preprocessIntrospection } from 'gql.tada/internal';
import { introspectionFromSchema } from 'graphql';

/** Writes the schema as types, as gql.tada takes it, and the types of its scalars. */
export const introspection: CodegenPlugin = {
  plugin(schema) {
    const types = preprocessIntrospection(minifyIntrospection(introspectionFromSchema(schema)));
    return `/**
 * The schema, for documents of your own that gql.tada types.
 * @example export const graphql = initGraphQLTada<{ introspection: introspection; scalars: scalars }>();
 */
export type introspection = ${types};

/**
 * What each scalar of the schema is in an answer, and in a variable.
 * @example export const graphql = initGraphQLTada<{ introspection: introspection; scalars: scalars }>();
 */
export interface scalars {
  readonly Date: string;
  readonly DateTime: string;
  readonly ID: string;
  readonly URL: string;
}
`;
  },
};
