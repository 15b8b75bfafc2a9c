import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What tells subscribers apart. */
export interface Question {
  /** Alike where each event is answered alike: the document without what only selects events, and its variables. */
  readonly answer: string;
  /** Alike where the same events are selected, wherever each subscriber begins. */
  readonly selection: string;
}

/** A document, as far as it is the same for all of its requests. */
interface Reading {
  readonly text: string;
  readonly variables: readonly string[];
  readonly args: string;
  readonly argVariables: readonly string[];
}

const readings = new WeakMap<DocumentNode, Map<string, Reading>>();

/** What a subscription asks. `after` is no part of it: those who have caught up are where all are. */
export function questionOf({
  document,
  operationName,
  schema,
  variableValues,
}: ExecutionArgs): Question {
  const known = readings.get(document) ?? new Map<string, Reading>();
  readings.set(document, known);
  const name = operationName ?? '';
  const reading = known.get(name) ?? read(schema, document, operationName);
  known.set(name, reading);
  const values = (names: readonly string[]) => names.map((each) => variableValues?.[each] ?? null);
  return {
    answer: JSON.stringify([reading.text, values(reading.variables)]),
    selection: JSON.stringify([reading.args, values(reading.argVariables)]),
  };
}

function read(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Reading {
  const types = new TypeInfo(schema);
  const args: string[] = [];
  const argVariables = new Set<string>();
  const bare = visit(
    document,
    visitWithTypeInfo(types, {
      Field(field): FieldNode | undefined {
        if (types.getParentType() !== schema.getSubscriptionType()) return undefined;
        for (const arg of field.arguments ?? []) {
          if (arg.name.value === 'after') continue;
          args.push(print(arg));
          for (const variable of variablesIn(arg)) argVariables.add(variable);
        }
        return { ...field, arguments: [] };
      },
    }),
  );
  const operation = getOperationAST(bare, operationName);
  return {
    text: `${operation?.name?.value ?? ''} ${print(bare)}`,
    variables: variablesIn(bare),
    args: args.join(),
    argVariables: [...argVariables],
  };
}

/** The variables that are used, not those that are only defined. */
function variablesIn(node: Parameters<typeof visit>[0]): string[] {
  const names = new Set<string>();
  visit(node, {
    enter(each) {
      if (each.kind === Kind.VARIABLE_DEFINITION) return false;
      if (each.kind === Kind.VARIABLE) names.add(each.name.value);
      return undefined;
    },
  });
  return [...names];
}
