import { type Connection, request } from '../../../../sdk/src/generated/operations.ts';
import type { DeskDocument } from './desk-document.ts';

/** Asks a document of the desk. */
export const ask = <Data, Variables extends object>(
  connection: Connection,
  { text }: DeskDocument<Data, Variables>,
  variables: Variables,
): Promise<Data> => request<Data>(connection, text, variables);

/** The error's sentence, in the words of the record where it has some. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { serverErrors } = error as { readonly serverErrors?: readonly { message: string }[] };
  return serverErrors?.[0]?.message ?? error.message;
}

/** What an error is called, where it has a code. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
