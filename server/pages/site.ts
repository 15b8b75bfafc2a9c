/** The scripts that a page may load, by what each is for. */
export type PageScript = 'board' | 'claim' | 'desk' | 'page';

/** What a server tells of itself on every page. */
export interface Site {
  /** Where it is found from outside, without a slash at its end. */
  readonly publicUrl: string;
  /** Where corrections are asked for. */
  readonly contactUrl: string | undefined;
  /** Whether search engines may list its pages. */
  readonly indexing: boolean;
  /** Whose pages may read and frame what embeds show; nobody’s, unless given. */
  readonly embedOrigins?: readonly string[];
  readonly graphiql: boolean;
  /** The path of its style sheet. */
  readonly styleSheet: string;
  /** The paths of the scripts of pages. */
  readonly scripts: ReadonlyMap<string, string>;
}
