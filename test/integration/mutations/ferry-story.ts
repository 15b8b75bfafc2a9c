import { type Desk, recordOf } from './open-desk.ts';

/** An article that drafts one stance: that the governor denies the ferry has sunk. */
export const story = {
  slug: 'ferry-story',
  title: 'Ferry sinks',
  language: 'en',
  outlet: { slug: 'gazette' },
  text: 'Ferry sinks\n\nGovernor Ada Reyes denied on Tuesday that the ferry had sunk.\n',
};

export interface Draft {
  readonly id: string;
  readonly slug: string;
  readonly actor: { readonly id: string; readonly slug: string };
  readonly claim: { readonly id: string; readonly slug: string };
}

/** The drafts of the story that wait. */
export async function draftsOf(desk: Desk): Promise<readonly Draft[]> {
  const query = `query($of: ArticleBy!) {
    drafts(article: $of) { nodes { id slug actor { id slug } claim { id slug } } }
  }`;
  const { data } = await desk.ask(query, { of: { slug: story.slug } }, 'EDITOR');
  const { nodes } = recordOf(data?.drafts);
  return Array.isArray(nodes) ? nodes : [];
}

/** Ingests the story, and tells its draft. */
export async function ingested(desk: Desk): Promise<Draft> {
  await desk.mutate('ingestArticle', story);
  const [draft, another] = await draftsOf(desk);
  if (draft === undefined || another !== undefined) throw new Error('There is not just one draft.');
  return draft;
}
