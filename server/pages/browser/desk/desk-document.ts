/** A document of the desk: its text, and by its types what is answered. */
export interface DeskDocument<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Never there: it carries the types. */
  readonly answers?: (variables: Variables) => Data;
}
