import { list } from '../../../sdk/src/operation.ts';

interface Variables {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly filter?: { readonly status: string } | undefined;
}

interface NumberPage {
  readonly nodes: readonly number[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly feedCursor: string;
}

/** A list of numbers. */
export const numbers = list<Variables, NumberPage>([
  'query numbers($first:Int$after:String$filter:Filter)',
  '{numbers{nodes}}',
]);

/** An answer with a page of it. */
export const page = (nodes: readonly number[], endCursor: string | null, feedCursor = 'f0') => ({
  data: {
    numbers: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor }, feedCursor },
  },
});
