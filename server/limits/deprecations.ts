import {
  type DocumentNode,
  type GraphQLSchema,
  NoDeprecatedCustomRule,
  separateOperations,
  validate,
} from 'graphql';

/** What an operation uses that is deprecated (fields, arguments, values), in a sentence each that says what to use instead. */
export function deprecationsIn(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): readonly string[] {
  const asked = separateOperations(document)[operationName ?? ''] ?? document;
  const told = validate(schema, asked, [NoDeprecatedCustomRule]).map(({ message }) => message);
  return [...new Set(told)];
}
