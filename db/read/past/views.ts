// In every view ?1 is the number of the last event of the moment, and ?2 is when it was written.

/** The row of a history that was in force. */
const inForce = 'since < ?1 and until >= ?1';

/** A column that is never changed, of the row itself. */
const own = (table: string, column: string): string =>
  `(select now.${column} from main.${table} now where now.key = past.key) as ${column}`;

/** The columns of a history, those that never change from the table that it is the history of. */
function history(
  name: string,
  table: string,
  columns: { readonly kept: readonly string[]; readonly lasting: readonly string[] },
): string {
  const kept = columns.kept.map((column) => `past.${column}`);
  const lasting = columns.lasting.map((column) => own(table, column));
  return `select ${[...kept, ...lasting]} from main.${name} past where ${inForce}`;
}

/** What was on record, of rows that are appended and ended: `ended` is when, beside what else is told of the end. */
function appended(
  table: string,
  columns: readonly string[],
  { at, besides = [] }: { readonly at: string; readonly besides?: readonly string[] },
): string {
  const ending = [at, ...besides].map(
    (column) => `case when ${at} <= ?2 then ${column} end as ${column}`,
  );
  return `select ${[...columns, ...ending]} from main.${table} where recorded_at <= ?2`;
}

// What is no more than a draft, or was rejected since, is shown to nobody as of a moment.
const isVerifiedNow = `exists (select 1 from main.stances now where now.key = past.stance and now.review = 'VERIFIED')`;

/** Words that came later than their evidence. */
const cameLater =
  'exists (select 1 from main.quote_history later where later.evidence = past.key and later.until >= ?1)';

/** Every table of which an answer may be read, as it was: by their names. What is not here is appended with what is. */
export const pastViews: Readonly<Record<string, string>> = {
  claims: history('claim_history', 'claims', {
    kept: [
      ...['key', 'text', 'kind', 'language', 'topics', 'happened_from', 'happened_until', 'review'],
      ...['withdrawn_at', 'withdrawn_reason', 'shown', 'all_topics', 'public_at', 'told_at'],
      ...['listed', 'status', 'only_unnamed_sources', 'replies', 'awaiting_reply', 'not_asked'],
      ...['dispute', 'standing_changed_at', 'happened_ascending', 'happened_descending'],
    ],
    lasting: ['id', 'slug', 'recorded_at'],
  }),
  claim_topics: `select topic, claim from main.topic_history where ${inForce}`,
  claim_parties: `select role, actor, claim from main.party_history where ${inForce}`,
  claim_concerns: `select claim, position, actor from main.concern_history where ${inForce}`,
  standings: `select claim, rule, standing from main.standing_history where ${inForce}`,
  stances: history('stance_history', 'stances', {
    kept: [
      ...['key', 'claim', 'actor', 'kind', 'polarity', 'certainty', 'said_at', 'said_on'],
      ...['said_phrase', 'said_in', 'note', 'review', 'withdrawn_at', 'withdrawn_reason'],
      ...['shown_claim', 'shown_actor', 'effective_at', 'effective_basis', 'listed', 'counting'],
      ...['hearsay', 'carrier_retracted', 'turned_from', 'split_from', 'split_of'],
    ],
    lasting: ['id', 'slug', 'known_by', 'recorded_at'],
  }),
  actors: history('actor_history', 'actors', {
    kept: [
      ...['key', 'name', 'kind', 'aliases', 'description', 'wikidata_id', 'granted_by', 'shown'],
      'review',
    ],
    lasting: ['id', 'slug', 'recorded_at'],
  }),
  // Of a text that was erased since nothing is left, and one that is no longer public is none.
  articles: history('article_history', 'articles', {
    kept: [
      ...['key', 'title', 'text_key', 'language', 'url', 'outlet', 'shown_outlet', 'credited_to'],
      ...['byline', 'published_at', 'published_on', 'modified_at', 'modified_on', 'retrieved_at'],
      ...['supersedes', 'withdrawn_at', 'withdrawn_reason', 'erased_at'],
      ...['published_ascending', 'published_descending'],
    ],
    lasting: ['id', 'slug', 'sha256', 'recorded_at'],
  }).replace(
    ' from main.article_history',
    `, case when past.has_text = 1 then (
        select now.text from main.articles now where now.key = past.key) end as text,
      min(past.text_is_public, (
        select now.text_is_public from main.articles now where now.key = past.key)) as text_is_public
      from main.article_history`,
  ),
  evidence: `select past.key, past.id, past.stance, past.article, past.start, past."end", past.mode, past.cue,
      past.spoken_language, past.confidence, past.extractor, past.first_shown_by, past.recorded_at,
      case when ${cameLater} then null else past.quote end as quote,
      case when ${cameLater} then '' else past.prefix end as prefix,
      case when ${cameLater} then '' else past.suffix end as suffix,
      case when past.withdrawn_at <= ?2 then past.withdrawn_at end as withdrawn_at,
      case when past.withdrawn_at <= ?2 then past.withdrawn_reason end as withdrawn_reason
    from main.evidence past where past.recorded_at <= ?2 and ${isVerifiedNow}`,
  evidence_versions: `select evidence, article from main.evidence_versions past where exists (
    select 1 from main.articles now where now.key = past.article and now.recorded_at <= ?2)`,
  claim_links: appended(
    'claim_links',
    ['key', 'id', 'from_claim', 'to_claim', 'kind', 'judgement', 'reason', 'shown', 'recorded_at'],
    { at: 'revoked_at', besides: ['revoked_reason'] },
  ),
  actor_merges: appended(
    'actor_merges',
    ['key', 'id', 'from_actor', 'into_actor', 'judgement', 'reason', 'recorded_at'],
    { at: 'revoked_at', besides: ['revoked_reason'] },
  ),
  affiliations: appended(
    'affiliations',
    ['key', 'id', 'actor', 'of_actor', 'kind', 'role', 'from_date', 'recorded_at'],
    { at: 'ended_at', besides: ['until_date'] },
  ),
  article_withdrawals: appended(
    'article_withdrawals',
    ['key', 'article', 'reason', 'recorded_at'],
    { at: 'restored_at' },
  ),
  reviews: 'select * from main.reviews where recorded_at <= ?2',
  events: 'select * from main.events where seq <= ?1',
};
