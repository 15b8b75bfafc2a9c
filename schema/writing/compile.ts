import { collectFields } from 'graphql/execution/collectFields.js';
import type { TextStatement } from '../../db/read/text-statement.ts';
import { fieldText } from './field-text.ts';
import { type Hole, startHoles } from './holes.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import { notedStatement } from './noted-statement.ts';
import { fieldsOf, objectOf } from './object-text.ts';
import type { Asked, Place, Request } from './place.ts';
import { type Operation, Writing } from './writing.ts';

/** What an operation is compiled to, for what a request asks of its places. */
export interface Compiled {
  readonly text: TextStatement;
  readonly holes: readonly Hole[];
  readonly restsOnRecord: boolean;
  readonly names: number;
}

/** What the same operation has in common, whatever a request asks of it. */
export interface Outline {
  readonly places: readonly Place[];
  readonly hasLists: boolean;
  readonly tellsFeed: boolean;
}

/**
 * Compiles an operation to the statement that tells its data as text.
 * @throws LeftToResolvers where it asks for what no statement tells
 */
export function compile(
  operation: Operation,
  request: Request,
): { readonly compiled: Compiled; readonly outline: Outline; readonly asked: readonly Asked[] } {
  const { definition, fragments, schema } = operation;
  const type = schema.getQueryType();
  if (!type || definition.operation !== 'query') throw new LeftToResolvers();
  const writing = new Writing(operation, request, startHoles());
  const { selectionSet } = definition;
  const fields = collectFields(schema, fragments, request.variables, type, selectionSet);
  const text = objectOf(fieldsOf(type, fields, (asked) => fieldText(writing, asked, null)));
  const { asked, hasLists, holes, names, places, restsOnRecord, tellsFeed } = writing;
  return {
    compiled: { text: notedStatement(text), holes, names, restsOnRecord },
    outline: { places, hasLists, tellsFeed },
    asked,
  };
}
