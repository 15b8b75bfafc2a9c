import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  Kind,
} from 'graphql';
import { type Catalog, catalogOf, commentAbove, docComment } from './catalog.ts';
import { examplesByType } from './examples.ts';

/**
 * The types of typescript-operations, each selection with its manual: the comment above it, and the schema's words for
 * its fields. What a server answers of an enum is open, since a newer one may know more; what it is sent is not.
 */
export const selections: CodegenPlugin = {
  async plugin(schema, documents, ...rest) {
    const output = await typescriptOperations(schema, documents, ...rest);
    const catalog = catalogOf(schema, documents);
    return typeof output === 'string'
      ? documented(output, schema, catalog)
      : { ...output, content: documented(output.content, schema, catalog) };
  },
};

function documented(content: string, schema: GraphQLSchema, catalog: Catalog): string {
  const examples = examplesByType(schema, catalog);
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
  const enumName = new RegExp(`(: .*?)\\b(${enums.map(({ name }) => name).join('|')})\\b`);
  const lines: string[] = [];
  let current: FragmentDefinitionNode | undefined;
  let isAnswered = false;
  for (const line of content.split('\n')) {
    const name = /^export type (\w+) =/.exec(line)?.[1];
    const field = /^ {2}readonly (\w+)\??:/.exec(line)?.[1];
    if (name !== undefined) {
      current = catalog.fragments.find((fragment) => fragment.name.value === name);
      isAnswered = isObjectAnswer(name, schema);
      const words = current ? manualOf(current, schema) : manualAbove(lines, name);
      const example = examples.get(name.split('_')[0] ?? '') ?? [];
      lines.push(`${docComment([...words, ...example])}${line}`);
    } else {
      const words = field && current ? docComment(wordsFor(field, current, schema), '  ') : '';
      lines.push(words + (isAnswered ? line.replace(enumName, '$1Open<$2>') : line));
    }
  }
  return `${open}${lines.join('\n')}\n`;
}

/** The comment above a fragment, or what the schema says of its type. */
function manualOf(fragment: FragmentDefinitionNode, schema: GraphQLSchema): readonly string[] {
  const comment = commentAbove(fragment);
  const type = schema.getType(fragment.typeCondition.name.value);
  return comment.length > 0 ? comment : (type?.description?.split('\n') ?? []);
}

/** Takes the comment off that typescript-operations has written last, and answers what it says. */
function manualAbove(lines: string[], name: string): readonly string[] {
  const operation = /^(\w+)Variables$/.exec(name)?.[1];
  if (operation)
    return [`What \`${operation.charAt(0).toLowerCase()}${operation.slice(1)}\` is asked.`];
  if (!lines.at(-1)?.endsWith('*/')) return [];
  const start = lines.findLastIndex((line) => line.startsWith('/**'));
  return lines
    .splice(start)
    .map((line) => line.replace(/^\/?[ *]+/, '').replace(/ *\*\/$/, ''))
    .filter((line) => line !== '');
}

const open = `/**
 * A value of an enum as a server answers it: one of these, or one that only a newer server knows.
 * @example const status: Open<StandingStatus> | undefined = claim?.standing.status;
 */
export type Open<Value extends string> = Value | (string & Record<never, never>);

`;

/** Whether a type says what is answered, and not what is sent or may be. */
function isObjectAnswer(name: string, schema: GraphQLSchema): boolean {
  const type = schema.getType(name);
  return !name.endsWith('Variables') && !isInputObjectType(type) && !isEnumType(type);
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
