import { withControlsShown } from '../render/html.ts';
import { inertJson } from '../render/inert-json.ts';
import { words } from '../render/words.ts';
import type { FeedTold } from './feed.ts';

/** A feed as JSON Feed 1.1. */
export function jsonFeedOf(
  { entries, next, path, self, title }: FeedTold,
  publicUrl: string,
): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: withControlsShown(title),
    description: words.lead,
    home_page_url: publicUrl + path,
    feed_url: publicUrl + self,
    next_url: next === null ? undefined : publicUrl + next,
    authors: [{ name: words.record }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: publicUrl + entry.path,
      title: entry.title,
      content_html: entry.content.text,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      language: entry.language ?? undefined,
      tags: entry.topics.length > 0 ? entry.topics.map(withControlsShown) : undefined,
    })),
  };
  return inertJson(feed);
}
