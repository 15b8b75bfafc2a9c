import { historyColumns, historyOf, noEnd } from './history-columns.ts';

// In every view ?1 is the number of the last event of the moment, and ?2 is when it was written.

/** The row of a history that was in force. */
const inForce = 'since < ?1 and until >= ?1';

/** A column of the row as it is now. */
const own = (table: string, column: string): string =>
  `(select now.${column} from main.${table} now where now.key = past.key)`;

/** What a version that is still in force has as its row has it now: it is written into the history when it ends. */
const untilEnded = (table: string, column: string, past = `past.${column}`): string =>
  `iif(past.until = ${noEnd}, ${own(table, column)}, ${past})`;

function history(table: keyof typeof historyColumns): string {
  const { led, ended, lasting } = historyColumns[table];
  const columns = [
    ...led.map((column) => `past.${column}`),
    ...ended.map((column) => `${untilEnded(table, column)} as ${column}`),
    ...lasting.map((column) => `${own(table, column)} as ${column}`),
  ];
  return `select ${columns} from main.${historyOf(table)} past where ${inForce}`;
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

const standingUntilEnded = (column: string): string =>
  `iif(past.until = ${noEnd}, (select now.${column} from main.standings now where now.claim = past.claim), past.${column}) as ${column}`;

/** Words that came later than their evidence. */
const cameLater =
  'exists (select 1 from main.quote_history later where later.evidence = past.key and later.until >= ?1)';

/** Every table of which an answer may be read, as it was: by their names. What is not here is appended with what is. */
export const pastViews: Readonly<Record<string, string>> = {
  claims: history('claims').replace(
    ' from main.claim_history',
    `, instr(${untilEnded('claims', 'replies')}, 'NO_REPLY') > 0 as awaiting_reply,
      instr(${untilEnded('claims', 'replies')}, 'NOT_ASKED') > 0 as not_asked
      from main.claim_history`,
  ),
  claim_topics: `select topic, claim from main.topic_history where ${inForce}`,
  claim_parties: `select role, actor, claim from main.party_history where ${inForce}`,
  claim_concerns: `select claim, position, actor from main.concern_history where ${inForce}`,
  // Without a join: a view that is one is made whole before it is joined.
  standings: `select past.claim, ${standingUntilEnded('rule')}, ${standingUntilEnded('standing')}
    from main.standing_history past where ${inForce}`,
  stances: history('stances'),
  actors: history('actors'),
  // Of a text that was erased since nothing is left, and one that is no longer public is none.
  articles: history('articles').replace(
    ' from main.article_history',
    `, iif(${untilEnded('articles', 'text is not null', 'past.has_text')}, ${own('articles', 'text')}, null) as text,
      min(${untilEnded('articles', 'text_is_public')}, ${own('articles', 'text_is_public')}) as text_is_public
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
