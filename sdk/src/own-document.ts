import type { CallOptions, Connection } from './connect.ts';
import { type ParsedDocument, printed } from './print.ts';
import { ask } from './request.ts';

/**
 * A document that carries its types: a TypedDocumentNode (client preset, gql.tada) or a typed string.
 * @example const mine = '{ viewer { name } }' as string & TypedDocument<Mine, Record<string, never>>;
 */
export interface TypedDocument<Data, Variables> {
  readonly __apiType?: (variables: Variables) => Data;
}

/** A document that does not say what it answers. */
export type UntypedDocument = (string | ParsedDocument) & { readonly __apiType?: never };

/** The variables of a document and the options of the call; the variables may be left out where each of them may. */
export type Given<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables, options?: CallOptions]
    : [variables: Variables, options?: CallOptions];

/**
 * Asks what a document of your own asks, and answers its data.
 * @example const { claims } = await request(connection, MyTypedDocument, { status: 'DISPUTED' });
 */
export function request<Data, Variables>(
  connection: Connection,
  document: TypedDocument<Data, Variables>,
  ...given: Given<Variables>
): Promise<Data>;
/** The same for a document without types: say yourself what it answers. */
export function request<Data = unknown>(
  connection: Connection,
  document: UntypedDocument,
  ...given: [variables?: object, options?: CallOptions]
): Promise<Data>;
export async function request(
  connection: Connection,
  document: unknown,
  ...[variables, options = {}]: [variables?: unknown, options?: CallOptions]
): Promise<unknown> {
  const text = isParsed(document) ? printed(document) : String(document);
  const isRepeatable = !/\b(mutation|subscription)\b/.test(text);
  const question = { text, variables: variables ?? {}, isRepeatable };
  return (await ask<unknown>(connection, question, options)).data;
}

function isParsed(document: unknown): document is ParsedDocument {
  return typeof document === 'object' && document !== null && 'definitions' in document;
}
