import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLObjectType,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { getVariableValues } from 'graphql/execution/values.js';
import { hasRole, type Viewer } from '../context.ts';
import { roleFor, roleNeeded } from './role.ts';

/**
 * Why a mutation may not be carried out: of all its root fields, as they would be executed, the first that the viewer may not ask
 * for. Asked before any of them runs, so that nothing is written of what is refused; null for whatever else an operation is.
 */
export function refusalToChange(
  args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>,
  viewer: Viewer | null,
): GraphQLError | null {
  const { document, operationName, schema } = args;
  const operation = getOperationAST(document, operationName);
  const type = schema.getMutationType();
  if (operation?.operation !== 'mutation' || !type) return null;
  for (const name of fieldsRun(args, operation, type)) {
    if (name.startsWith('__')) continue;
    const role = roleFor(name);
    if (!hasRole(viewer, role)) return roleNeeded(viewer, role, name);
  }
  return null;
}

/** The names of the root fields that are run, whatever fragments and directives stand around them. */
function fieldsRun(
  {
    document,
    schema,
    variableValues,
  }: Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues'>,
  { selectionSet, variableDefinitions = [] }: OperationDefinitionNode,
  type: GraphQLObjectType,
): readonly string[] {
  const { coerced } = getVariableValues(schema, variableDefinitions, variableValues ?? {});
  // Wrong variables are refused by whoever executes, before anything runs.
  if (coerced === undefined) return [];
  const fields = collectFields(schema, fragmentsOf(document), coerced, type, selectionSet);
  return [...fields.values()].flatMap(([first]) => first?.name.value ?? []);
}

function fragmentsOf({ definitions }: DocumentNode) {
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
