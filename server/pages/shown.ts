import type { PageDocument } from './page-document.ts';
import type { Site } from './site.ts';

/** What is shown of an answer: a text, another address where the thing itself is, or nothing where there is none. */
export type Shown = ShownText | { readonly movedTo: string } | null;

export interface ShownText {
  readonly text: string;
  readonly mediaType: string;
  /** Whether search engines are asked to leave it out, whatever the site says. */
  readonly isHidden: boolean;
  /** Whether it runs a script of this server. */
  readonly hasScript?: boolean;
  /** Whether those may frame it that embeds are open to. */
  readonly isFramed?: boolean;
}

/** A question to the graph, and what is made of its answer. */
export interface Sought<Data, Variables> {
  readonly document: PageDocument<Data, Variables>;
  readonly variables: Variables & Readonly<Record<string, unknown>>;
  readonly show: (data: Data, site: Site) => Shown;
  /** Tells this from what else is made of the same answer. */
  readonly form?: string;
}

/** Hands on what is sought, whatever it asks for. */
export type WithSought<Result> = <Data, Variables>(sought: Sought<Data, Variables>) => Result;
