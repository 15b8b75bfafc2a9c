import {
  type ExecutionArgs,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { getVariableValues } from 'graphql/execution/values.js';
import { hasRole, type Viewer } from '../context.ts';
import { fragmentsOf } from '../reading/fragments.ts';
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
  if (operation.selectionSet.selections.every((selection) => mayAsk(viewer, selection)))
    return null;
  for (const [key, field] of fieldsRun(args, operation, type)) {
    const name = field.name.value;
    if (mayAsk(viewer, field)) continue;
    const { extensions, message } = roleNeeded(viewer, roleFor(name), name);
    return new GraphQLError(message, { nodes: field, path: [key], extensions });
  }
  return null;
}

/** Whether a selection is a field that the viewer may ask for: whatever directives and variables make of it, it is not refused. */
function mayAsk(viewer: Viewer | null, selection: SelectionNode): boolean {
  if (selection.kind !== Kind.FIELD) return false;
  const name = selection.name.value;
  return name.startsWith('__') || hasRole(viewer, roleFor(name));
}

/** The root fields that are run, by the keys of the answer, whatever fragments and directives stand around them. */
function fieldsRun(
  {
    document,
    schema,
    variableValues,
  }: Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues'>,
  { selectionSet, variableDefinitions = [] }: OperationDefinitionNode,
  type: GraphQLObjectType,
): readonly (readonly [key: string, field: FieldNode])[] {
  const { coerced } = getVariableValues(schema, variableDefinitions, variableValues ?? {});
  // Wrong variables are refused by whoever executes, before anything runs.
  if (coerced === undefined) return [];
  const fragments = Object.fromEntries(fragmentsOf(document));
  const fields = collectFields(schema, fragments, coerced, type, selectionSet);
  return [...fields].flatMap(([key, [field]]) => (field ? [[key, field] as const] : []));
}
