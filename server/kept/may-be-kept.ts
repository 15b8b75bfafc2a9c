import {
  type DocumentNode,
  getOperationAST,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schema } from '../../schema/schema.ts';

/**
 * The fields of the root whose answers are kept: what they tell comes from the record, and every change of that is noticed.
 * `viewer` and `status` tell of the process, `record` and `recordEvents` of its log, and what checks or copies all of the
 * record is asked for to be done.
 */
const keptRoots: ReadonlySet<string> = new Set([
  'actor',
  'actorMerges',
  'actors',
  'article',
  'articles',
  'claim',
  'claims',
  'node',
  'nodes',
  'search',
  'similarClaims',
  'standingChanges',
  'stances',
]);

const known = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether answers to this operation of a valid document may be kept at all. */
export function mayBeKept(document: DocumentNode, operationName?: string | null): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') return false;
  const found = known.get(operation) ?? asksForKept(document);
  known.set(operation, found);
  return found;
}

/** Whether a document asks for nothing else than what is kept; of a token is told when it was last used. */
function asksForKept(document: DocumentNode): boolean {
  let isKept = true;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (parent === schema.getQueryType()) isKept &&= keptRoots.has(name.value);
        if (parent?.name === 'Token') isKept = false;
      },
    }),
  );
  return isKept;
}
