/** What the server has written into the page. */
interface Prepared {
  /** The documents of the first tabs, in their order. */
  readonly documents: readonly string[];
  /** Where the schema lies as a file; null where the server has to be asked, with a token. */
  readonly schema: string | null;
}

export const prepared: Prepared = JSON.parse(
  document.getElementById('prepared')?.textContent ?? '{}',
);
