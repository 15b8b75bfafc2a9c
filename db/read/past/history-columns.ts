interface HistoryColumns {
  /** What indexes lead by: it is in the history from the first. */
  readonly led: readonly string[];
  /** In the history once they ended: until then the row itself has them. */
  readonly ended: readonly string[];
  /** Never changed. */
  readonly lasting: readonly string[];
}

/** The columns of the tables of which a history is kept. */
export const historyColumns = {
  actors: {
    led: ['key', 'name', 'wikidata_id', 'granted_by', 'shown'],
    ended: ['kind', 'aliases', 'description', 'review'],
    lasting: ['id', 'slug', 'recorded_at'],
  },
  articles: {
    led: [
      ...['key', 'text_key', 'url', 'shown_outlet', 'credited_to', 'published_at', 'published_on'],
      ...['supersedes', 'published_ascending', 'published_descending'],
    ],
    ended: [
      ...['title', 'language', 'outlet', 'byline', 'modified_at', 'modified_on', 'retrieved_at'],
      ...['withdrawn_at', 'withdrawn_reason', 'erased_at'],
    ],
    lasting: ['id', 'slug', 'sha256', 'recorded_at'],
  },
  claims: {
    led: [
      ...['key', 'happened_from', 'shown', 'listed', 'status', 'dispute', 'standing_changed_at'],
      ...['happened_ascending', 'happened_descending'],
    ],
    ended: [
      ...['text', 'kind', 'language', 'topics', 'happened_until', 'review', 'withdrawn_at'],
      ...['withdrawn_reason', 'all_topics', 'public_at', 'told_at', 'only_unnamed_sources'],
      'replies',
    ],
    lasting: ['id', 'slug', 'recorded_at'],
  },
  stances: {
    led: [
      ...['key', 'shown_claim', 'shown_actor', 'effective_at', 'listed', 'turned_from'],
      'split_of',
    ],
    ended: [
      ...['claim', 'actor', 'kind', 'polarity', 'certainty', 'said_at', 'said_on', 'said_phrase'],
      ...['said_in', 'note', 'review', 'withdrawn_at', 'withdrawn_reason', 'effective_basis'],
      ...['counting', 'hearsay', 'carrier_retracted', 'split_from'],
    ],
    lasting: ['id', 'slug', 'known_by', 'recorded_at'],
  },
} as const satisfies Readonly<Record<string, HistoryColumns>>;

/** What the history of a table is called. */
export const historyOf = (table: string): string => `${table.slice(0, -1)}_history`;

/** Up to when a version is in force that is so now. */
export const noEnd = Number.MAX_SAFE_INTEGER;
