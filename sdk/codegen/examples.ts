import {
  type ASTNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Catalog, capitalised, type Operation } from './catalog.ts';

/** What the manual of an operation says before its examples. */
export function wordsIn({ manual }: Operation): readonly string[] {
  const start = manual.findIndex((line) => line.startsWith('@example'));
  return manual.slice(0, start < 0 ? undefined : start);
}

/** The first example in the manual of an operation, as the lines of a comment. */
export function exampleIn({ manual }: Operation): readonly string[] {
  const start = manual.findIndex((line) => line.startsWith('@example'));
  if (start < 0) return [];
  const next = manual.findIndex((line, index) => index > start && line.startsWith('@example'));
  return manual.slice(start, next < 0 ? undefined : next);
}

/** The same for the function of an operation: its connection comes first. */
export function functionExampleIn({ name, nested }: Operation): (line: string) => string {
  const method = nested ? `${name.slice(0, -nested.field.length)}.${nested.field}` : name;
  const call = new RegExp(`record\\.${method.replace('.', '\\.')}((?:\\.\\w+)?)\\((?=(\\)?))`, 'i');
  return (line) =>
    line.replace(call, (_match, way: string, end: string) =>
      end ? `${name}${way}(connection` : `${name}${way}(connection, `,
    );
}

/** For each generated type the example of the first operation that is asked with it or answers it. */
export function examplesByType(
  schema: GraphQLSchema,
  { operations }: Catalog,
): ReadonlyMap<string, readonly string[]> {
  const examples = new Map<string, readonly string[]>();
  // Who asks how to get a page of claims wants to read `claims` before those of one actor.
  const plainFirst = [...operations].sort((a, b) => Number(!!a.nested) - Number(!!b.nested));
  for (const operation of plainFirst) {
    const example = exampleIn(operation);
    for (const name of typesOf(schema, operation))
      if (!examples.has(name) && example.length > 0) examples.set(name, example);
  }
  return examples;
}

function typesOf(schema: GraphQLSchema, { name, node, fragments }: Operation): Set<string> {
  const names = new Set([`${capitalised(name)}Variables`, `${capitalised(name)}Refusal`]);
  const addInput = (type: string) => {
    const input = schema.getType(type);
    if (names.has(type) || !input) return;
    if (isEnumType(input) || isInputObjectType(input)) names.add(type);
    if (isInputObjectType(input))
      for (const field of Object.values(input.getFields())) addInput(getNamedType(field.type).name);
  };
  const types = new TypeInfo(schema);
  const addAnswer = (root: ASTNode) =>
    visit(
      root,
      visitWithTypeInfo(types, {
        Field() {
          const type = types.getType();
          if (type) addInput(getNamedType(type).name);
        },
      }),
    );
  visit(node, {
    [Kind.NAMED_TYPE]: ({ name: { value } }: { name: { value: string } }) => addInput(value),
  });
  addAnswer(node);
  for (const fragment of fragments) {
    names.add(fragment.name.value);
    addAnswer(fragment);
  }
  return names;
}
