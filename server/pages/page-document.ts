/** A document of ours that a page is made of: its text, and by its types what is answered. */
export interface PageDocument<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Never there: it carries the types. */
  readonly answers?: (variables: Variables) => Data;
}
