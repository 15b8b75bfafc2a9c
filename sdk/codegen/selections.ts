import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { type FragmentDefinitionNode, type GraphQLSchema, isObjectType, Kind } from 'graphql';
import { catalogOf, commentAbove, docComment } from './catalog.ts';

/** The types of typescript-operations, each selection with its manual: the comment above it, and the schema's words for its fields. */
export const selections: CodegenPlugin = {
  async plugin(schema, documents, ...rest) {
    const output = await typescriptOperations(schema, documents, ...rest);
    const { fragments } = catalogOf(schema, documents);
    return typeof output === 'string'
      ? documented(output, schema, fragments)
      : { ...output, content: documented(output.content, schema, fragments) };
  },
};

function documented(
  content: string,
  schema: GraphQLSchema,
  fragments: readonly FragmentDefinitionNode[],
): string {
  let current: FragmentDefinitionNode | undefined;
  const lines = content.split('\n').map((line) => {
    const name = /^export type (\w+) =/.exec(line)?.[1];
    if (name !== undefined) {
      current = fragments.find((fragment) => fragment.name.value === name);
      return current ? docComment(commentAbove(current)) + line : line;
    }
    const field = /^ {2}readonly (\w+)\??:/.exec(line)?.[1];
    return field && current ? docComment(wordsFor(field, current, schema), '  ') + line : line;
  });
  return `${lines.join('\n')}\n`;
}

function wordsFor(name: string, fragment: FragmentDefinitionNode, schema: GraphQLSchema): string[] {
  const type = schema.getType(fragment.typeCondition.name.value);
  const selected = fragment.selectionSet.selections.find(
    (selection) =>
      selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === name,
  );
  if (!isObjectType(type) || selected?.kind !== Kind.FIELD) return [];
  return type.getFields()[selected.name.value]?.description?.split('\n') ?? [];
}
