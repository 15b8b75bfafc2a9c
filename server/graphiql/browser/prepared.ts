/** What can be asked: its words, and the query that asks it. */
export interface PreparedQuestion {
  readonly asks: string;
  readonly query: string;
  readonly needsEditor: boolean;
}

/** What the server has written into the page. */
interface Prepared {
  /** The documents of the first tabs, in their order. */
  readonly documents: readonly string[];
  readonly questions: readonly PreparedQuestion[];
  /** Where the schema lies as a file; null where the server has to be asked, with a token. */
  readonly schema: string | null;
}

export const prepared: Prepared = JSON.parse(
  document.getElementById('prepared')?.textContent ?? '{}',
);
