/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * A value of an enum as a server answers it: one of these, or one that only a newer server knows.
 * @example const status: Open<StandingStatus> | undefined = claim?.standing.status;
 */
export type Open<Value extends string> = Value | (string & Record<never, never>);

/**
 * Names an actor, by exactly one of these.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type ActorBy =
  {   /** Its id. */
  readonly id: string; readonly slug?: never; readonly wikidataId?: never; }
  |  { readonly id?: never;   /** Its slug, as in a link to it. */
  readonly slug: string; readonly wikidataId?: never; }
  |  { readonly id?: never; readonly slug?: never;   /** Its Wikidata item, as in `Q7747`. */
  readonly wikidataId: string; };

/**
 * Selects actors that meet all of it.
 * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export type ActorFilter = {
  /** Unnamed sources to whom this actor granted anonymity. */
  readonly grantedBy?: ActorBy | null | undefined;
  /** What sort of actor. */
  readonly kind?: ActorKind | null | undefined;
  /** Put on record later than this. */
  readonly recordedAfter?: string | Date | null | undefined;
  /** Put on record earlier than this. */
  readonly recordedBefore?: string | Date | null | undefined;
};

/**
 * What sort of actor it is.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type ActorKind =
  /** A state, a government or an office of one. */
  | 'GOVERNMENT'
  /** People named collectively, as “critics”. Never an origin of a claim. */
  | 'GROUP'
  /** A company, party, agency, court or other body. */
  | 'ORGANIZATION'
  /** Whoever publishes articles. */
  | 'OUTLET'
  /** A human being known by name. */
  | 'PERSON'
  /** A source who was granted anonymity, by its verbatim description. */
  | 'UNNAMED_SOURCE';

/**
 * By what two actors are nearly one.
 * @example const { actor, similar } = await record.recordActor({ slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
 */
export type ActorLikeness =
  /** A name of the one is an alias of the other. */
  | 'ALIAS'
  /** The one is called by initials of the other, or without its names in the middle. */
  | 'INITIALS'
  /** They have one name, but for an article, a title, a legal form, accents or capitals. */
  | 'NAME'
  /** A long word of their names is a letter apart. */
  | 'SPELLING';

/**
 * Selects merges that meet all of it.
 * @example
 * const filter = { actor: { slug: 'washington-post' }, revoked: false };
 * for await (const { id, from } of record.actorMerges.all({ filter })) console.log(id, from.name);
 */
export type ActorMergeFilter = {
  /** This actor is one of the two. */
  readonly actor?: ActorBy | null | undefined;
  /** So judged. */
  readonly judgement?: Judgement | null | undefined;
  /** With true, those that were taken back; with false, those that were not. */
  readonly revoked?: boolean | null | undefined;
};

/**
 * The order of a list of Actor entries. What is unknown comes last either way.
 * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export type ActorOrder = {
  /** Which end comes first. */
  readonly direction?: OrderDirection | null | undefined;
  /** By what. */
  readonly field: ActorOrderField;
};

/**
 * What a list of Actor entries can be ordered by.
 * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export type ActorOrderField =
  /** By name, character by character. */
  | 'NAME'
  /** As they were put on record. */
  | 'RECORDED_AT';

/**
 * A piece of evidence, with the keys of the interchange format, and its stance.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type AddEvidenceInput = {
  /** The article with the words. */
  readonly article: Ref;
  /** The chain of actors, from the publisher of the article to the holder of the stance. Unless given: the article’s outlet, and the holder. */
  readonly attribution?: ReadonlyArray<Ref> | null | undefined;
  /** How sure a machine was of its reading, 0 to 1. */
  readonly confidence?: number | null | undefined;
  /** The word of the article that tells of the saying: “denied”. */
  readonly cue?: string | null | undefined;
  /** Where the quote ends. Given together with `start`. */
  readonly end?: number | null | undefined;
  /** The machine that read it, and its version: `rules/1`. */
  readonly extractor?: string | null | undefined;
  /** The version of the article that was the first with the words, where no text on record says it. */
  readonly firstShownBy?: Ref | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** How the words render what was said. */
  readonly mode: EvidenceMode;
  /** The exact words, letter for letter as they stand in the article. Left out, they are what stands from `start` to `end`. */
  readonly quote?: string | null | undefined;
  /** The language in which it was said, where the article translates. */
  readonly spokenLanguage?: string | null | undefined;
  /** The stance. */
  readonly stance: Ref;
  /** Where the quote starts, in UTF-16 code units. Found by itself where the quote stands only once. */
  readonly start?: number | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * How one actor belongs to another.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type AffiliationKind =
  /** Is one of its members. */
  | 'MEMBER_OF'
  /** Belongs to it. */
  | 'OWNED_BY'
  /** Is one of its parts. */
  | 'PART_OF'
  /** Speaks in the name of the other. */
  | 'SPEAKS_FOR';

/**
 * Names an article, by exactly one of these.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type ArticleBy =
  {   /** Its id. */
  readonly id: string; readonly sha256?: never; readonly slug?: never; readonly url?: never; }
  |  { readonly id?: never;   /** SHA-256 of its text, in hex: the earliest recorded with that text. */
  readonly sha256: string; readonly slug?: never; readonly url?: never; }
  |  { readonly id?: never; readonly sha256?: never;   /** Its slug, as in a link to it. */
  readonly slug: string; readonly url?: never; }
  |  { readonly id?: never; readonly sha256?: never; readonly slug?: never;   /** Its address: the newest recorded there that is not withdrawn. */
  readonly url: string; };

/**
 * Selects articles that meet all of it.
 * @example
 * const { facets } = await record.articleFacets({ by: 'OUTLET' });
 */
export type ArticleFilter = {
  /** Credited to this agency. */
  readonly creditedTo?: ActorBy | null | undefined;
  /** Whether there are drafts in it that nobody has judged yet. Needs an EDITOR token. */
  readonly hasDrafts?: boolean | null | undefined;
  /** Written in this language. */
  readonly language?: string | null | undefined;
  /** Published by this outlet. */
  readonly outlet?: ActorBy | null | undefined;
  /** Published later than this; never of unknown time. */
  readonly publishedAfter?: string | Date | null | undefined;
  /** Published earlier than this; never of unknown time. */
  readonly publishedBefore?: string | Date | null | undefined;
  /** Put on record later than this. */
  readonly recordedAfter?: string | Date | null | undefined;
  /** Put on record earlier than this. */
  readonly recordedBefore?: string | Date | null | undefined;
  /** With true, those withdrawn instead of all others. */
  readonly withdrawn?: boolean | null | undefined;
};

/**
 * The order of a list of Article entries. What is unknown comes last either way.
 * @example const { nodes } = await record.articles({ filter: { language: 'de' }, first: 50 });
 */
export type ArticleOrder = {
  /** Which end comes first. */
  readonly direction?: OrderDirection | null | undefined;
  /** By what. */
  readonly field: ArticleOrderField;
};

/**
 * What a list of Article entries can be ordered by.
 * @example const { nodes } = await record.articles({ filter: { language: 'de' }, first: 50 });
 */
export type ArticleOrderField =
  /** As they were published; of whose day alone is known, at its start in UTC. */
  | 'PUBLISHED_AT'
  /** As they were put on record. */
  | 'RECORDED_AT';

/**
 * Where the backup is to be.
 * @example await record.backUpRecord({ file: '/var/backups/record.db' }, { timeoutMs: 600_000 });
 */
export type BackUpRecordInput = {
  /** An absolute path on the machine of the server, where there is no file yet. */
  readonly file: string;
  /** Whether to copy what the server still has open, for where the database file is gone or was replaced. Everything else waits meanwhile. */
  readonly rescue?: boolean | null | undefined;
};

/**
 * How sure the speaker sounds. Not how sure a reader is of the reading.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type Certainty =
  /** Stressed: “categorically”, “without doubt”. */
  | 'FIRM'
  /** Softened: “may”, “appears to”. */
  | 'HEDGED'
  /** Said without emphasis or hedge. */
  | 'PLAIN';

/**
 * Selects claims by what was true of them when they became public.
 * @example
 * for await (const { claim, cursor } of record.claimAdded({ after: await saved(), signal })) {
 *   if (claim) show(claim);
 *   await save(cursor);
 * }
 */
export type ClaimAddedFilter = {
  /** One of the first stances on it is held by this actor. */
  readonly actor?: ActorBy | null | undefined;
  /** Of this kind. */
  readonly kind?: ClaimKind | null | undefined;
  /** Worded in this language. */
  readonly language?: string | null | undefined;
  /** With this topic. */
  readonly topic?: string | null | undefined;
};

/**
 * Names a claim, by exactly one of these.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ClaimBy =
  {   /** Its id. */
  readonly id: string; readonly slug?: never; }
  |  { readonly id?: never;   /** Its slug, as in a link to it. */
  readonly slug: string; };

/**
 * Selects claims that meet all of it.
 * @example
 * const { facets, totalCount } = await record.claimFacets({ by: 'TOPIC', filter: { status: 'DISPUTED' } });
 */
export type ClaimFilter = {
  /** With a stance that words of this article show. */
  readonly article?: ArticleBy | null | undefined;
  /** Whether somebody who was asked has not answered, in any of `replies`. */
  readonly awaitingReply?: boolean | null | undefined;
  /** Whose standing last changed later than this, by the record’s clock. */
  readonly changedAfter?: string | Date | null | undefined;
  /** Whose standing last changed earlier than this, by the record’s clock. */
  readonly changedBefore?: string | Date | null | undefined;
  /** That bear on this actor. */
  readonly concerns?: ActorBy | null | undefined;
  /** That this actor is against, itself or as a side. */
  readonly disputedBy?: ActorBy | null | undefined;
  /** Of what ended later than this day; never of unknown time. */
  readonly happenedAfter?: string | null | undefined;
  /** Of what began earlier than this day; never of unknown time. */
  readonly happenedBefore?: string | null | undefined;
  /** Of this kind. */
  readonly kind?: ClaimKind | null | undefined;
  /** Put in this language. */
  readonly language?: string | null | undefined;
  /** No stance that counts meets all of it. */
  readonly noStances?: StanceFilter | null | undefined;
  /** Whether nobody asked somebody whom they bear on. Needs an EDITOR token. */
  readonly notAsked?: boolean | null | undefined;
  /** Whether all who are for it are unnamed sources, or hearsay of such. */
  readonly onlyUnnamedSources?: boolean | null | undefined;
  /** With a stance that words of an article of this outlet show. */
  readonly outlet?: ActorBy | null | undefined;
  /** Put on record later than this. */
  readonly recordedAfter?: string | Date | null | undefined;
  /** Put on record earlier than this. */
  readonly recordedBefore?: string | Date | null | undefined;
  /** With this review, public or not. What is not VERIFIED needs an EDITOR token. */
  readonly review?: Review | null | undefined;
  /** For each of these, at most ten, one stance that counts meets all of it: “the one for it and the other against it”. */
  readonly stances?: ReadonlyArray<StanceFilter> | null | undefined;
  /** With this standing. With an EDITOR token, UNADDRESSED finds drafts as well. */
  readonly status?: StandingStatus | null | undefined;
  /** With one of these standings. With an EDITOR token, UNADDRESSED finds drafts as well. */
  readonly statusIn?: ReadonlyArray<StandingStatus> | null | undefined;
  /** With this topic. */
  readonly topic?: string | null | undefined;
};

/**
 * What a claim can be: true or false, agreed with or not, kept or not.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ClaimKind =
  /** A promise or a forecast. */
  | 'COMMITMENT'
  /** True or false. */
  | 'FACT'
  /** A demand, a judgement, an ought. */
  | 'POSITION';

/**
 * How one claim relates to another.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ClaimLinkKind =
  /** It speaks of the other, or of how the other was said. */
  | 'ABOUT'
  /** Both cannot be true. */
  | 'CONTRADICTS'
  /** It puts the other right. */
  | 'CORRECTS'
  /** If it is true, so is the other. */
  | 'ENTAILS'
  /** It is one part of what the other says. */
  | 'PART_OF'
  /** It makes no sense unless the other is true. */
  | 'PRESUPPOSES'
  /** Both say the same. */
  | 'SAME_AS'
  /** The same quantity later; both can be true, as with a toll. */
  | 'UPDATES';

/**
 * The order of a list of Claim entries. What is unknown comes last either way.
 * @example
 * const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
 */
export type ClaimOrder = {
  /** Which end comes first. */
  readonly direction?: OrderDirection | null | undefined;
  /** By what. */
  readonly field: ClaimOrderField;
};

/**
 * What a list of Claim entries can be ordered by.
 * @example
 * const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
 */
export type ClaimOrderField =
  /** By the first day of what they speak of. */
  | 'HAPPENED_FROM'
  /** By how many are on the lesser of the two sides, those against them and those for them or relaying them, then by how many are on both. */
  | 'MOST_DISPUTED'
  /** As they were put on record. */
  | 'RECORDED_AT'
  /** As their standing last changed. */
  | 'STANDING_CHANGED_AT';

/**
 * How what a claim says relates to what a text says, as far as their words tell it.
 * @example
 * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export type ClaimRelation =
  /** One says all that the other says, and more: where, when, of which. */
  | 'NARROWER'
  /** One says that what the other says is not so, or is its opposite. */
  | 'NEGATION'
  /** It says the same of another number, quantity or date. */
  | 'OTHER_NUMBER'
  /** It says the same. */
  | 'SAME'
  /** It has words of the text. What more there is to it is not sure. */
  | 'SIMILAR';

/**
 * A token. It takes no key to repeat it with, since its secret is told only once.
 * @example const { secret } = await record.createToken({ name: 'newsroom', role: 'EDITOR' });
 */
export type CreateTokenInput = {
  /** When it ends by itself; never, unless given. */
  readonly expiresAt?: string | Date | null | undefined;
  /** Who or what will hold it. */
  readonly name: string;
  /** What it allows. */
  readonly role: Role;
};

/**
 * What a draft leaves to whoever reviews it.
 * @example
 * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export type DraftDoubt =
  /** The article tells that something is denied, and not for certain what: it is accepted with `claim` or `claimText` alone. `claimCandidates` are the other claims of the article. */
  | 'CLAIM_NOT_TOLD';

/**
 * Which affiliation, and when it ended.
 * @example await record.endAffiliation({ affiliation: { id }, until: '2026-11-30' });
 */
export type EndAffiliationInput = {
  /** The affiliation, by its id. */
  readonly affiliation: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Its last day. */
  readonly until: string;
};

/**
 * Which article, and why.
 * @example
 * const input = { article: { slug: 'story' }, reason: 'A court order.' };
 * await record.eraseArticleText(input, { timeoutMs: 600_000 });
 */
export type EraseArticleTextInput = {
  /** The article. */
  readonly article: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Who asked for it, and why. */
  readonly reason: string;
};

/**
 * Selects events that meet all of it.
 * @example
 * for await (const { type, subject } of record.recordEvents({ signal })) console.log(type, subject?.id);
 */
export type EventFilter = {
  /** That happened to the claim with this id, or to a stance, evidence or a link on it, or on a claim that was one with it when it happened. */
  readonly claim?: string | null | undefined;
  /** That happened to what has this id, or to an actor or claim that was one with it when it happened. */
  readonly subject?: string | null | undefined;
  /** Of one of these types. Refused where they are all such that you are told of none; of those among others you are told nothing. */
  readonly type?: ReadonlyArray<EventType> | null | undefined;
};

/**
 * What can happen to the record.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type EventType =
  /** Two actors were judged to be one. */
  | 'ACTORS_MERGED'
  /** An actor was put on record. */
  | 'ACTOR_ADDED'
  /** What is told about an actor was corrected. */
  | 'ACTOR_CHANGED'
  /** Two actors are no longer held to be one. */
  | 'ACTOR_MERGE_REVOKED'
  /** An actor was found to belong to another, or speak for it. */
  | 'AFFILIATION_ADDED'
  /** The end of an affiliation became known. */
  | 'AFFILIATION_ENDED'
  /** An article was put on record. */
  | 'ARTICLE_ADDED'
  /** What is told about an article was corrected. */
  | 'ARTICLE_CHANGED'
  /** A published text was changed: the article is the text that stands on its page since. */
  | 'ARTICLE_EDITED'
  /** An article’s text and quotes were removed for good. */
  | 'ARTICLE_ERASED'
  /** A withdrawn article counts again. */
  | 'ARTICLE_RESTORED'
  /** An article that should not be on record stopped counting. */
  | 'ARTICLE_WITHDRAWN'
  /** Two claims were found to be related. */
  | 'CLAIMS_LINKED'
  /** A claim has its first verified stance and is public. Once a claim. */
  | 'CLAIM_ADDED'
  /** The wording of a claim or what is told about it was corrected. */
  | 'CLAIM_CHANGED'
  /** Two claims are no longer held to be related so. */
  | 'CLAIM_LINK_REVOKED'
  /** A claim was put on record, and nobody is known to address it. */
  | 'CLAIM_RECORDED'
  /** The record had a claim wrong. */
  | 'CLAIM_WITHDRAWN'
  /** More words that show a stance were put on record. */
  | 'EVIDENCE_ADDED'
  /** The record had a piece of evidence wrong. */
  | 'EVIDENCE_WITHDRAWN'
  /** An actor’s stance on a claim was put on record. */
  | 'STANCE_ADDED'
  /** When or where a stance was taken, how sure it sounded or its note was corrected. */
  | 'STANCE_CHANGED'
  /** A stance was judged. */
  | 'STANCE_REVIEWED'
  /** The record had a stance wrong. */
  | 'STANCE_WITHDRAWN'
  /** A claim’s standing has another status. */
  | 'STANDING_CHANGED'
  /** A token was created. For admins. */
  | 'TOKEN_CREATED'
  /** A token was revoked. For admins. */
  | 'TOKEN_REVOKED';

/**
 * The exact words that show a stance, and through whom they reached us.
 * @example
 * const { claim } = await record.recordClaim({
 *   text: 'The call took place on Thursday.',
 *   kind: 'FACT',
 *   language: 'en',
 *   stances: [stance],
 * });
 */
export type EvidenceInput = {
  /** The article with the words. */
  readonly article: Ref;
  /** The chain of actors, from the publisher of the article to the holder of the stance. Unless given: the article’s outlet, and the holder. */
  readonly attribution?: ReadonlyArray<Ref> | null | undefined;
  /** How sure a machine was of its reading, 0 to 1. */
  readonly confidence?: number | null | undefined;
  /** The word of the article that tells of the saying: “denied”. */
  readonly cue?: string | null | undefined;
  /** Where the quote ends. Given together with `start`. */
  readonly end?: number | null | undefined;
  /** The machine that read it, and its version: `rules/1`. */
  readonly extractor?: string | null | undefined;
  /** The version of the article that was the first with the words, where no text on record says it. */
  readonly firstShownBy?: Ref | null | undefined;
  /** How the words render what was said. */
  readonly mode: EvidenceMode;
  /** The exact words, letter for letter as they stand in the article. Left out, they are what stands from `start` to `end`. */
  readonly quote?: string | null | undefined;
  /** The language in which it was said, where the article translates. */
  readonly spokenLanguage?: string | null | undefined;
  /** Where the quote starts, in UTF-16 code units. Found by itself where the quote stands only once. */
  readonly start?: number | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * How the words of an article render what was said.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type EvidenceMode =
  /** Quoted words. */
  | 'DIRECT'
  /** A paraphrase. */
  | 'INDIRECT'
  /** A paraphrase with quoted words in it. */
  | 'MIXED'
  /** The outlet’s own voice. */
  | 'NARRATED'
  /** A noun stands for the saying: “the Post’s report”. */
  | 'NOMINAL';

/**
 * What the entries of a list are counted by. Actors that are one count as one.
 * @example
 * const { facets } = await record.articleFacets({ by: 'OUTLET' });
 */
export type Facet =
  /** By who has a stance that counts on a claim, who holds a stance, or whose listed stances the words of an article show. */
  | 'ACTOR'
  /** By the kind of claim, or of stance. Articles are of none. */
  | 'KIND'
  /** By the month (UTC) in which it was put on record. */
  | 'MONTH_RECORDED'
  /** By the months (UTC) in which the stances that count on a claim were taken, in which a stance was taken, or an article was published. */
  | 'MONTH_SAID'
  /** By the outlets in whose articles it stands. */
  | 'OUTLET'
  /** By the standing of the claim. Articles have none. */
  | 'STATUS'
  /** By the topics of the claim, or of the claims that an article is on. */
  | 'TOPIC';

/**
 * Where the words of a search were found.
 * @example
 * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export type HighlightField =
  /** In the aliases or the description of an actor. */
  | 'DESCRIPTION'
  /** In the name of an actor. */
  | 'NAME'
  /** In the text of an article or of a claim. */
  | 'TEXT'
  /** In the title of an article. */
  | 'TITLE';

/**
 * Lines of the interchange format.
 * @example
 * const { created, unchanged } = await record.importRecord({ lines });
 */
export type ImportRecordInput = {
  /** Checks the lines and tells what they would bring; writes nothing. */
  readonly dryRun?: boolean | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** What later parts bring for `grantedBy` and `supersedes` of these lines: a noun and a reference each, as in `missing`. */
  readonly later?: ReadonlyArray<string> | null | undefined;
  /** The lines, at most 1000. What they refer to stands in an earlier line or on record, but what an unnamed source or a newer version refers to may stand in a later one. */
  readonly lines: ReadonlyArray<string>;
  /** What becomes of a line of something that is on record with other content. */
  readonly onConflict?: OnConflict | null | undefined;
};

/**
 * An article with its text, of at most 300,000 characters, or with the page that it stands on; and with the keys of the interchange format, which go before what the page tells.
 * @example
 * const { article, drafted } = await record.ingestArticle({ title: 'Kremlin denies call', language: 'en', text });
 * console.log(drafted, (await record.drafts({ article: { id: article.id } })).nodes);
 */
export type IngestArticleInput = {
  /** What the agency is called whose copy its page says that it is. Where `creditedTo` is not given, the agency is found by this, the byline, and the datelines and closing credit of the text: one on record, or one that is known everywhere; none where any of them is uncertain. `creditedTo: null` says that there is none. */
  readonly agency?: string | null | undefined;
  /** Articles that it is alike to, where a text is missing. Believed until both texts are on record; then they are compared. */
  readonly alike?: ReadonlyArray<Ref> | null | undefined;
  /** Whom it names as its authors, verbatim. */
  readonly byline?: string | null | undefined;
  /** Whether verified stances that earlier versions of the page show are shown by its words, too, where these stand in it. False unless given. */
  readonly carryEvidence?: boolean | null | undefined;
  /** The agency whose copy it is. */
  readonly creditedTo?: Ref | null | undefined;
  /** What the actor is called whose copy it is, where `creditedTo` is not given: the outlet on record of that name, or else a new one. What the page and the text say of it counts for nothing then. */
  readonly creditedToName?: string | null | undefined;
  /** Who reads it: `rules`, unless given, which reads English alone; `weights` or `llm`, the rules and a second reader, where the server has them. The text of what `llm` reads is sent to the address that the server’s owner has set, and may be waited for for minutes. */
  readonly extractor?: string | null | undefined;
  /** Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out. */
  readonly id?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** The language that its text is declared to be in, where it is: `en`. What the text itself shows goes before it; without either it is English. */
  readonly language?: string | null | undefined;
  /** When its page was changed to this text. */
  readonly modifiedAt?: string | Date | null | undefined;
  /** The day of that, where it alone is certain. */
  readonly modifiedOn?: string | null | undefined;
  /** Whether what the outlet tells in its own voice is drafted, too, and not only what it says against the claims of others. False unless given. */
  readonly narrated?: boolean | null | undefined;
  /** Who published it. */
  readonly outlet?: Ref | null | undefined;
  /** The bytes of the web page that it stands on, in base64, of at most 4 MiB before that: read as `onrecord ingest` reads a file. Nothing is fetched. */
  readonly page?: string | null | undefined;
  /** When it was published. */
  readonly publishedAt?: string | Date | null | undefined;
  /** The day on which it was published, where that alone is certain. */
  readonly publishedOn?: string | null | undefined;
  /** What its outlet is called, where `outlet` is not given: the outlet on record of that name, or else a new one. */
  readonly publisher?: string | null | undefined;
  /** Whether it is kept without being read, whatever its language: nothing is drafted. False unless given. */
  readonly recordOnly?: boolean | null | undefined;
  /** When the text was fetched. */
  readonly retrievedAt?: string | Date | null | undefined;
  /** The hash of its text in UTF-8, in hexadecimal. Needed where the text is not given. */
  readonly sha256?: string | null | undefined;
  /** The same as `id`, by another name: give one of them. */
  readonly slug?: string | null | undefined;
  /** The article of which this is a changed version. */
  readonly supersedes?: Ref | null | undefined;
  /** Its text, letter for letter: this or `page`. */
  readonly text?: string | null | undefined;
  /** Whether everyone may read the text; only quotes of it otherwise. */
  readonly textIsPublic?: boolean | null | undefined;
  /** Its title. Needed with `text`; with `page`, its own else. */
  readonly title?: string | null | undefined;
  /** Its address. */
  readonly url?: string | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * What was decided about a link or a merge.
 * @example
 * const filter = { actor: { slug: 'washington-post' }, revoked: false };
 * for await (const { id, from } of record.actorMerges.all({ filter })) console.log(id, from.name);
 */
export type Judgement =
  /** It holds. */
  | 'CONFIRMED'
  /** It does not hold. */
  | 'REJECTED'
  /** Nobody has judged it yet. */
  | 'SUGGESTED';

/**
 * A link between claims, with the keys of the interchange format.
 * @example
 * await record.linkClaims({
 *   from: { slug: 'call-land' },
 *   to: { slug: 'call-happened' },
 *   kind: 'PRESUPPOSES',
 *   judgement: 'CONFIRMED',
 * });
 */
export type LinkClaimsInput = {
  /** The claim that it starts at. */
  readonly from: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** How sure you are. */
  readonly judgement: Judgement;
  /** How they relate. */
  readonly kind: ClaimLinkKind;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** Why it was taken back, where it was. */
  readonly revoked?: ReasonInput | null | undefined;
  /** Of two claims that say the same, the one to be shown: unless given, the one that was public first, else the one recorded first. Of SAME_AS links only. */
  readonly shown?: LinkEnd | null | undefined;
  /** The claim that it leads to. */
  readonly to: Ref;
};

/**
 * Which end of a link a claim stands at.
 * @example
 * const page = await record.claim.links({ by: { slug: 'call-happened' }, kind: 'PRESUPPOSES', direction: 'INCOMING' });
 */
export type LinkDirection =
  /** Links from it and to it. */
  | 'BOTH'
  /** Links to this claim. */
  | 'INCOMING'
  /** Links from this claim. */
  | 'OUTGOING';

/**
 * One of the two claims of a link.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type LinkEnd =
  /** The claim that it starts at. */
  | 'FROM'
  /** The claim that it leads to. */
  | 'TO';

/**
 * The judgement that two actors are one, with the keys of the interchange format.
 * @example await record.mergeActors({ from: { slug: 'w-post' }, into: { slug: 'washington-post' }, judgement: 'CONFIRMED' });
 */
export type MergeActorsInput = {
  /** The actor that is no longer to be spoken of by itself. */
  readonly from: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** The actor that it is. */
  readonly into: Ref;
  /** How sure you are. */
  readonly judgement: Judgement;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** Why it was taken back, where it was. */
  readonly revoked?: ReasonInput | null | undefined;
};

/**
 * What an import does with a line of something that is on record with other content.
 * @example
 * const { created, unchanged } = await record.importRecord({ lines });
 */
export type OnConflict =
  /** Adds the aliases, topics and evidence that are not on record, but nothing to an actor of another kind or Wikidata item, nor to a claim with another text; leaves and tells what differs otherwise. */
  | 'ADD'
  /** Refuses it, and writes nothing. */
  | 'FAIL'
  /** Leaves what is on record, and tells the line. */
  | 'KEEP';

/**
 * Which end of an order comes first. What is unknown comes last either way.
 * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export type OrderDirection =
  /** Earliest, or first in the alphabet, first. */
  | 'ASC'
  /** Latest, or last in the alphabet, first. */
  | 'DESC';

/**
 * Why a page is not read.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type PageFault =
  /** It is no text, in no encoding that is known, or built as no page is. */
  | 'NOT_A_PAGE'
  /** What was given is not base64. */
  | 'NOT_BASE64'
  /** There is no article on it: it is the front page of a site, say. */
  | 'NO_ARTICLE'
  /** It is larger than 4 MiB, or takes too much memory to be read. */
  | 'TOO_LARGE'
  /** It takes too long to be read. */
  | 'TOO_SLOW';

/**
 * Which way a stance points. It follows from the stance’s kind.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type Polarity =
  /** DENIES or OPPOSES. */
  | 'AGAINST'
  /** ASSERTS, CONFIRMS or SUPPORTS. */
  | 'FOR'
  /** QUALIFIES or QUESTIONS. */
  | 'MIXED'
  /** DECLINES or NO_REPLY: no position. */
  | 'NONE'
  /** REPORTS: carried, and neither for nor against. */
  | 'RELAYED'
  /** RETRACTS: what it said before no longer counts. */
  | 'WITHDRAWN';

/**
 * Why it was withdrawn or revoked.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type ReasonInput = {
  /** The reason, for people. */
  readonly reason: string;
};

/**
 * An actor, with the keys of the interchange format.
 * @example const { actor, similar } = await record.recordActor({ slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
 */
export type RecordActorInput = {
  /** Other names that articles give it, verbatim. */
  readonly aliases?: ReadonlyArray<string> | null | undefined;
  /** Who that is; for an unnamed source, the words of whoever granted its anonymity. */
  readonly description?: string | null | undefined;
  /** Whoever granted an unnamed source its anonymity: an outlet, or a person or an organization that publishes itself. */
  readonly grantedBy?: Ref | null | undefined;
  /** Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out. */
  readonly id?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** What sort of actor it is. */
  readonly kind: ActorKind;
  /** What it is called. */
  readonly name: string;
  /** DRAFT hides it from readers until something verified rests on it; VERIFIED unless given. */
  readonly review?: Review | null | undefined;
  /** The same as `id`, by another name: give one of them. */
  readonly slug?: string | null | undefined;
  /** Its Wikidata item, as in `Q7747`. */
  readonly wikidataId?: string | null | undefined;
};

/**
 * An affiliation, with the keys of the interchange format.
 * @example await record.recordAffiliation({ actor: { slug: 'peskov' }, of: { slug: 'kremlin' }, kind: 'SPEAKS_FOR' });
 */
export type RecordAffiliationInput = {
  /** Who belongs or speaks. */
  readonly actor: Ref;
  /** Its first day, where that is known. */
  readonly from?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** How it belongs. */
  readonly kind: AffiliationKind;
  /** To whom, or for whom. */
  readonly of: Ref;
  /** As what: “spokesman”. */
  readonly role?: string | null | undefined;
  /** Its last day, where it has ended. */
  readonly until?: string | null | undefined;
};

/**
 * An article, with the keys of the interchange format.
 * @example
 * const { article } = await record.recordArticle({
 *   title: 'Kremlin denies call',
 *   language: 'en',
 *   outlet: { slug: 'washington-post' },
 *   text,
 * });
 */
export type RecordArticleInput = {
  /** Articles that it is alike to, where a text is missing. Believed until both texts are on record; then they are compared. */
  readonly alike?: ReadonlyArray<Ref> | null | undefined;
  /** Whom it names as its authors, verbatim. */
  readonly byline?: string | null | undefined;
  /** The agency whose copy it is. */
  readonly creditedTo?: Ref | null | undefined;
  /** Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out. */
  readonly id?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** The language of its text: `en`. */
  readonly language: string;
  /** When its page was changed to this text. */
  readonly modifiedAt?: string | Date | null | undefined;
  /** The day of that, where it alone is certain. */
  readonly modifiedOn?: string | null | undefined;
  /** Who published it. */
  readonly outlet?: Ref | null | undefined;
  /** When it was published. */
  readonly publishedAt?: string | Date | null | undefined;
  /** The day on which it was published, where that alone is certain. */
  readonly publishedOn?: string | null | undefined;
  /** When the text was fetched. */
  readonly retrievedAt?: string | Date | null | undefined;
  /** The hash of its text in UTF-8, in hexadecimal. Needed where the text is not given. */
  readonly sha256?: string | null | undefined;
  /** The same as `id`, by another name: give one of them. */
  readonly slug?: string | null | undefined;
  /** The article of which this is a changed version. */
  readonly supersedes?: Ref | null | undefined;
  /** Its text, letter for letter. Without it, quotes are kept and checked when it comes. */
  readonly text?: string | null | undefined;
  /** Whether everyone may read the text; only quotes of it otherwise. */
  readonly textIsPublic?: boolean | null | undefined;
  /** Its title. */
  readonly title: string;
  /** Its address. */
  readonly url?: string | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * A claim, with the keys of the interchange format, and its first stances.
 * @example
 * const { claim } = await record.recordClaim({
 *   text: 'The call took place on Thursday.',
 *   kind: 'FACT',
 *   language: 'en',
 *   stances: [stance],
 * });
 */
export type RecordClaimInput = {
  /** The actors whom it bears on, and who could answer it. */
  readonly concerns?: ReadonlyArray<Ref> | null | undefined;
  /** The first day that it speaks of. */
  readonly happenedFrom?: string | null | undefined;
  /** The last day that it speaks of. */
  readonly happenedUntil?: string | null | undefined;
  /** Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out. */
  readonly id?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** What sort of claim it is. */
  readonly kind: ClaimKind;
  /** The language of its text: `en`. */
  readonly language: string;
  /** How it was judged; VERIFIED unless given. */
  readonly review?: Review | null | undefined;
  /** The same as `id`, by another name: give one of them. */
  readonly slug?: string | null | undefined;
  /** The first stances on it, reviewed as the claim is unless they say otherwise. */
  readonly stances?: ReadonlyArray<StanceInput> | null | undefined;
  /** One self-contained proposition that can be affirmed or rejected. */
  readonly text: string;
  /** What it is about, for filters. */
  readonly topics?: ReadonlyArray<string> | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * A list of all that is on record of one kind.
 * @example
 * const orderBy = { field: 'RECORDED_AT', direction: 'ASC' } as const;
 * const starts = [null, ...(await record.pageStarts({ of: 'CLAIMS' }))];
 * const pages = await Promise.all(starts.map((after) => record.claims({ first: 100, after, orderBy })));
 */
export type RecordList =
  /** What `actors` lists. */
  | 'ACTORS'
  /** What `articles` lists. */
  | 'ARTICLES'
  /** What `claims` lists. */
  | 'CLAIMS';

/**
 * A stance, with the keys of the interchange format.
 * @example
 * const { stance, created } = await record.recordStance({
 *   claim: { slug: 'call-happened' },
 *   actor: { slug: 'kremlin' },
 *   kind: 'DENIES',
 *   certainty: 'FIRM',
 *   evidence: [{ article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }],
 * });
 */
export type RecordStanceInput = {
  /** Who holds it. */
  readonly actor: Ref;
  /** How sure the speaker sounds. */
  readonly certainty: Certainty;
  /** The claim. */
  readonly claim: Ref;
  /** The words that show it. */
  readonly evidence?: ReadonlyArray<EvidenceInput> | null | undefined;
  /** Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out. */
  readonly id?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** How the actor stands. */
  readonly kind: StanceKind;
  /** When another record first held it, where that is told. The time of a stance of which nothing else tells one. */
  readonly knownBy?: string | Date | null | undefined;
  /** The curator’s reason. A stance without evidence needs one. */
  readonly note?: string | null | undefined;
  /** How it was judged; VERIFIED unless given. */
  readonly review?: Review | null | undefined;
  /** The moment it was said, only where the text gives one. */
  readonly saidAt?: string | Date | null | undefined;
  /** The claim that the occasion took place: “in that call Trump said”. */
  readonly saidIn?: Ref | null | undefined;
  /** The day it was said. */
  readonly saidOn?: string | null | undefined;
  /** The text’s own word for the time: “on Monday”. */
  readonly saidPhrase?: string | null | undefined;
  /** The same as `id`, by another name: give one of them. */
  readonly slug?: string | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * Names something on record, by exactly one of these.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type Ref =
  {   /** Its public id. Everything on record has one. */
  readonly id: string; readonly sha256?: never; readonly slug?: never; }
  |  { readonly id?: never;   /** The hash of an article’s text, in hexadecimal: the earliest article with it. */
  readonly sha256: string; readonly slug?: never; }
  |  { readonly id?: never; readonly sha256?: never;   /** Its slug. Articles, actors, claims and stances have one. */
  readonly slug: string; };

/**
 * Why the record refuses a change. Clients tell refusals apart by this, or by type.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type RefusalCode =
  /** It is withdrawn, ended or revoked already. */
  | 'ALREADY_WITHDRAWN'
  /** A chain does not lead from the article’s publisher to the holder of the stance. */
  | 'ATTRIBUTION_BROKEN'
  /** A draft that leaves open what is denied was to be accepted without the claim: name one, or give its words. */
  | 'CLAIM_REQUIRED'
  /** The slug, hash or key is on record with other content, or what is to be changed was changed since it was read. */
  | 'CONFLICT'
  /** A stance has neither evidence nor a note. */
  | 'EVIDENCE_REQUIRED'
  /** Another value that the rules of the record do not allow. */
  | 'INPUT_INVALID'
  /** Lines of the interchange format may not be recorded. */
  | 'LINES_REFUSED'
  /** A reference leads to nothing on record. */
  | 'NOT_ON_RECORD'
  /** A page to read is none, or cannot be read. */
  | 'PAGE_INVALID'
  /** The quote stands in the article more than once. */
  | 'QUOTE_AMBIGUOUS'
  /** The quote does not stand in the article at that place. */
  | 'QUOTE_NOT_IN_ARTICLE'
  /** A text cannot be kept letter for letter. */
  | 'TEXT_INVALID';

/**
 * What somebody said to a claim that it bears on, or that it was asked about.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ReplyState =
  /** It took a position, or who speaks for it did. */
  | 'ANSWERED'
  /** It answered and took no position. */
  | 'DECLINED'
  /** Nobody is known to have asked. */
  | 'NOT_ASKED'
  /** It was asked and had not answered when that was published. */
  | 'NO_REPLY';

/**
 * Which article.
 * @example await record.restoreArticle({ article: { slug: 'story' } });
 */
export type RestoreArticleInput = {
  /** The article. */
  readonly article: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
};

/**
 * What a reviewer decided about a claim or a stance. Only what is verified counts.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type Review =
  /** Awaits a reviewer. Editors alone see it. */
  | 'DRAFT'
  /** Not accepted. Editors alone see it. */
  | 'REJECTED'
  /** Accepted. */
  | 'VERIFIED';

/**
 * Which stance, and the judgement. The rest is what a draft that is accepted is to have instead.
 * @example await record.reviewStance({ stance: { id }, review: 'VERIFIED', claim: { slug: 'call-happened' } });
 */
export type ReviewStanceInput = {
  /** Who holds it, where that is somebody else. Its chain ends there then. */
  readonly actor?: Ref | null | undefined;
  /** Another chain of actors, from the publisher of the article to the holder of the stance. */
  readonly attribution?: ReadonlyArray<Ref> | null | undefined;
  /** How sure the speaker sounds. */
  readonly certainty?: Certainty | null | undefined;
  /** The claim that it is on, where it is another. */
  readonly claim?: Ref | null | undefined;
  /** What kind of claim such a draft is. */
  readonly claimKind?: ClaimKind | null | undefined;
  /** Other words for its claim, where that is a draft, too. */
  readonly claimText?: string | null | undefined;
  /** Where they end. Given together with `start`. */
  readonly end?: number | null | undefined;
  /** The stance on record, of the same actor, claim and kind, that the words of a draft show, too: they become its evidence, and the draft is rejected for that reason. Refused where the actor took another position or retracted in between. */
  readonly evidenceOf?: Ref | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** How the actor stands. */
  readonly kind?: StanceKind | null | undefined;
  /** Other words of the same article that show it. */
  readonly quote?: string | null | undefined;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The judgement. */
  readonly review: Review;
  /** The stance. */
  readonly stance: Ref;
  /** Where those start, in UTF-16 code units. Found by itself where the quote stands only once. */
  readonly start?: number | null | undefined;
};

/**
 * Which merge, and why.
 * @example await record.revokeActorMerge({ merge: { id }, reason: 'Two papers of one name.' });
 */
export type RevokeActorMergeInput = {
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** The merge, by its id. */
  readonly merge: Ref;
  /** Why. */
  readonly reason: string;
};

/**
 * Which link, and why.
 * @example await record.revokeClaimLink({ link: { id }, reason: 'They speak of different calls.' });
 */
export type RevokeClaimLinkInput = {
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** The link, by its id. */
  readonly link: Ref;
  /** Why. */
  readonly reason: string;
};

/**
 * Which token.
 * @example await record.revokeToken({ token: { id } });
 */
export type RevokeTokenInput = {
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** The token, by its id. */
  readonly token: Ref;
};

/**
 * What a token allows. Each role allows what the ones before it do.
 * @example const { secret } = await record.createToken({ name: 'newsroom', role: 'EDITOR' });
 */
export type Role =
  /** Everything. */
  | 'ADMIN'
  /** Sees drafts, reasons and texts as well; records and corrects. */
  | 'EDITOR'
  /** Reads what everyone may read, also where strangers may read nothing. */
  | 'READER'
  /** Judges drafts and merges of actors as well. */
  | 'REVIEWER';

/**
 * How much of a query what was found holds.
 * @example
 * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export type SearchMatch =
  /** All of its words. */
  | 'ALL_WORDS'
  /** Any of its words but the most common, or what begins like the last: nothing holds them all. */
  | 'ANY_WORD';

/**
 * What a search looks through.
 * @example
 * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export type SearchScope =
  /** Names, aliases and descriptions of actors. */
  | 'ACTOR'
  /** Titles and texts of articles. */
  | 'ARTICLE'
  /** Texts of claims. */
  | 'CLAIM';

/**
 * Selects stances that meet all of it.
 * @example
 * const { facets, totalCount } = await record.claimFacets({ by: 'TOPIC', filter: { status: 'DISPUTED' } });
 */
export type StanceFilter = {
  /** Held by this actor. */
  readonly actor?: ActorBy | null | undefined;
  /** Shown by words of this article. */
  readonly article?: ArticleBy | null | undefined;
  /** Put with this certainty. */
  readonly certainty?: Certainty | null | undefined;
  /** On this claim. */
  readonly claim?: ClaimBy | null | undefined;
  /** Whether an unnamed source stands before the holder in every chain. */
  readonly hearsay?: boolean | null | undefined;
  /** Of this kind. */
  readonly kind?: StanceKind | null | undefined;
  /** Shown by words of an article of this outlet. */
  readonly outlet?: ActorBy | null | undefined;
  /** Pointing this way. */
  readonly polarity?: Polarity | null | undefined;
  /** Put on record later than this. */
  readonly recordedAfter?: string | Date | null | undefined;
  /** Put on record earlier than this. */
  readonly recordedBefore?: string | Date | null | undefined;
  /** With this review. What is not VERIFIED needs an EDITOR token. */
  readonly review?: Review | null | undefined;
  /** Taken later than this, by `effectiveAt`. */
  readonly saidAfter?: string | Date | null | undefined;
  /** Taken earlier than this, by `effectiveAt`. */
  readonly saidBefore?: string | Date | null | undefined;
  /** That reached us through this actor: any link of a chain, its holder included. */
  readonly via?: ActorBy | null | undefined;
  /** With true, those withdrawn instead of all others. */
  readonly withdrawn?: boolean | null | undefined;
};

/**
 * How an actor stands to the claim that it comes with.
 * @example
 * const { claim } = await record.recordClaim({
 *   text: 'The call took place on Thursday.',
 *   kind: 'FACT',
 *   language: 'en',
 *   stances: [stance],
 * });
 */
export type StanceInput = {
  /** Who holds it. */
  readonly actor: Ref;
  /** How sure the speaker sounds. */
  readonly certainty: Certainty;
  /** The words that show it. */
  readonly evidence?: ReadonlyArray<EvidenceInput> | null | undefined;
  /** Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out. */
  readonly id?: string | null | undefined;
  /** How the actor stands. */
  readonly kind: StanceKind;
  /** When another record first held it, where that is told. The time of a stance of which nothing else tells one. */
  readonly knownBy?: string | Date | null | undefined;
  /** The curator’s reason. A stance without evidence needs one. */
  readonly note?: string | null | undefined;
  /** How it was judged; VERIFIED unless given. */
  readonly review?: Review | null | undefined;
  /** The moment it was said, only where the text gives one. */
  readonly saidAt?: string | Date | null | undefined;
  /** The claim that the occasion took place: “in that call Trump said”. */
  readonly saidIn?: Ref | null | undefined;
  /** The day it was said. */
  readonly saidOn?: string | null | undefined;
  /** The text’s own word for the time: “on Monday”. */
  readonly saidPhrase?: string | null | undefined;
  /** The same as `id`, by another name: give one of them. */
  readonly slug?: string | null | undefined;
  /** Why it was withdrawn, where it was. */
  readonly withdrawn?: ReasonInput | null | undefined;
};

/**
 * How an actor stands towards a claim.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type StanceKind =
  /** Puts it forward on its own authority; for a commitment, promises it. */
  | 'ASSERTS'
  /** Says that a claim already in circulation is true. */
  | 'CONFIRMS'
  /** Answered and took no position. */
  | 'DECLINES'
  /** Says that it is false or did not happen. */
  | 'DENIES'
  /** Was asked and had not answered when it was published. */
  | 'NO_REPLY'
  /** Rejects a position. */
  | 'OPPOSES'
  /** Accepts part and contests part, or calls it misleading. */
  | 'QUALIFIES'
  /** Doubts it or asks for proof, without calling it false. */
  | 'QUESTIONS'
  /** Carries it, vouching for the sourcing and not for the truth. */
  | 'REPORTS'
  /** Takes back its own earlier stance. */
  | 'RETRACTS'
  /** Endorses a position. */
  | 'SUPPORTS';

/**
 * The order of a list of Stance entries. What is unknown comes last either way.
 * @example
 * for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) {
 *   console.log(stance.kind, stance.claim.text);
 * }
 */
export type StanceOrder = {
  /** Which end comes first. */
  readonly direction?: OrderDirection | null | undefined;
  /** By what. */
  readonly field: StanceOrderField;
};

/**
 * What a list of Stance entries can be ordered by.
 * @example
 * for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) {
 *   console.log(stance.kind, stance.claim.text);
 * }
 */
export type StanceOrderField =
  /** As they were put on record. */
  | 'RECORDED_AT'
  /** As they were taken, by `effectiveAt`. */
  | 'SAID_AT';

/**
 * Selects changes by what was true when they happened.
 * @example
 * for await (const { claim, from, to } of record.standingChanged({ filter: { to: 'DISPUTED' }, signal })) {
 *   console.log(claim?.text, from, to);
 * }
 */
export type StandingChangedFilter = {
  /** A stance of this actor counted before it or counts after it. */
  readonly actor?: ActorBy | null | undefined;
  /** From this status. */
  readonly from?: StandingStatus | null | undefined;
  /** Of a claim of this kind. */
  readonly kind?: ClaimKind | null | undefined;
  /** Of a claim worded in this language. */
  readonly language?: string | null | undefined;
  /** To this status. */
  readonly to?: StandingStatus | null | undefined;
  /** Of a claim with this topic. */
  readonly topic?: string | null | undefined;
};

/**
 * Where a claim stands among those who spoke to it. The first that fits, in this order.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type StandingStatus =
  /** Someone is for it. */
  | 'ASSERTED'
  /** Two or more independent origins are for it. */
  | 'CORROBORATED'
  /** Only those against it are left, and those mixed or without position. */
  | 'DENIED'
  /** Someone is against it, and someone is for it or relays it. */
  | 'DISPUTED'
  /** Someone is mixed. */
  | 'QUESTIONED'
  /** It is only relayed. */
  | 'REPORTED'
  /** It was put forward or relayed, and retraction left nothing. */
  | 'RETRACTED'
  /** Nobody’s stance counts. */
  | 'UNADDRESSED';

/**
 * Why a text cannot be kept letter for letter.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type TextFault =
  /** It is empty. */
  | 'EMPTY'
  /** It holds half of a surrogate pair. */
  | 'LONE_SURROGATE'
  /** It holds a NUL character. */
  | 'NUL'
  /** It is longer than the record allows. */
  | 'TOO_LONG';

/**
 * From what the time of a stance is known.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type TimeBasis =
  /** Its words were issued then: by the earliest version that has them. */
  | 'ISSUED'
  /** Nothing else is known: a record first held it then. */
  | 'RECORDED'
  /** An article tells the instant. */
  | 'SAID_AT'
  /** The day is told: its first moment in UTC, of what is taken back its last millisecond. */
  | 'SAID_ON';

/**
 * Which judgement, and why it is taken back.
 * @example const { stance: draft } = await record.undoReview({ stance: { id }, reason: 'Accepted in error.' });
 */
export type UndoReviewInput = {
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Why: that it was judged in error, unless given. */
  readonly reason?: string | null | undefined;
  /** The stance that was drafted and judged. */
  readonly stance: Ref;
};

/**
 * What is left out stays as it is; null makes it unknown.
 * @example await record.updateActor({ actor: { slug: 'kremlin' }, aliases: ['Kremlin'] });
 */
export type UpdateActorInput = {
  /** The actor. */
  readonly actor: Ref;
  /** All its other names. */
  readonly aliases?: ReadonlyArray<string> | null | undefined;
  /** Who that is. */
  readonly description?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** What sort of actor it is; null leaves it. To and from an unnamed source no kind is corrected. */
  readonly kind?: ActorKind | null | undefined;
  /** What it is called; null leaves it. */
  readonly name?: string | null | undefined;
  /** Its Wikidata item, as in `Q7747`. */
  readonly wikidataId?: string | null | undefined;
};

/**
 * What is left out stays as it is; null makes it unknown. The text and its outlet never change.
 * @example await record.updateArticle({ article: { slug: 'story' }, publishedAt: '2026-11-10T08:30:00Z' });
 */
export type UpdateArticleInput = {
  /** The article. */
  readonly article: Ref;
  /** Whom it names as its authors, verbatim. */
  readonly byline?: string | null | undefined;
  /** The agency whose copy it is. */
  readonly creditedTo?: Ref | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** The language of its text; null leaves it. */
  readonly language?: string | null | undefined;
  /** When its page was changed to this text. */
  readonly modifiedAt?: string | Date | null | undefined;
  /** The day of that, where it alone is certain. */
  readonly modifiedOn?: string | null | undefined;
  /** When it was published. */
  readonly publishedAt?: string | Date | null | undefined;
  /** The day on which it was published, where that alone is certain. */
  readonly publishedOn?: string | null | undefined;
  /** When the text was fetched. */
  readonly retrievedAt?: string | Date | null | undefined;
  /** The article of which this is a changed version. */
  readonly supersedes?: Ref | null | undefined;
  /** Whether everyone may read the text; only quotes of it otherwise. */
  readonly textIsPublic?: boolean | null | undefined;
  /** Its title; null leaves it. */
  readonly title?: string | null | undefined;
  /** Its address. */
  readonly url?: string | null | undefined;
};

/**
 * What is left out stays as it is; null makes a date, the topics or those concerned unknown.
 * @example await record.updateClaim({ claim: { slug: 'call-happened' }, topics: ['diplomacy'] });
 */
export type UpdateClaimInput = {
  /** The claim. */
  readonly claim: Ref;
  /** All the actors whom it bears on. */
  readonly concerns?: ReadonlyArray<Ref> | null | undefined;
  /** The first day that it speaks of. */
  readonly happenedFrom?: string | null | undefined;
  /** The last day that it speaks of. */
  readonly happenedUntil?: string | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** What sort of claim it is; null leaves it. */
  readonly kind?: ClaimKind | null | undefined;
  /** The language of its text; null leaves it. */
  readonly language?: string | null | undefined;
  /** The proposition; null leaves it. */
  readonly text?: string | null | undefined;
  /** All that it is about. */
  readonly topics?: ReadonlyArray<string> | null | undefined;
};

/**
 * What is left out stays as it is; null makes it unknown. Whose it is, on which claim and of which kind never changes.
 * @example await record.updateStance({ stance: { id }, saidOn: '2024-11-08', saidPhrase: 'on Friday' });
 */
export type UpdateStanceInput = {
  /** How sure the speaker sounds; null leaves it. */
  readonly certainty?: Certainty | null | undefined;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** When another record first held it, where that is told. The time of a stance of which nothing else tells one. */
  readonly knownBy?: string | Date | null | undefined;
  /** The curator’s reason. A stance without evidence needs one. */
  readonly note?: string | null | undefined;
  /** The moment it was said, only where the text gives one. */
  readonly saidAt?: string | Date | null | undefined;
  /** The claim that the occasion took place: “in that call Trump said”. */
  readonly saidIn?: Ref | null | undefined;
  /** The day it was said. */
  readonly saidOn?: string | null | undefined;
  /** The text’s own word for the time: “on Monday”. */
  readonly saidPhrase?: string | null | undefined;
  /** The stance. */
  readonly stance: Ref;
};

/**
 * Which article, and why.
 * @example await record.withdrawArticle({ article: { slug: 'story' }, reason: 'An impostor of the outlet.' });
 */
export type WithdrawArticleInput = {
  /** The article. */
  readonly article: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Why. */
  readonly reason: string;
};

/**
 * Which claim, and why.
 * @example await record.withdrawClaim({ claim: { slug: 'call-happened' }, reason: 'Two propositions in one.' });
 */
export type WithdrawClaimInput = {
  /** The claim. */
  readonly claim: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Why. */
  readonly reason: string;
};

/**
 * Which piece of evidence, and why.
 * @example await record.withdrawEvidence({ evidence: { id }, reason: 'Said of another call.' });
 */
export type WithdrawEvidenceInput = {
  /** The piece of evidence, by its id. */
  readonly evidence: Ref;
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Why. */
  readonly reason: string;
};

/**
 * Which stance, and why.
 * @example await record.withdrawStance({ stance: { id }, reason: 'It was said of another call.' });
 */
export type WithdrawStanceInput = {
  /** A name of your choice for this request: sent again with it, it is carried out once and answered the same. */
  readonly idempotencyKey?: string | null | undefined;
  /** A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written. */
  readonly ifUnchangedSince?: string | null | undefined;
  /** Why. */
  readonly reason: string;
  /** The stance. */
  readonly stance: Ref;
};

/**
 * An actor as others mention it.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type ActorMention = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** What it is called. */
  readonly name: string,
  /** What sort of actor it is. */
  readonly kind: Open<ActorKind>
};

/**
 * Whoever can say something: a person, a government, an outlet, an unnamed source.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type Actor = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** What it is called. */
  readonly name: string,
  /** What sort of actor it is. */
  readonly kind: Open<ActorKind>,
  /** Other names that articles give it, verbatim, and those of actors that are one with it. */
  readonly aliases: ReadonlyArray<string>,
  /** Who that is. */
  readonly description: string | null,
  /** Its Wikidata item, as in `Q7747`. */
  readonly wikidataId: string | null,
  /** DRAFT where a machine found it and nothing verified rests on it yet: editors alone see it then. */
  readonly review: Open<Review>,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** Whoever granted an unnamed source its anonymity: an outlet, or a person or an organization that publishes itself. */
  readonly grantedBy: ActorMention | null
};

/**
 * That one actor belonged to another, or spoke for it, at a time.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type Affiliation = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** How it belongs. */
  readonly kind: Open<AffiliationKind>,
  /** As what: “spokesman”. */
  readonly role: string | null,
  /** Its first day; null where that is unknown. */
  readonly from: string | null,
  /** Its last day; null while it lasts, as far as is known. */
  readonly until: string | null,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** Who belongs or speaks. */
  readonly actor: ActorMention,
  /** To whom, or for whom. */
  readonly of: ActorMention
};

/**
 * Whoever can say something: a person, a government, an outlet, an unnamed source.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type ActorInFull = (
  {
  /** The others that were judged to be one with it, each by its own id and slug. */
  readonly mergedFrom: ReadonlyArray<ActorMention>,
  /** What it belongs to or speaks for, the newest record first. */
  readonly affiliations: {
    readonly nodes: ReadonlyArray<Affiliation>,
    readonly pageInfo: PageInfo
  },
  /** Who belongs to it or speaks for it, the newest record first. */
  readonly affiliates: {
    readonly nodes: ReadonlyArray<Affiliation>,
    readonly pageInfo: PageInfo
  }
}
  & Actor
);

/**
 * A page of a list of Actor entries.
 * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export type ActorPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Actor>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `actor` is asked.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type ActorVariables = Exact<{
  by: ActorBy;
}>;


export type ActorData = {
  readonly actor: ActorInFull | null
};

/**
 * What `actors` is asked.
 * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export type ActorsVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ActorFilter | null | undefined;
  orderBy?: ActorOrder | null | undefined;
  asOf?: string | Date | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorsData = {
  readonly actors: ActorPage
};

/**
 * An actor that may be the one that was recorded.
 * @example const { actor, similar } = await record.recordActor({ slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
 */
export type ActorMatch = {
  /** By what they are nearly one. */
  readonly by: Open<ActorLikeness>,
  /** How alike they are, from 0 to 1: half as much where they are of unlike kinds. */
  readonly score: number,
  /** The actor on record. */
  readonly actor: Actor
};

/**
 * What recordActor did.
 * @example const { actor, similar } = await record.recordActor({ slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
 */
export type RecordActorPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The actor, as it is now on record. */
  readonly actor: Actor,
  /** What on record it may be, at most 5, the likeliest first; none of those that are judged to be it, or not to be it. Nothing is merged by itself. */
  readonly similar: ReadonlyArray<ActorMatch>
};

/**
 * What `recordActor` is asked.
 * @example const { actor, similar } = await record.recordActor({ slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
 */
export type RecordActorVariables = Exact<{
  input: RecordActorInput;
}>;


export type RecordActorData = {
  readonly recordActor:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RecordActorPayload
    | RefusalFacts_TextInvalid

};

/**
 * What updateActor did.
 * @example await record.updateActor({ actor: { slug: 'kremlin' }, aliases: ['Kremlin'] });
 */
export type UpdateActorPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The actor, as it is now on record. */
  readonly actor: Actor
};

/**
 * What `updateActor` is asked.
 * @example await record.updateActor({ actor: { slug: 'kremlin' }, aliases: ['Kremlin'] });
 */
export type UpdateActorVariables = Exact<{
  input: UpdateActorInput;
}>;


export type UpdateActorData = {
  readonly updateActor:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | UpdateActorPayload

};

/**
 * What recordAffiliation did.
 * @example await record.recordAffiliation({ actor: { slug: 'peskov' }, of: { slug: 'kremlin' }, kind: 'SPEAKS_FOR' });
 */
export type RecordAffiliationPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The affiliation, as it is now on record. */
  readonly affiliation: Affiliation
};

/**
 * What `recordAffiliation` is asked.
 * @example await record.recordAffiliation({ actor: { slug: 'peskov' }, of: { slug: 'kremlin' }, kind: 'SPEAKS_FOR' });
 */
export type RecordAffiliationVariables = Exact<{
  input: RecordAffiliationInput;
}>;


export type RecordAffiliationData = {
  readonly recordAffiliation:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RecordAffiliationPayload
    | RefusalFacts_TextInvalid

};

/**
 * What endAffiliation did.
 * @example await record.endAffiliation({ affiliation: { id }, until: '2026-11-30' });
 */
export type EndAffiliationPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The affiliation, as it is now on record. */
  readonly affiliation: Affiliation
};

/**
 * What `endAffiliation` is asked.
 * @example await record.endAffiliation({ affiliation: { id }, until: '2026-11-30' });
 */
export type EndAffiliationVariables = Exact<{
  input: EndAffiliationInput;
}>;


export type EndAffiliationData = {
  readonly endAffiliation:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | EndAffiliationPayload
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/**
 * What mergeActors did.
 * @example await record.mergeActors({ from: { slug: 'w-post' }, into: { slug: 'washington-post' }, judgement: 'CONFIRMED' });
 */
export type MergeActorsPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The judgement, as it is now on record. */
  readonly merge: ActorMerge
};

/**
 * What `mergeActors` is asked.
 * @example await record.mergeActors({ from: { slug: 'w-post' }, into: { slug: 'washington-post' }, judgement: 'CONFIRMED' });
 */
export type MergeActorsVariables = Exact<{
  input: MergeActorsInput;
}>;


export type MergeActorsData = {
  readonly mergeActors:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | MergeActorsPayload
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/**
 * What revokeActorMerge did.
 * @example await record.revokeActorMerge({ merge: { id }, reason: 'Two papers of one name.' });
 */
export type RevokeActorMergePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The judgement, as it is now on record. */
  readonly merge: ActorMerge
};

/**
 * What `revokeActorMerge` is asked.
 * @example await record.revokeActorMerge({ merge: { id }, reason: 'Two papers of one name.' });
 */
export type RevokeActorMergeVariables = Exact<{
  input: RevokeActorMergeInput;
}>;


export type RevokeActorMergeData = {
  readonly revokeActorMerge:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RevokeActorMergePayload
    | RefusalFacts_TextInvalid

};

/**
 * The judgement that two actors are one.
 * @example
 * const filter = { actor: { slug: 'washington-post' }, revoked: false };
 * for await (const { id, from } of record.actorMerges.all({ filter })) console.log(id, from.name);
 */
export type ActorMerge = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** How sure the record is. */
  readonly judgement: Open<Judgement>,
  /** Why: for EDITOR tokens and higher. */
  readonly reason: string | null,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** When it was taken back; null while it holds. */
  readonly revokedAt: string | null,
  /** Why it was taken back: for EDITOR tokens and higher. */
  readonly revokedReason: string | null,
  /** The actor that is no longer spoken of by itself. */
  readonly from: ActorMention,
  /** The actor that it is. */
  readonly into: ActorMention
};

/**
 * A page of a list of ActorMerge entries.
 * @example
 * const filter = { actor: { slug: 'washington-post' }, revoked: false };
 * for await (const { id, from } of record.actorMerges.all({ filter })) console.log(id, from.name);
 */
export type ActorMergePage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<ActorMerge>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `actorMerges` is asked.
 * @example
 * const filter = { actor: { slug: 'washington-post' }, revoked: false };
 * for await (const { id, from } of record.actorMerges.all({ filter })) console.log(id, from.name);
 */
export type ActorMergesVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ActorMergeFilter | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorMergesData = {
  readonly actorMerges: ActorMergePage
};

/**
 * A page of a list of Affiliation entries.
 * @example
 * for await (const { actor, role } of record.actor.affiliates.all({ by: { slug: 'kremlin' } })) show(actor, role);
 */
export type AffiliationPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Affiliation>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `actorAffiliates` is asked.
 * @example
 * for await (const { actor, role } of record.actor.affiliates.all({ by: { slug: 'kremlin' } })) show(actor, role);
 */
export type ActorAffiliatesVariables = Exact<{
  by: ActorBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorAffiliatesData = {
  readonly actor: {
    readonly affiliates: AffiliationPage
  } | null
};

/**
 * What `actorAffiliations` is asked.
 * @example
 * const page = await record.actor.affiliations({ by: { slug: 'dmitry-peskov' } });
 */
export type ActorAffiliationsVariables = Exact<{
  by: ActorBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorAffiliationsData = {
  readonly actor: {
    readonly affiliations: AffiliationPage
  } | null
};

/**
 * What `actorClaims` is asked.
 * @example
 * for await (const claim of record.actor.claims.all({ by: { slug: 'kremlin' } })) show(claim);
 */
export type ActorClaimsVariables = Exact<{
  by: ActorBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorClaimsData = {
  readonly actor: {
    readonly claims: ClaimPage
  } | null
};

/**
 * What `actorStances` is asked.
 * @example
 * const denials = { by: { slug: 'kremlin' }, filter: { kind: 'DENIES' } } as const;
 * for await (const stance of record.actor.stances.all(denials)) show(stance);
 */
export type ActorStancesVariables = Exact<{
  by: ActorBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: StanceFilter | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorStancesData = {
  readonly actor: {
    readonly stances: StancePage
  } | null
};

/**
 * An article as others mention it.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type ArticleMention = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** Its headline. */
  readonly title: string,
  /** Where it stood. */
  readonly url: string | null,
  /** The language it is written in (BCP 47). */
  readonly language: string,
  /** When it was published. */
  readonly publishedAt: string | null,
  /** Who published it. */
  readonly outlet: ActorMention | null
};

/**
 * One text as one outlet published it. A changed page is another article.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type Article = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** Its headline. */
  readonly title: string,
  /** SHA-256 of its text in UTF-8, in hex. */
  readonly sha256: string,
  /** The language it is written in (BCP 47). */
  readonly language: string,
  /** Where it stood. */
  readonly url: string | null,
  /** Its authors, as it names them. */
  readonly byline: string | null,
  /** When it was published. */
  readonly publishedAt: string | null,
  /** The day on which it was published, where that alone is certain. */
  readonly publishedOn: string | null,
  /** When its page was changed to this text. */
  readonly modifiedAt: string | null,
  /** The day of that, where it alone is certain. */
  readonly modifiedOn: string | null,
  /** When its text was taken from its address. */
  readonly retrievedAt: string | null,
  /** Whether everyone may read the text. */
  readonly textIsPublic: boolean,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** When it was taken off, as a fabrication or an error. Its evidence counts no more. */
  readonly withdrawnAt: string | null,
  /** When its text and quotes were erased on legal request. */
  readonly erasedAt: string | null,
  /** Who published it. */
  readonly outlet: ActorMention | null,
  /** The agency whose copy it is: the narrator’s voice is then the agency’s. */
  readonly creditedTo: ActorMention | null,
  /** The earlier text of the same page. */
  readonly supersedes: ArticleMention | null,
  /** The next text of the same page. */
  readonly supersededBy: ArticleMention | null,
  /** Of the articles that this one is alike to, the one published first, then recorded first; null where none comes before this one. What was withdrawn is left out. */
  readonly copyOf: ArticleMention | null
};

/**
 * What an edit of a page changed, word by word: the passages for those who may read the texts, the stances that lost their words for all.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type ArticleChanges = {
  /** How many passages are gone, whoever may read them. */
  readonly goneCount: number,
  /** How many passages are new, whoever may read them. */
  readonly comeCount: number,
  /** The passages of the earlier text that stand no more, where they stood in it. None for those who may not read that text: `goneCount` tells how many there are. */
  readonly gone: ReadonlyArray<Passage>,
  /** The passages that are new, where they stand in the text. None for those who may not read it: `comeCount` tells how many there are. */
  readonly come: ReadonlyArray<Passage>,
  /** The stances that words of the earlier text show, and no words of this one. They count as before: an edit takes nothing back. */
  readonly lost: ReadonlyArray<StanceMention>
};

/**
 * One text as one outlet published it. A changed page is another article.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type ArticleInFull = (
  {
  /** Its text, letter for letter. Null where the record does not hold it, and for strangers unless it is public. */
  readonly text: string | null,
  /** What its words changed against the version that it supersedes; null where it supersedes none, or one of both texts is not on record. */
  readonly changes: ArticleChanges | null
}
  & Article
);

/**
 * A page of a list of Article entries.
 * @example const { nodes } = await record.articles({ filter: { language: 'de' }, first: 50 });
 */
export type ArticlePage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Article>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `article` is asked.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type ArticleVariables = Exact<{
  by: ArticleBy;
}>;


export type ArticleData = {
  readonly article: ArticleInFull | null
};

/**
 * What `articles` is asked.
 * @example const { nodes } = await record.articles({ filter: { language: 'de' }, first: 50 });
 */
export type ArticlesVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ArticleFilter | null | undefined;
  orderBy?: ArticleOrder | null | undefined;
  asOf?: string | Date | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ArticlesData = {
  readonly articles: ArticlePage
};

/**
 * What recordArticle did.
 * @example
 * const { article } = await record.recordArticle({
 *   title: 'Kremlin denies call',
 *   language: 'en',
 *   outlet: { slug: 'washington-post' },
 *   text,
 * });
 */
export type RecordArticlePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The article, as it is now on record. */
  readonly article: Article
};

/**
 * What `recordArticle` is asked.
 * @example
 * const { article } = await record.recordArticle({
 *   title: 'Kremlin denies call',
 *   language: 'en',
 *   outlet: { slug: 'washington-post' },
 *   text,
 * });
 */
export type RecordArticleVariables = Exact<{
  input: RecordArticleInput;
}>;


export type RecordArticleData = {
  readonly recordArticle:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_QuoteNotInArticle
    | RecordArticlePayload
    | RefusalFacts_TextInvalid

};

/**
 * What ingestArticle did.
 * @example
 * const { article, drafted } = await record.ingestArticle({ title: 'Kremlin denies call', language: 'en', text });
 * console.log(drafted, (await record.drafts({ article: { id: article.id } })).nodes);
 */
export type IngestArticlePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** How many stances are drafted that were not before. */
  readonly drafted: number,
  /** How many pieces of evidence are carried from earlier versions of the page. */
  readonly carried: number,
  /** What of the page was left out or read otherwise than it says, whether its text is in another language than was declared, and what a second reader took, added and left out, or why it did not read: a sentence each, which begins with a code where something failed. */
  readonly notes: ReadonlyArray<string>,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The article, as it is now on record. */
  readonly article: Article
};

/**
 * What `ingestArticle` is asked.
 * @example
 * const { article, drafted } = await record.ingestArticle({ title: 'Kremlin denies call', language: 'en', text });
 * console.log(drafted, (await record.drafts({ article: { id: article.id } })).nodes);
 */
export type IngestArticleVariables = Exact<{
  input: IngestArticleInput;
}>;


export type IngestArticleData = {
  readonly ingestArticle:
    | RefusalFacts_Conflict
    | IngestArticlePayload
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_PageInvalid
    | RefusalFacts_QuoteNotInArticle
    | RefusalFacts_TextInvalid

};

/**
 * What updateArticle did.
 * @example await record.updateArticle({ article: { slug: 'story' }, publishedAt: '2026-11-10T08:30:00Z' });
 */
export type UpdateArticlePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The article, as it is now on record. */
  readonly article: Article
};

/**
 * What `updateArticle` is asked.
 * @example await record.updateArticle({ article: { slug: 'story' }, publishedAt: '2026-11-10T08:30:00Z' });
 */
export type UpdateArticleVariables = Exact<{
  input: UpdateArticleInput;
}>;


export type UpdateArticleData = {
  readonly updateArticle:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | UpdateArticlePayload

};

/**
 * What withdrawArticle did.
 * @example await record.withdrawArticle({ article: { slug: 'story' }, reason: 'An impostor of the outlet.' });
 */
export type WithdrawArticlePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The article, as it is now on record. */
  readonly article: Article
};

/**
 * What `withdrawArticle` is asked.
 * @example await record.withdrawArticle({ article: { slug: 'story' }, reason: 'An impostor of the outlet.' });
 */
export type WithdrawArticleVariables = Exact<{
  input: WithdrawArticleInput;
}>;


export type WithdrawArticleData = {
  readonly withdrawArticle:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | WithdrawArticlePayload

};

/**
 * What restoreArticle did.
 * @example await record.restoreArticle({ article: { slug: 'story' } });
 */
export type RestoreArticlePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The article, as it is now on record. */
  readonly article: Article
};

/**
 * What `restoreArticle` is asked.
 * @example await record.restoreArticle({ article: { slug: 'story' } });
 */
export type RestoreArticleVariables = Exact<{
  input: RestoreArticleInput;
}>;


export type RestoreArticleData = {
  readonly restoreArticle:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RestoreArticlePayload
    | RefusalFacts_TextInvalid

};

/**
 * A piece of evidence with the stance that it shows.
 * @example
 * for await (const { quote, stance } of record.article.evidence.all({ by: { slug: 'story' } })) {
 *   show(quote, stance.actor.name);
 * }
 */
export type EvidenceOfStance = (
  {
  /** What it shows. */
  readonly stance: StanceMention
}
  & Evidence
);

/**
 * A page of a list of Evidence entries.
 * @example
 * for await (const { quote, stance } of record.article.evidence.all({ by: { slug: 'story' } })) {
 *   show(quote, stance.actor.name);
 * }
 */
export type EvidencePage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<EvidenceOfStance>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `articleClaims` is asked.
 * @example
 * for await (const claim of record.article.claims.all({ by: { slug: 'story' } })) show(claim);
 */
export type ArticleClaimsVariables = Exact<{
  by: ArticleBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ArticleClaimsData = {
  readonly article: {
    readonly claims: ClaimPage
  } | null
};

/**
 * What `articleCopies` is asked.
 * @example
 * for await (const { outlet, title } of record.article.copies.all({ by: { slug: 'story' } })) show(outlet?.name, title);
 */
export type ArticleCopiesVariables = Exact<{
  by: ArticleBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ArticleCopiesData = {
  readonly article: {
    readonly copies: ArticlePage
  } | null
};

/**
 * What `articleEvidence` is asked.
 * @example
 * for await (const { quote, stance } of record.article.evidence.all({ by: { slug: 'story' } })) {
 *   show(quote, stance.actor.name);
 * }
 */
export type ArticleEvidenceVariables = Exact<{
  by: ArticleBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ArticleEvidenceData = {
  readonly article: {
    readonly evidence: EvidencePage
  } | null
};

/**
 * What `articleVersions` is asked.
 * @example
 * for await (const version of record.article.versions.all({ by: { slug: 'story' } })) show(version);
 */
export type ArticleVersionsVariables = Exact<{
  by: ArticleBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ArticleVersionsData = {
  readonly article: {
    readonly versions: ArticlePage
  } | null
};

/**
 * What eraseArticleText did.
 * @example
 * const input = { article: { slug: 'story' }, reason: 'A court order.' };
 * await record.eraseArticleText(input, { timeoutMs: 600_000 });
 */
export type EraseArticleTextPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The article, as it is now on record. */
  readonly article: Article
};

/**
 * What `eraseArticleText` is asked.
 * @example
 * const input = { article: { slug: 'story' }, reason: 'A court order.' };
 * await record.eraseArticleText(input, { timeoutMs: 600_000 });
 */
export type EraseArticleTextVariables = Exact<{
  input: EraseArticleTextInput;
}>;


export type EraseArticleTextData = {
  readonly eraseArticleText:
    | RefusalFacts_Conflict
    | EraseArticleTextPayload
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/**
 * A claim as others mention it.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type ClaimMention = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** The proposition, in the record’s own words. */
  readonly text: string
};

/**
 * How a claim stands, as a list shows it.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type StandingInBrief = {
  /** The outcome. */
  readonly status: Open<StandingStatus>,
  /** One English sentence: who denies, asserts and reports it, and on whose word. */
  readonly summary: string,
  /** Whether someone is for it, and all who are for it are unnamed sources or hearsay. */
  readonly onlyUnnamedSources: boolean,
  /** Since when it has this status, by the record’s clock. Null with `saidBy`. */
  readonly since: string | null
};

/**
 * A claim as a list shows it.
 * @example
 * for await (const { claim, cursor } of record.claimAdded({ after: await saved(), signal })) {
 *   if (claim) show(claim);
 *   await save(cursor);
 * }
 */
export type Claim = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** The proposition, in the record’s own words. */
  readonly text: string,
  /** What sort of proposition it is. */
  readonly kind: Open<ClaimKind>,
  /** The language of its text (BCP 47). */
  readonly language: string,
  /** What it is about, in a word each. */
  readonly topics: ReadonlyArray<string>,
  /** The first day of what it speaks of. */
  readonly happenedFrom: string | null,
  /** The last day of what it speaks of, where that took several. */
  readonly happenedUntil: string | null,
  /** What a reviewer decided. */
  readonly review: Open<Review>,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** When it was taken off: the record had it wrong. It stays readable by name. */
  readonly withdrawnAt: string | null,
  /** Where it stands among those who spoke to it, now or at a moment in the past. The two clocks differ. */
  readonly standing: StandingInBrief
};

/**
 * How a claim stands, and why.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type Standing = (
  {
  /** The number of the rule that gave it, from 1 to 8. */
  readonly rule: number,
  /** How many origins it has. */
  readonly originCount: number,
  /** In how many articles the stances that count are shown. */
  readonly articleCount: number,
  /** The moment it holds for: that of the last event of which you may know, unless another was asked for. */
  readonly asOf: string,
  /** How many stances count, by the way they point. */
  readonly counts: {
    readonly for: number,
    readonly relayed: number,
    readonly mixed: number,
    readonly none: number,
    readonly against: number
  },
  /** Who stands how, in the order in which they spoke. */
  readonly sides: ReadonlyArray<{
    readonly polarity: Open<Polarity>,
    readonly split: boolean,
    readonly actor: ActorMention,
    readonly stance: {
      readonly id: string,
      readonly slug: string,
      readonly kind: Open<StanceKind>
    },
    readonly spokenBy: ReadonlyArray<ActorMention>,
    readonly onWordOf: ReadonlyArray<ActorMention>
  }>,
  /** Who put it forward independently of the others: one actor for each origin. */
  readonly origins: ReadonlyArray<ActorMention>,
  /** The disputed or denied claims that it presupposes, or in which its stances were taken. */
  readonly disputedVia: ReadonlyArray<ClaimMention>
}
  & StandingInBrief
);

/**
 * A judged relation between two claims.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ClaimLink = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** How it relates. */
  readonly kind: Open<ClaimLinkKind>,
  /** What was decided about it. Only what is CONFIRMED has consequences. */
  readonly judgement: Open<Judgement>,
  /** Of two claims that say the same, the one that is shown; null of other links. */
  readonly shown: Open<LinkEnd> | null,
  /** Why it was so decided. Needs an EDITOR token, and is null without one. */
  readonly reason: string | null,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** The claim that relates. */
  readonly from: ClaimMention,
  /** The claim it relates to. */
  readonly to: ClaimMention
};

/**
 * A claim with how it stands and why, its newest stances and what it is linked to.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ClaimInFull = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** The proposition, in the record’s own words. */
  readonly text: string,
  /** What sort of proposition it is. */
  readonly kind: Open<ClaimKind>,
  /** The language of its text (BCP 47). */
  readonly language: string,
  /** What it is about, in a word each. */
  readonly topics: ReadonlyArray<string>,
  /** The first day of what it speaks of. */
  readonly happenedFrom: string | null,
  /** The last day of what it speaks of, where that took several. */
  readonly happenedUntil: string | null,
  /** What a reviewer decided. */
  readonly review: Open<Review>,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** When it was taken off: the record had it wrong. It stays readable by name. */
  readonly withdrawnAt: string | null,
  /** The actors whom it bears on, and who could answer it, as they were told of any of its wordings. */
  readonly concerns: ReadonlyArray<ActorMention>,
  /** What those said whom it concerns, and then all others who were asked about it. */
  readonly replies: ReadonlyArray<{
    readonly state: Open<ReplyState>,
    readonly actor: ActorMention,
    readonly stance: StanceMention | null
  }>,
  /** Its wordings, itself included, as they were recorded: claims that were judged to say the same. */
  readonly members: ReadonlyArray<ClaimMention>,
  /** Where it stands among those who spoke to it, now or at a moment in the past. The two clocks differ. */
  readonly standing: Standing,
  /** How far it went about: in how many articles, of how many outlets and origins. */
  readonly echoes: {
    readonly articleCount: number,
    readonly outletCount: number,
    readonly originCount: number,
    readonly origins: ReadonlyArray<{
      readonly articleCount: number,
      readonly actor: ActorMention
    }>
  },
  /** Who stands how towards it, the newest record first. */
  readonly stances: {
    readonly nodes: ReadonlyArray<Stance>,
    readonly pageInfo: PageInfo
  },
  /** How it relates to other claims, the newest record first. */
  readonly links: {
    readonly nodes: ReadonlyArray<ClaimLink>,
    readonly pageInfo: PageInfo
  }
};

/**
 * A page of a list of Claim entries.
 * @example
 * const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
 */
export type ClaimPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Claim>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `claim` is asked.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type ClaimVariables = Exact<{
  by: ClaimBy;
  asOf?: string | Date | null | undefined;
  saidBy?: string | Date | null | undefined;
}>;


export type ClaimData = {
  readonly claim: ClaimInFull | null
};

/**
 * What `claims` is asked.
 * @example
 * const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
 */
export type ClaimsVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  asOf?: string | Date | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimsData = {
  readonly claims: ClaimPage
};

/**
 * What recordClaim did.
 * @example
 * const { claim } = await record.recordClaim({
 *   text: 'The call took place on Thursday.',
 *   kind: 'FACT',
 *   language: 'en',
 *   stances: [stance],
 * });
 */
export type RecordClaimPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The claim, as it is now on record. */
  readonly claim: Claim,
  /** What on record it may say again, at most 5, the best first; none of those that are judged to say the same, or not to. Nothing is linked by itself. */
  readonly similar: ReadonlyArray<ClaimMatch>
};

/**
 * What `recordClaim` is asked.
 * @example
 * const { claim } = await record.recordClaim({
 *   text: 'The call took place on Thursday.',
 *   kind: 'FACT',
 *   language: 'en',
 *   stances: [stance],
 * });
 */
export type RecordClaimVariables = Exact<{
  input: RecordClaimInput;
}>;


export type RecordClaimData = {
  readonly recordClaim:
    | RefusalFacts_AttributionBroken
    | RefusalFacts_Conflict
    | RefusalFacts_EvidenceRequired
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_QuoteAmbiguous
    | RefusalFacts_QuoteNotInArticle
    | RecordClaimPayload
    | RefusalFacts_TextInvalid

};

/**
 * What updateClaim did.
 * @example await record.updateClaim({ claim: { slug: 'call-happened' }, topics: ['diplomacy'] });
 */
export type UpdateClaimPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The claim, as it is now on record. */
  readonly claim: Claim
};

/**
 * What `updateClaim` is asked.
 * @example await record.updateClaim({ claim: { slug: 'call-happened' }, topics: ['diplomacy'] });
 */
export type UpdateClaimVariables = Exact<{
  input: UpdateClaimInput;
}>;


export type UpdateClaimData = {
  readonly updateClaim:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | UpdateClaimPayload

};

/**
 * What withdrawClaim did.
 * @example await record.withdrawClaim({ claim: { slug: 'call-happened' }, reason: 'Two propositions in one.' });
 */
export type WithdrawClaimPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The claim, as it is now on record. */
  readonly claim: Claim
};

/**
 * What `withdrawClaim` is asked.
 * @example await record.withdrawClaim({ claim: { slug: 'call-happened' }, reason: 'Two propositions in one.' });
 */
export type WithdrawClaimVariables = Exact<{
  input: WithdrawClaimInput;
}>;


export type WithdrawClaimData = {
  readonly withdrawClaim:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | WithdrawClaimPayload

};

/**
 * What linkClaims did.
 * @example
 * await record.linkClaims({
 *   from: { slug: 'call-land' },
 *   to: { slug: 'call-happened' },
 *   kind: 'PRESUPPOSES',
 *   judgement: 'CONFIRMED',
 * });
 */
export type LinkClaimsPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The link, as it is now on record. */
  readonly link: ClaimLink
};

/**
 * What `linkClaims` is asked.
 * @example
 * await record.linkClaims({
 *   from: { slug: 'call-land' },
 *   to: { slug: 'call-happened' },
 *   kind: 'PRESUPPOSES',
 *   judgement: 'CONFIRMED',
 * });
 */
export type LinkClaimsVariables = Exact<{
  input: LinkClaimsInput;
}>;


export type LinkClaimsData = {
  readonly linkClaims:
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | LinkClaimsPayload
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/**
 * What revokeClaimLink did.
 * @example await record.revokeClaimLink({ link: { id }, reason: 'They speak of different calls.' });
 */
export type RevokeClaimLinkPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The link, as it is now on record. */
  readonly link: ClaimLink
};

/**
 * What `revokeClaimLink` is asked.
 * @example await record.revokeClaimLink({ link: { id }, reason: 'They speak of different calls.' });
 */
export type RevokeClaimLinkVariables = Exact<{
  input: RevokeClaimLinkInput;
}>;


export type RevokeClaimLinkData = {
  readonly revokeClaimLink:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RevokeClaimLinkPayload
    | RefusalFacts_TextInvalid

};

/**
 * A page of a list of ClaimLink entries.
 * @example
 * const page = await record.claim.links({ by: { slug: 'call-happened' }, kind: 'PRESUPPOSES', direction: 'INCOMING' });
 */
export type ClaimLinkPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<ClaimLink>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `claimArticles` is asked.
 * @example
 * for await (const article of record.claim.articles.all({ by: { slug: 'call-happened' } })) show(article);
 */
export type ClaimArticlesVariables = Exact<{
  by: ClaimBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimArticlesData = {
  readonly claim: {
    readonly articles: ArticlePage
  } | null
};

/**
 * What `claimLinks` is asked.
 * @example
 * const page = await record.claim.links({ by: { slug: 'call-happened' }, kind: 'PRESUPPOSES', direction: 'INCOMING' });
 */
export type ClaimLinksVariables = Exact<{
  by: ClaimBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  kind?: ClaimLinkKind | null | undefined;
  direction?: LinkDirection | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimLinksData = {
  readonly claim: {
    readonly links: ClaimLinkPage
  } | null
};

/**
 * What `claimStances` is asked.
 * @example
 * const denials = { by: { slug: 'call-happened' }, filter: { polarity: 'AGAINST' } } as const;
 * for await (const stance of record.claim.stances.all(denials)) show(stance);
 */
export type ClaimStancesVariables = Exact<{
  by: ClaimBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: StanceFilter | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimStancesData = {
  readonly claim: {
    readonly stances: StancePage
  } | null
};

/**
 * A claim has become public. At a checkpoint all but the cursor is null.
 * @example
 * for await (const { claim, cursor } of record.claimAdded({ after: await saved(), signal })) {
 *   if (claim) show(claim);
 *   await save(cursor);
 * }
 */
export type ClaimAdded = {
  /** Its place in the feed. Save it when you are done with the event: it is the next `after`. */
  readonly cursor: string,
  /** When it became public; null at a checkpoint. */
  readonly at: string | null,
  /** The claim, as it is and is worded by now; null at a checkpoint, and where it is not public any more. */
  readonly claim: Claim | null
};

/**
 * The standing of a claim has changed. At a checkpoint all but the cursor is null.
 * @example
 * for await (const { claim, from, to } of record.standingChanged({ filter: { to: 'DISPUTED' }, signal })) {
 *   console.log(claim?.text, from, to);
 * }
 */
export type StandingChanged = {
  /** Its place in the feed. Save it when you are done with the event: it is the next `after`. */
  readonly cursor: string,
  /** When it changed; null at a checkpoint. */
  readonly at: string | null,
  /** What its status was; null at a checkpoint. */
  readonly from: Open<StandingStatus> | null,
  /** What its status became; null at a checkpoint. */
  readonly to: Open<StandingStatus> | null,
  /** The claim, as it is and is worded by now; null at a checkpoint, and where it is not public any more. */
  readonly claim: Claim | null,
  /** What brought it: a stance, evidence, an article, a link or an affiliation. Null at a checkpoint, and where you may not see it. */
  readonly because:
    | NodeMention_Actor
    | NodeMention_ActorMerge
    | NodeMention_Affiliation
    | NodeMention_Article
    | NodeMention_Claim
    | NodeMention_ClaimLink
    | NodeMention_Evidence
    | NodeMention_Stance
    | NodeMention_Token
   | null
};

/**
 * A change of the record. At a checkpoint all but the cursor is null.
 * @example
 * for await (const { type, subject } of record.recordEvents({ signal })) console.log(type, subject?.id);
 */
export type RecordEvent = {
  /** Its place in the feed. Save it when you are done with the event: it is the next `after`. */
  readonly cursor: string,
  /** What happened; null at a checkpoint. */
  readonly type: Open<EventType> | null,
  /** When; no two events have the same moment. Null at a checkpoint. */
  readonly at: string | null,
  /** Why, where a reason was given: for EDITOR tokens and higher. */
  readonly reason: string | null,
  /** What the status of the claim was, where a standing changed; null elsewhere. */
  readonly from: Open<StandingStatus> | null,
  /** What the status of the claim became, where a standing changed; null elsewhere. */
  readonly to: Open<StandingStatus> | null,
  /** What changed the standing: a stance, evidence, an article, a link, an affiliation or a merge. Null where none changed, and where you may not see it. */
  readonly because:
    | NodeMention_Actor
    | NodeMention_ActorMerge
    | NodeMention_Affiliation
    | NodeMention_Article
    | NodeMention_Claim
    | NodeMention_ClaimLink
    | NodeMention_Evidence
    | NodeMention_Stance
    | NodeMention_Token
   | null,
  /** By whose token: for EDITOR tokens and higher. Null where the owner of the file did it. */
  readonly by: {
    readonly id: string,
    readonly name: string,
    readonly role: Open<Role>
  } | null,
  /** What was changed, as it was before. */
  readonly before: ReadonlyArray<FormerValue>,
  /** What it happened to, as it is by now; null where you may not see it. */
  readonly subject:
    | NodeMention_Actor
    | NodeMention_ActorMerge
    | NodeMention_Affiliation
    | NodeMention_Article
    | NodeMention_Claim
    | NodeMention_ClaimLink
    | NodeMention_Evidence
    | NodeMention_Stance
    | NodeMention_Token
   | null
};

/**
 * A value that a change has replaced.
 * @example
 * for await (const { type, subject } of record.recordEvents({ signal })) console.log(type, subject?.id);
 */
export type FormerValue = {
  /** The key whose value it was. */
  readonly key: string,
  /** The value as JSON; a reference is an id. Null where it was unknown, or a claim that you may not see. */
  readonly value: string | null
};

/**
 * A page of the log, the earliest event first.
 * @example const { nodes, pageInfo } = await record.recordEvents.page({ after: saved });
 */
export type EventPage = {
  /** The place in the feed at which the page was read: where there is no next page, go on from here. */
  readonly feedCursor: string,
  /** The events. */
  readonly nodes: ReadonlyArray<RecordEvent>,
  /** Where the page stands. Its cursors are cursors of the feed. */
  readonly pageInfo: PageInfo
};

/**
 * What `claimAdded` is asked.
 * @example
 * for await (const { claim, cursor } of record.claimAdded({ after: await saved(), signal })) {
 *   if (claim) show(claim);
 *   await save(cursor);
 * }
 */
export type ClaimAddedVariables = Exact<{
  after?: string | null | undefined;
  filter?: ClaimAddedFilter | null | undefined;
  checkpoints?: boolean | null | undefined;
}>;


export type ClaimAddedData = {
  readonly claimAdded: ClaimAdded
};

/**
 * What `standingChanged` is asked.
 * @example
 * for await (const { claim, from, to } of record.standingChanged({ filter: { to: 'DISPUTED' }, signal })) {
 *   console.log(claim?.text, from, to);
 * }
 */
export type StandingChangedVariables = Exact<{
  after?: string | null | undefined;
  filter?: StandingChangedFilter | null | undefined;
  checkpoints?: boolean | null | undefined;
}>;


export type StandingChangedData = {
  readonly standingChanged: StandingChanged
};

/**
 * What `recordEvents` is asked.
 * @example
 * for await (const { type, subject } of record.recordEvents({ signal })) console.log(type, subject?.id);
 */
export type RecordEventsVariables = Exact<{
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
  checkpoints?: boolean | null | undefined;
}>;


export type RecordEventsData = {
  readonly recordEvents: RecordEvent
};

/**
 * What `recordEventsPage` is asked.
 * @example const { nodes, pageInfo } = await record.recordEvents.page({ after: saved });
 */
export type RecordEventsPageVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
}>;


export type RecordEventsPageData = {
  readonly recordEvents: EventPage
};

/**
 * A value of a facet, and how many entries of the list have it.
 * @example
 * const { facets } = await record.articleFacets({ by: 'OUTLET' });
 */
export type FacetCount = {
  /** The value, as a filter takes it: the slug of an actor or outlet, a topic, a value of an enum; a month as `2026-11`. */
  readonly key: string,
  /** What to call it: a name, or words. */
  readonly label: string,
  /** How many entries of the list have it. */
  readonly count: number
};

/**
 * What `articleFacets` is asked.
 * @example
 * const { facets } = await record.articleFacets({ by: 'OUTLET' });
 */
export type ArticleFacetsVariables = Exact<{
  by: Facet;
  first?: number | null | undefined;
  filter?: ArticleFilter | null | undefined;
}>;


export type ArticleFacetsData = {
  readonly articles: {
    readonly totalCount: number | null,
    readonly totalCountIsExact: boolean,
    readonly facets: ReadonlyArray<FacetCount>
  }
};

/**
 * What `claimFacets` is asked.
 * @example
 * const { facets, totalCount } = await record.claimFacets({ by: 'TOPIC', filter: { status: 'DISPUTED' } });
 */
export type ClaimFacetsVariables = Exact<{
  by: Facet;
  first?: number | null | undefined;
  filter?: ClaimFilter | null | undefined;
}>;


export type ClaimFacetsData = {
  readonly claims: {
    readonly totalCount: number | null,
    readonly totalCountIsExact: boolean,
    readonly facets: ReadonlyArray<FacetCount>
  }
};

/**
 * What `stanceFacets` is asked.
 * @example
 * const { facets } = await record.stanceFacets({ by: 'MONTH_SAID', filter: { actor: { slug: 'kremlin' } } });
 */
export type StanceFacetsVariables = Exact<{
  by: Facet;
  first?: number | null | undefined;
  filter?: StanceFilter | null | undefined;
}>;


export type StanceFacetsData = {
  readonly stances: {
    readonly totalCount: number | null,
    readonly totalCountIsExact: boolean,
    readonly facets: ReadonlyArray<FacetCount>
  }
};

/**
 * What claims are about, in a word.
 * @example
 * for await (const { name, claimCount } of record.topics.all()) show(name, claimCount);
 */
export type Topic = {
  /** The word, as `ClaimFilter.topic` takes it. */
  readonly name: string,
  /** How many claims have it that are public and not withdrawn, those that are one once, counted up to 10000. */
  readonly claimCount: number,
  /** Whether `claimCount` is the whole number. Where it is not, there are more than 10000. */
  readonly claimCountIsExact: boolean
};

/**
 * A page of a list of Topic entries.
 * @example
 * for await (const { name, claimCount } of record.topics.all()) show(name, claimCount);
 */
export type TopicPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Topic>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `topics` is asked.
 * @example
 * for await (const { name, claimCount } of record.topics.all()) show(name, claimCount);
 */
export type TopicsVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type TopicsData = {
  readonly topics: TopicPage
};

/**
 * A change of the status of a claim, and what brought it.
 * @example
 * const { nodes } = await record.standingChanges({ filter: { topic: 'ukraine' }, first: 50 });
 */
export type StandingChange = {
  /** Since when, by the record’s clock: the moment of what brought it, as `since` tells it. */
  readonly at: string,
  /** What the status was. */
  readonly from: Open<StandingStatus>,
  /** What it became. */
  readonly to: Open<StandingStatus>,
  /** What brought it: a stance, evidence, an article, a link, an affiliation or a merge. Null where you may not see it. */
  readonly because:
    | NodeMention_Actor
    | NodeMention_ActorMerge
    | NodeMention_Affiliation
    | NodeMention_Article
    | NodeMention_Claim
    | NodeMention_ClaimLink
    | NodeMention_Evidence
    | NodeMention_Stance
    | NodeMention_Token
   | null
};

/**
 * A page of a list of StandingChange entries.
 * @example
 * for await (const { at, from, to } of record.claim.timeline.all({ by: { slug: 'call-happened' } })) show(at, from, to);
 */
export type StandingChangePage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<StandingChange>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `claimTimeline` is asked.
 * @example
 * for await (const { at, from, to } of record.claim.timeline.all({ by: { slug: 'call-happened' } })) show(at, from, to);
 */
export type ClaimTimelineVariables = Exact<{
  by: ClaimBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimTimelineData = {
  readonly claim: {
    readonly timeline: StandingChangePage
  } | null
};

/**
 * A change of the status of a claim, with the claim, as it is by now.
 * @example
 * const { nodes } = await record.standingChanges({ filter: { topic: 'ukraine' }, first: 50 });
 */
export type ClaimStandingChange = (
  {
  /** When the record told of it, as `standingChanged` tells it: no two changes are of one moment, and a later one of a later. */
  readonly toldAt: string,
  /** Whether the claim had no status before that everyone could know of: it was new. */
  readonly isFirst: boolean,
  /** The claim, as it is and is worded by now. */
  readonly claim: (
    {
    readonly withdrawnAt: string | null
  }
    & ClaimMention
  )
}
  & StandingChange
);

/**
 * A page of a list of StandingChange entries.
 * @example
 * const { nodes } = await record.standingChanges({ filter: { topic: 'ukraine' }, first: 50 });
 */
export type ClaimStandingChangePage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<ClaimStandingChange>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `standingChanges` is asked.
 * @example
 * const { nodes } = await record.standingChanges({ filter: { topic: 'ukraine' }, first: 50 });
 */
export type StandingChangesVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  toldBefore?: string | Date | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type StandingChangesData = {
  readonly standingChanges: ClaimStandingChangePage
};

/**
 * How a claim was worded before it was corrected, and until when.
 * @example
 * const page = await record.claim.corrections({ by: { slug: 'call-happened' } });
 */
export type ClaimCorrection = {
  /** Until when it was worded so: when it was corrected. */
  readonly at: string,
  /** How it was worded until then. */
  readonly text: string,
  /** The language of these words (BCP 47). */
  readonly language: string
};

/**
 * A page of a list of ClaimCorrection entries.
 * @example
 * const page = await record.claim.corrections({ by: { slug: 'call-happened' } });
 */
export type ClaimCorrectionPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<ClaimCorrection>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `claimCorrections` is asked.
 * @example
 * const page = await record.claim.corrections({ by: { slug: 'call-happened' } });
 */
export type ClaimCorrectionsVariables = Exact<{
  by: ClaimBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimCorrectionsData = {
  readonly claim: {
    readonly corrections: ClaimCorrectionPage
  } | null
};

/**
 * What `pageStarts` is asked.
 * @example
 * const orderBy = { field: 'RECORDED_AT', direction: 'ASC' } as const;
 * const starts = [null, ...(await record.pageStarts({ of: 'CLAIMS' }))];
 * const pages = await Promise.all(starts.map((after) => record.claims({ first: 100, after, orderBy })));
 */
export type PageStartsVariables = Exact<{
  of: RecordList;
}>;


export type PageStartsData = {
  readonly pageStarts: ReadonlyArray<string>
};

/**
 * A stance, and the earlier position of its holder's that it turned from.
 * @example
 * const page = await record.claim.saidAgain({ by: { slug: 'call-happened' }, first: 1 });
 * console.log(page?.nodes[0]?.actor.name);
 */
export type StanceSaidAgain = (
  {
  /** The earlier position of the same actor on the same claim that it turned from, or took back; null where it did neither. */
  readonly turnedFrom: StanceMention | null
}
  & Stance
);

/**
 * A page of a list of Stance entries.
 * @example
 * const page = await record.claim.saidAgain({ by: { slug: 'call-happened' }, first: 1 });
 * console.log(page?.nodes[0]?.actor.name);
 */
export type StanceSaidAgainPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<StanceSaidAgain>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `claimSaidAgain` is asked.
 * @example
 * const page = await record.claim.saidAgain({ by: { slug: 'call-happened' }, first: 1 });
 * console.log(page?.nodes[0]?.actor.name);
 */
export type ClaimSaidAgainVariables = Exact<{
  by: ClaimBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ClaimSaidAgainData = {
  readonly claim: {
    readonly saidAgain: StanceSaidAgainPage
  } | null
};

/**
 * Where an actor turned, in both its words.
 * @example
 * for await (const { claim, earlier, later } of record.actor.reversals.all({ by: { slug: 'kremlin' } })) show(claim, earlier, later);
 */
export type Reversal = {
  /** On which claim. */
  readonly claim: ClaimMention,
  /** The position that it had taken before. */
  readonly earlier: Stance,
  /** The stance with which it turned. */
  readonly later: Stance
};

/**
 * A page of a list of Reversal entries.
 * @example
 * for await (const { claim, earlier, later } of record.actor.reversals.all({ by: { slug: 'kremlin' } })) show(claim, earlier, later);
 */
export type ReversalPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Reversal>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `actorReversals` is asked.
 * @example
 * for await (const { claim, earlier, later } of record.actor.reversals.all({ by: { slug: 'kremlin' } })) show(claim, earlier, later);
 */
export type ActorReversalsVariables = Exact<{
  by: ActorBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorReversalsData = {
  readonly actor: {
    readonly reversals: ReversalPage
  } | null
};

/**
 * Where a spokesperson's stance points another way than its principal's own.
 * @example
 * for await (const { claim, stance, spoken } of record.actor.splits.all({ by: { slug: 'kremlin' } })) show(claim, stance, spoken);
 */
export type Split = {
  /** On which claim. */
  readonly claim: ClaimMention,
  /** The principal’s own stance: it counts for both. */
  readonly stance: Stance,
  /** The spokesperson’s stance. */
  readonly spoken: Stance
};

/**
 * A page of a list of Split entries.
 * @example
 * for await (const { claim, stance, spoken } of record.actor.splits.all({ by: { slug: 'kremlin' } })) show(claim, stance, spoken);
 */
export type SplitPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Split>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `actorSplits` is asked.
 * @example
 * for await (const { claim, stance, spoken } of record.actor.splits.all({ by: { slug: 'kremlin' } })) show(claim, stance, spoken);
 */
export type ActorSplitsVariables = Exact<{
  by: ActorBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type ActorSplitsData = {
  readonly actor: {
    readonly splits: SplitPage
  } | null
};

/**
 * A claim on which several actors stand.
 * @example
 * const { nodes } = await record.compareActors({ actors: [{ slug: 'kremlin' }, { slug: 'washington-post' }], agree: false });
 */
export type Comparison = {
  /** Whether all of these point the same way. */
  readonly agree: boolean,
  /** On which claim. */
  readonly claim: ClaimMention,
  /** The stance of each that counts, in the order in which the actors are named. */
  readonly stances: ReadonlyArray<Stance>
};

/**
 * A page of a list of Comparison entries.
 * @example
 * const { nodes } = await record.compareActors({ actors: [{ slug: 'kremlin' }, { slug: 'washington-post' }], agree: false });
 */
export type ComparisonPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Comparison>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `compareActors` is asked.
 * @example
 * const { nodes } = await record.compareActors({ actors: [{ slug: 'kremlin' }, { slug: 'washington-post' }], agree: false });
 */
export type CompareActorsVariables = Exact<{
  actors: ReadonlyArray<ActorBy>;
  agree?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type CompareActorsData = {
  readonly compareActors: ComparisonPage
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Actor = {
  readonly __typename: 'Actor',
  readonly slug: string,
  readonly name: string,
  readonly id: string,
  readonly actorKind: Open<ActorKind>
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_ActorMerge = {
  readonly __typename: 'ActorMerge',
  readonly judgement: Open<Judgement>,
  readonly id: string,
  readonly fromActor: ActorMention,
  readonly intoActor: ActorMention
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Affiliation = {
  readonly __typename: 'Affiliation',
  readonly id: string,
  readonly affiliationKind: Open<AffiliationKind>,
  readonly actor: ActorMention,
  readonly of: ActorMention
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Article = {
  readonly __typename: 'Article',
  readonly slug: string,
  readonly title: string,
  readonly url: string | null,
  readonly id: string
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Claim = {
  readonly __typename: 'Claim',
  readonly slug: string,
  readonly text: string,
  readonly id: string,
  readonly claimKind: Open<ClaimKind>
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_ClaimLink = {
  readonly __typename: 'ClaimLink',
  readonly judgement: Open<Judgement>,
  readonly id: string,
  readonly linkKind: Open<ClaimLinkKind>,
  readonly fromClaim: ClaimMention,
  readonly toClaim: ClaimMention
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Evidence = {
  readonly __typename: 'Evidence',
  readonly quote: string | null,
  readonly id: string,
  readonly article: ArticleMention
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Stance = {
  readonly __typename: 'Stance',
  readonly slug: string,
  readonly polarity: Open<Polarity>,
  readonly id: string,
  readonly stanceKind: Open<StanceKind>,
  readonly actor: ActorMention,
  readonly claim: ClaimMention
};

/**
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention_Token = {
  readonly __typename: 'Token',
  readonly id: string
};

/**
 * Whatever has an id, as others mention it. `__typename` says what it is; kinds differ, and so do their names here.
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeMention =
  | NodeMention_Actor
  | NodeMention_ActorMerge
  | NodeMention_Affiliation
  | NodeMention_Article
  | NodeMention_Claim
  | NodeMention_ClaimLink
  | NodeMention_Evidence
  | NodeMention_Stance
  | NodeMention_Token
;

/**
 * What `node` is asked.
 * @example
 * const node = await record.node({ id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export type NodeVariables = Exact<{
  id: string;
}>;


export type NodeData = {
  readonly node:
    | NodeMention_Actor
    | NodeMention_ActorMerge
    | NodeMention_Affiliation
    | NodeMention_Article
    | NodeMention_Claim
    | NodeMention_ClaimLink
    | NodeMention_Evidence
    | NodeMention_Stance
    | NodeMention_Token
   | null
};

/**
 * What `nodes` is asked.
 * @example const [first, second] = await record.nodes({ ids: [claim, article] });
 */
export type NodesVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type NodesData = {
  readonly nodes: ReadonlyArray<
    | NodeMention_Actor
    | NodeMention_ActorMerge
    | NodeMention_Affiliation
    | NodeMention_Article
    | NodeMention_Claim
    | NodeMention_ClaimLink
    | NodeMention_Evidence
    | NodeMention_Stance
    | NodeMention_Token
   | null>
};

/**
 * Where a page stands in its list: pass `endCursor` as `after` for the next one.
 * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
 */
export type PageInfo = {
  /** Whether more comes after it. */
  readonly hasNextPage: boolean,
  /** Whether more comes before it. */
  readonly hasPreviousPage: boolean,
  /** The cursor of its first entry; null where it is empty. */
  readonly startCursor: string | null,
  /** The cursor of its last entry; null where it is empty. */
  readonly endCursor: string | null
};

/**
 * The record as a whole: how much is on it, and where its feed ends.
 * @example const { counts } = await record.record();
 */
export type RecordSummary = {
  /** The end of the feed: passed as `after` to a subscription, it begins with what comes next. */
  readonly feedCursor: string,
  /** When it last changed, as far as you may know; null while it is empty. */
  readonly lastEventAt: string | null,
  /** How much is on it. */
  readonly counts: {
    readonly articles: number,
    readonly actors: number,
    readonly affiliations: number,
    readonly claims: number,
    readonly stances: number,
    readonly evidence: number,
    readonly links: number
  },
  /** What it and its programs agree on. */
  readonly versions: {
    readonly format: string,
    readonly database: string | null
  }
};

/**
 * What `summary` is asked.
 * @example const { counts } = await record.summary();
 */
export type SummaryVariables = Exact<{ [key: string]: never; }>;


export type SummaryData = {
  readonly record: RecordSummary
};

/**
 * What `record` is asked.
 * @example const { counts } = await record.record();
 */
export type RecordVariables = Exact<{ [key: string]: never; }>;


export type RecordData = {
  readonly record: RecordSummary
};

/**
 * Whoever asks.
 * @example if ((await record.viewer())?.role !== 'ADMIN') hideTheForm();
 */
export type Viewer = {
  /** The name of the token. */
  readonly name: string,
  /** What the token allows. */
  readonly role: Open<Role>
};

/**
 * What `viewer` is asked.
 * @example if ((await record.viewer())?.role !== 'ADMIN') hideTheForm();
 */
export type ViewerVariables = Exact<{ [key: string]: never; }>;


export type ViewerData = {
  readonly viewer: Viewer | null
};

/**
 * What importRecord did, or would do.
 * @example
 * const { created, unchanged } = await record.importRecord({ lines });
 */
export type ImportRecordPayload = {
  /** How many lines brought something new. */
  readonly created: number,
  /** How many lines told what is on record. */
  readonly unchanged: number,
  /** In a dry run, what the lines refer to and neither they nor the record hold: a noun and a reference each. */
  readonly missing: ReadonlyArray<string>,
  /** The feed’s cursor of the last event on record afterwards. */
  readonly cursor: string,
  /** The same by type. */
  readonly byType: ReadonlyArray<{
    readonly type: string,
    readonly created: number,
    readonly unchanged: number
  }>,
  /** The lines of what is on record with other content, which stays, as `onConflict` asks; counted neither as created nor as unchanged unless they add something. */
  readonly kept: ReadonlyArray<{
    readonly line: number,
    readonly noun: string,
    readonly reference: string,
    readonly keys: ReadonlyArray<string>
  }>,
  /** In a dry run, the claims that these lines and the record both hold and whose standing would change. Null where that is not known, since lines refer to another part. */
  readonly standings: ReadonlyArray<{
    readonly claim: string,
    readonly from: Open<StandingStatus>,
    readonly to: Open<StandingStatus>
  }> | null
};

/**
 * What `importRecord` is asked.
 * @example
 * const { created, unchanged } = await record.importRecord({ lines });
 */
export type ImportRecordVariables = Exact<{
  input: ImportRecordInput;
}>;


export type ImportRecordData = {
  readonly importRecord:
    | RefusalFacts_Conflict
    | ImportRecordPayload
    | RefusalFacts_InputInvalid
    | RefusalFacts_LinesRefused
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/**
 * What `exportRecord` is asked.
 * @example
 * let after: string | null = null;
 * do {
 *   const { lines, next } = await record.exportRecord({ after });
 *   write(lines);
 *   after = next;
 * } while (after !== null);
 */
export type ExportRecordVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  withoutTexts?: boolean | null | undefined;
  withoutQuotes?: boolean | null | undefined;
}>;


export type ExportRecordData = {
  readonly exportRecord: RecordExport
};

/**
 * Some lines of the record in the interchange format.
 * @example
 * let after: string | null = null;
 * do {
 *   const { lines, next } = await record.exportRecord({ after });
 *   write(lines);
 *   after = next;
 * } while (after !== null);
 */
export type RecordExport = {
  /** The lines, texts of articles included unless they are left out. */
  readonly lines: ReadonlyArray<string>,
  /** Passed as `after`, the lines that follow; null behind the last. */
  readonly next: string | null
};

/**
 * What `status` is asked.
 * @example const { epoch, lastEvent } = await record.status();
 */
export type StatusVariables = Exact<{ [key: string]: never; }>;


export type StatusData = {
  readonly status: RecordStatus
};

/**
 * What whoever runs the record wants to see first.
 * @example const { epoch, lastEvent } = await record.status();
 */
export type RecordStatus = {
  /** The random name of the log of events. */
  readonly epoch: string,
  /** The changes of the database’s structure, in the order in which they were made. */
  readonly migrations: ReadonlyArray<string>,
  /** What became of the file of the database, or of its log, where it is not in its place: `file gone`, `log replaced`. Every change is refused then. `file damaged` where the check has found that. Null where all is well. */
  readonly fileFault: string | null,
  /** Its last change; null before the first. */
  readonly lastEvent: {
    readonly seq: number,
    readonly type: Open<EventType>,
    readonly at: string
  } | null,
  /** How much it holds. */
  readonly counts: {
    readonly articles: number,
    readonly actors: number,
    readonly affiliations: number,
    readonly merges: number,
    readonly claims: number,
    readonly links: number,
    readonly stances: number,
    readonly drafts: number,
    readonly evidence: number,
    readonly events: number
  },
  /** All tokens, the oldest first. */
  readonly tokens: ReadonlyArray<Token>,
  /** The latest backup that was made of the file; null where none was. */
  readonly backup: Backup | null
};

/**
 * What `verifyRecord` is asked.
 * @example const { faults } = await record.verifyRecord({ timeoutMs: 600_000, retries: 0 });
 */
export type VerifyRecordVariables = Exact<{ [key: string]: never; }>;


export type VerifyRecordData = {
  readonly verifyRecord: Verification
};

/**
 * What was looked at, and what was found.
 * @example const { faults } = await record.verifyRecord({ timeoutMs: 600_000, retries: 0 });
 */
export type Verification = {
  /** How much is wrong in all. */
  readonly faultCount: number,
  /** How much was erased, and cannot be verified, in all. */
  readonly unverifiableCount: number,
  /** How many articles are on record without their text, and pieces of evidence in them: they are verified when it comes. */
  readonly withoutTextCount: number,
  /** What is wrong: the first thousand. */
  readonly faults: ReadonlyArray<RecordFault>,
  /** What cannot be verified since its text was erased: the first thousand. */
  readonly unverifiable: ReadonlyArray<RecordFault>,
  /** How much was looked at. */
  readonly checked: {
    readonly articles: number,
    readonly actors: number,
    readonly claims: number,
    readonly stances: number,
    readonly evidence: number,
    readonly events: number,
    readonly texts: number
  }
};

/**
 * Something that is wrong, or cannot be looked at.
 * @example const { faults } = await record.verifyRecord({ timeoutMs: 600_000, retries: 0 });
 */
export type RecordFault = {
  /** What sort of thing it is about. */
  readonly noun: string,
  /** Its public id; the number of an event. */
  readonly id: string,
  /** What is wrong. */
  readonly what: string
};

/**
 * A copy of the database file that was made while it was served.
 * @example await record.backUpRecord({ file: '/var/backups/record.db' }, { timeoutMs: 600_000 });
 */
export type Backup = {
  /** Its path on the machine of the server. */
  readonly file: string,
  /** How large it is. */
  readonly bytes: number,
  /** SHA-256 of the file in hex, which stands beside it, too. */
  readonly sha256: string,
  /** The number of the last event that it holds. */
  readonly seq: number,
  /** When it was made. */
  readonly at: string
};

/**
 * What backUpRecord did.
 * @example await record.backUpRecord({ file: '/var/backups/record.db' }, { timeoutMs: 600_000 });
 */
export type BackUpRecordPayload = {
  /** The backup that it made. */
  readonly backup: Backup
};

/**
 * What `backUpRecord` is asked.
 * @example await record.backUpRecord({ file: '/var/backups/record.db' }, { timeoutMs: 600_000 });
 */
export type BackUpRecordVariables = Exact<{
  input: BackUpRecordInput;
}>;


export type BackUpRecordData = {
  readonly backUpRecord:
    | BackUpRecordPayload
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_AlreadyWithdrawn = {
  readonly noun: string,
  readonly reference: string,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_AttributionBroken = {
  readonly attribution: ReadonlyArray<string>,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_ClaimRequired = {
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_Conflict = {
  readonly noun: string,
  readonly reference: string,
  readonly keys: ReadonlyArray<string>,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null,
  readonly changed: {
    readonly cursor: string,
    readonly type: Open<EventType> | null,
    readonly at: string | null,
    readonly by: {
      readonly name: string
    } | null
  } | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_EvidenceRequired = {
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_InputInvalid = {
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_LinesRefused = {
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null,
  readonly faults: ReadonlyArray<LineRefused>
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_NotOnRecord = {
  readonly noun: string,
  readonly reference: string,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_PageInvalid = {
  readonly fault: Open<PageFault>,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_QuoteAmbiguous = {
  readonly quote: string,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null,
  readonly places: ReadonlyArray<Passage>
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_QuoteNotInArticle = {
  readonly quote: string,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null,
  readonly nearest: ReadonlyArray<Passage>
};

/** @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }); */
export type RefusalFacts_TextInvalid = {
  readonly reason: Open<TextFault>,
  readonly code: Open<RefusalCode>,
  readonly message: string,
  readonly path: ReadonlyArray<string> | null
};

/**
 * Why the record refuses a change, with the facts of each case.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type RefusalFacts =
  | RefusalFacts_AlreadyWithdrawn
  | RefusalFacts_AttributionBroken
  | RefusalFacts_ClaimRequired
  | RefusalFacts_Conflict
  | RefusalFacts_EvidenceRequired
  | RefusalFacts_InputInvalid
  | RefusalFacts_LinesRefused
  | RefusalFacts_NotOnRecord
  | RefusalFacts_PageInvalid
  | RefusalFacts_QuoteAmbiguous
  | RefusalFacts_QuoteNotInArticle
  | RefusalFacts_TextInvalid
;

/**
 * A place in an article's text, and what stands there.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type Passage = {
  /** Where it starts, in UTF-16 code units. */
  readonly start: number,
  /** Where it ends, in UTF-16 code units. */
  readonly end: number,
  /** The words of the article there. */
  readonly text: string
};

/**
 * A line that may not be recorded, and why.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type LineRefused = {
  /** The number of the line; the first is 1. */
  readonly line: number,
  /** Which refusal it is. */
  readonly code: Open<RefusalCode>,
  /** One sentence for a person. */
  readonly message: string,
  /** Where in the line the refused value stands; null for the whole line. */
  readonly path: ReadonlyArray<string> | null
};

/**
 * What a search found, and the excerpts in which its words stand.
 * @example
 * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export type SearchHit = {
  /** Where it stands among what this search found. */
  readonly cursor: string,
  /** How well it fits (BM25), or, as of a moment, how many of the words it holds, those in its name twice: the higher, the better. Comparable among things of its kind in one search only. */
  readonly score: number,
  /** Where the words stand in it. Of an article’s text only for those who may read it. */
  readonly highlights: ReadonlyArray<{
    readonly field: Open<HighlightField>,
    readonly text: string,
    readonly matches: ReadonlyArray<{
      readonly start: number,
      readonly end: number
    }>
  }>,
  /** What was found. */
  readonly node:
    | NodeMention_Actor
    | NodeMention_Article
    | NodeMention_Claim

};

/**
 * A page of what a search found: the best of each kind, then the second of each, and so on.
 * @example
 * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export type SearchPage = {
  /** Whether what was found holds all words of the query or, where nothing holds them all, any of them. */
  readonly matched: Open<SearchMatch>,
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read. */
  readonly feedCursor: string,
  /** What was found, with its cursors and excerpts. */
  readonly nodes: ReadonlyArray<SearchHit>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `search` is asked.
 * @example
 * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export type SearchVariables = Exact<{
  query: string;
  in?: ReadonlyArray<SearchScope> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | Date | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type SearchData = {
  readonly search: SearchPage
};

/**
 * A claim that may say the same as a text, and how it relates to it.
 * @example
 * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export type ClaimMatch = {
  /** How well it fits (BM25): the higher, the better. Comparable for one text only. */
  readonly score: number,
  /** How it relates to the text, as a rule reads their words, numbers, dates and negations in English; SIMILAR wherever that is not sure, and for texts of more than 1,000 characters. A person decides. */
  readonly relation: Open<ClaimRelation>,
  /** The claim. */
  readonly claim: (
    {
    readonly review: Open<Review>
  }
    & ClaimMention
  )
};

/**
 * What `similarClaims` is asked.
 * @example
 * const [best] = await record.similarClaims({ text: 'They spoke by phone on Thursday.', first: 5 });
 * console.log(best?.relation, best?.claim.text);
 */
export type SimilarClaimsVariables = Exact<{
  text: string;
  first?: number | null | undefined;
}>;


export type SimilarClaimsData = {
  readonly similarClaims: ReadonlyArray<ClaimMatch>
};

/**
 * A stance as others mention it.
 * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
 */
export type StanceMention = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** How the actor stands. */
  readonly kind: Open<StanceKind>,
  /** Which way it points; follows from `kind`. */
  readonly polarity: Open<Polarity>,
  /** Who holds it: the actor that is shown, where several are one. */
  readonly actor: ActorMention,
  /** What it is a position on: the wording that is shown, where there are several. */
  readonly claim: ClaimMention
};

/**
 * The exact words of an article that show a stance, and through whom they reached us.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type Evidence = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** The words, letter for letter. Null only where the article was erased. */
  readonly quote: string | null,
  /** Where the quote starts in the article’s text, in UTF-16 code units. */
  readonly start: number,
  /** Where it ends: the first code unit after it. */
  readonly end: number,
  /** Up to 32 characters before the quote; empty where the record holds no text. */
  readonly prefix: string,
  /** Up to 32 characters after the quote; empty where the record holds no text. */
  readonly suffix: string,
  /** How the words render what was said. */
  readonly mode: Open<EvidenceMode>,
  /** The word that reports the saying: “denied”, “according to”. */
  readonly cue: string | null,
  /** The language in which it was said, where the article translates (BCP 47). */
  readonly spokenLanguage: string | null,
  /** How sure a machine was of its reading, from 0 to 1. Null for a person’s reading. */
  readonly confidence: number | null,
  /** The machine that read it, and its version: `rules/1`. Null where a person did. */
  readonly extractor: string | null,
  /** The article’s address with a text fragment, so that a browser scrolls to the words. Null without an address. */
  readonly permalink: string | null,
  /** When it was taken off: the record had it wrong. */
  readonly withdrawnAt: string | null,
  /** Where the words stand. */
  readonly article: ArticleMention,
  /** Through whom the words reached us: the publisher first, the holder of the stance last. */
  readonly attribution: ReadonlyArray<ActorMention>,
  /** On whose word we have it: the last before the holder, or else the publisher. */
  readonly onWordOf: ActorMention
};

/**
 * One actor’s position on one claim, at a time, shown by the words of articles.
 * @example
 * const claim = await record.claim({ by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export type Stance = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Its name in links: unique, and the same for ever. */
  readonly slug: string,
  /** How the actor stands. */
  readonly kind: Open<StanceKind>,
  /** Which way it points; follows from `kind`. */
  readonly polarity: Open<Polarity>,
  /** How sure the speaker sounds. */
  readonly certainty: Open<Certainty>,
  /** The instant at which it was taken, where an article gives one. */
  readonly saidAt: string | null,
  /** The day on which it was taken. */
  readonly saidOn: string | null,
  /** The article’s own words for the time: “on Monday”. */
  readonly saidPhrase: string | null,
  /** When another record first held it, where an import told that. */
  readonly knownBy: string | null,
  /** The curator’s reason, where words alone do not show it. */
  readonly note: string | null,
  /** Whether an unnamed source stands before the holder in every chain. */
  readonly hearsay: boolean,
  /** Whether every chain passes through an actor that retracted. It no longer counts then. */
  readonly carrierRetracted: boolean,
  /** What a reviewer decided. */
  readonly review: Open<Review>,
  /** When it was put on record. */
  readonly recordedAt: string,
  /** When it was taken off: the record had it wrong. */
  readonly withdrawnAt: string | null,
  /** Why it was taken off. Needs an EDITOR token, and is null without one. */
  readonly withdrawnReason: string | null,
  /** When it was taken, as far as is known. */
  readonly effectiveAt: {
    readonly at: string,
    readonly basis: Open<TimeBasis>
  },
  /** Who holds it: the actor that is shown, where several are one. */
  readonly actor: ActorMention,
  /** What it is a position on: the wording that is shown, where there are several. */
  readonly claim: ClaimMention,
  /** The claim that the occasion took place, as in “in that call he said”. */
  readonly saidIn: ClaimMention | null,
  /** The exact words that show it, as they were put on record. */
  readonly evidence: ReadonlyArray<Evidence>
};

/**
 * A page of a list of Stance entries.
 * @example
 * for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) {
 *   console.log(stance.kind, stance.claim.text);
 * }
 */
export type StancePage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Stance>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `stances` is asked.
 * @example
 * for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) {
 *   console.log(stance.kind, stance.claim.text);
 * }
 */
export type StancesVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: StanceFilter | null | undefined;
  orderBy?: StanceOrder | null | undefined;
  asOf?: string | Date | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type StancesData = {
  readonly stances: StancePage
};

/**
 * What recordStance did.
 * @example
 * const { stance, created } = await record.recordStance({
 *   claim: { slug: 'call-happened' },
 *   actor: { slug: 'kremlin' },
 *   kind: 'DENIES',
 *   certainty: 'FIRM',
 *   evidence: [{ article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }],
 * });
 */
export type RecordStancePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The stance, as it is now on record. */
  readonly stance: Stance
};

/**
 * What `recordStance` is asked.
 * @example
 * const { stance, created } = await record.recordStance({
 *   claim: { slug: 'call-happened' },
 *   actor: { slug: 'kremlin' },
 *   kind: 'DENIES',
 *   certainty: 'FIRM',
 *   evidence: [{ article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }],
 * });
 */
export type RecordStanceVariables = Exact<{
  input: RecordStanceInput;
}>;


export type RecordStanceData = {
  readonly recordStance:
    | RefusalFacts_AttributionBroken
    | RefusalFacts_Conflict
    | RefusalFacts_EvidenceRequired
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_QuoteAmbiguous
    | RefusalFacts_QuoteNotInArticle
    | RecordStancePayload
    | RefusalFacts_TextInvalid

};

/**
 * What updateStance did.
 * @example await record.updateStance({ stance: { id }, saidOn: '2024-11-08', saidPhrase: 'on Friday' });
 */
export type UpdateStancePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The stance, as it is now on record. */
  readonly stance: Stance
};

/**
 * What `updateStance` is asked.
 * @example await record.updateStance({ stance: { id }, saidOn: '2024-11-08', saidPhrase: 'on Friday' });
 */
export type UpdateStanceVariables = Exact<{
  input: UpdateStanceInput;
}>;


export type UpdateStanceData = {
  readonly updateStance:
    | RefusalFacts_Conflict
    | RefusalFacts_EvidenceRequired
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | UpdateStancePayload

};

/**
 * What addEvidence did.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type AddEvidencePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The piece of evidence, as it is now on record. */
  readonly evidence: Evidence
};

/**
 * What `addEvidence` is asked.
 * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export type AddEvidenceVariables = Exact<{
  input: AddEvidenceInput;
}>;


export type AddEvidenceData = {
  readonly addEvidence:
    | AddEvidencePayload
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_AttributionBroken
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_QuoteAmbiguous
    | RefusalFacts_QuoteNotInArticle
    | RefusalFacts_TextInvalid

};

/**
 * What withdrawEvidence did.
 * @example await record.withdrawEvidence({ evidence: { id }, reason: 'Said of another call.' });
 */
export type WithdrawEvidencePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The piece of evidence, as it is now on record. */
  readonly evidence: Evidence
};

/**
 * What `withdrawEvidence` is asked.
 * @example await record.withdrawEvidence({ evidence: { id }, reason: 'Said of another call.' });
 */
export type WithdrawEvidenceVariables = Exact<{
  input: WithdrawEvidenceInput;
}>;


export type WithdrawEvidenceData = {
  readonly withdrawEvidence:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | WithdrawEvidencePayload

};

/**
 * What reviewStance did.
 * @example await record.reviewStance({ stance: { id }, review: 'VERIFIED', claim: { slug: 'call-happened' } });
 */
export type ReviewStancePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The stance, as it is now on record. */
  readonly stance: Stance
};

/**
 * What `reviewStance` is asked.
 * @example await record.reviewStance({ stance: { id }, review: 'VERIFIED', claim: { slug: 'call-happened' } });
 */
export type ReviewStanceVariables = Exact<{
  input: ReviewStanceInput;
}>;


export type ReviewStanceData = {
  readonly reviewStance:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_AttributionBroken
    | RefusalFacts_ClaimRequired
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_QuoteAmbiguous
    | RefusalFacts_QuoteNotInArticle
    | ReviewStancePayload
    | RefusalFacts_TextInvalid

};

/**
 * What undoReview did.
 * @example const { stance: draft } = await record.undoReview({ stance: { id }, reason: 'Accepted in error.' });
 */
export type UndoReviewPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The stance, as it is now on record. */
  readonly stance: Stance
};

/**
 * What `undoReview` is asked.
 * @example const { stance: draft } = await record.undoReview({ stance: { id }, reason: 'Accepted in error.' });
 */
export type UndoReviewVariables = Exact<{
  input: UndoReviewInput;
}>;


export type UndoReviewData = {
  readonly undoReview:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_AttributionBroken
    | RefusalFacts_Conflict
    | RefusalFacts_EvidenceRequired
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_QuoteAmbiguous
    | RefusalFacts_QuoteNotInArticle
    | RefusalFacts_TextInvalid
    | UndoReviewPayload

};

/**
 * What withdrawStance did.
 * @example await record.withdrawStance({ stance: { id }, reason: 'It was said of another call.' });
 */
export type WithdrawStancePayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The stance, as it is now on record. */
  readonly stance: Stance
};

/**
 * What `withdrawStance` is asked.
 * @example await record.withdrawStance({ stance: { id }, reason: 'It was said of another call.' });
 */
export type WithdrawStanceVariables = Exact<{
  input: WithdrawStanceInput;
}>;


export type WithdrawStanceData = {
  readonly withdrawStance:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid
    | WithdrawStancePayload

};

/**
 * A stance that a machine drafted, with what its claim and its actor may be instead.
 * @example
 * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export type Draft = (
  {
  /** Why a draft cannot be accepted as it is; null where it can. Needs an EDITOR token, and is null without one. */
  readonly unsure: Open<DraftDoubt> | null,
  /** What it is a position on: the wording that is shown, where there are several. */
  readonly claim: {
    readonly kind: Open<ClaimKind>,
    readonly review: Open<Review>
  },
  /** Other claims that may be the same as its claim, the best first, and drafts after what is on record: for whoever reviews a draft. Of a draft that leaves open what is denied, the other claims of its article, the nearest first. Needs an EDITOR token, and is null without one. */
  readonly claimCandidates: ReadonlyArray<ClaimMatch> | null,
  /** Other actors that are called much like its actor, the best first: for whoever reviews a draft. Needs an EDITOR token, and is null without one. */
  readonly actorCandidates: ReadonlyArray<ActorMention> | null,
  /** For a draft: the stance on record of the same actor and kind, on its claim or on one in the same words, of which it may be further evidence (`evidenceOf` of `reviewStance`). Needs an EDITOR token, and is null without one. */
  readonly furtherEvidenceOf: StanceMention | null,
  /** For a draft: other drafts of its article, by another extractor, that read the same words otherwise: another position of the same actor on the claim, another claim of the same actor, or another actor with that position. One of them can be right at most. Needs an EDITOR token, and is null without one. */
  readonly readOtherwise: ReadonlyArray<StanceMention> | null
}
  & Stance
);

/**
 * A page of a list of Stance entries.
 * @example
 * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export type DraftPage = {
  /** How many entries the whole list has, counted up to 10000, and only where it is asked for. */
  readonly totalCount?: number | null,
  /** Whether `totalCount` is the whole number. Where it is not, there are more than 10000. */
  readonly totalCountIsExact?: boolean,
  /** The place in the feed at which the page was read: passed as `after` to a subscription, nothing is missed between list and feed. */
  readonly feedCursor: string,
  /** The entries. */
  readonly nodes: ReadonlyArray<Draft>,
  /** Where the page stands. */
  readonly pageInfo: PageInfo
};

/**
 * What `drafts` is asked.
 * @example
 * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export type DraftsVariables = Exact<{
  article: ArticleBy;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotalCount?: boolean | null | undefined;
}>;


export type DraftsData = {
  readonly drafts: DraftPage
};

/**
 * A token as its administrators see it: never its secret.
 * @example const { secret } = await record.createToken({ name: 'newsroom', role: 'EDITOR' });
 */
export type Token = {
  /** Opaque, and the same for ever. */
  readonly id: string,
  /** Who or what holds it. */
  readonly name: string,
  /** What it allows. */
  readonly role: Open<Role>,
  /** When it was created. */
  readonly recordedAt: string,
  /** When it ends by itself, if ever. */
  readonly expiresAt: string | null,
  /** When it was revoked; null while it holds. */
  readonly revokedAt: string | null,
  /** When it was last used, as far as is kept; null where it never was. */
  readonly lastUsedAt: string | null
};

/**
 * What createToken did.
 * @example const { secret } = await record.createToken({ name: 'newsroom', role: 'EDITOR' });
 */
export type CreateTokenPayload = {
  /** What is sent as `Authorization: Bearer …`. Told now and never again. */
  readonly secret: string,
  /** True: each token is a new one. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The token, as it is now on record. */
  readonly token: Token
};

/**
 * What `createToken` is asked.
 * @example const { secret } = await record.createToken({ name: 'newsroom', role: 'EDITOR' });
 */
export type CreateTokenVariables = Exact<{
  input: CreateTokenInput;
}>;


export type CreateTokenData = {
  readonly createToken:
    | RefusalFacts_Conflict
    | CreateTokenPayload
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RefusalFacts_TextInvalid

};

/**
 * What revokeToken did.
 * @example await record.revokeToken({ token: { id } });
 */
export type RevokeTokenPayload = {
  /** Whether it is new on record; false where it was changed, or was there already. */
  readonly created: boolean,
  /** The feed’s cursor of its event: passed as `after`, the feed begins after it. */
  readonly cursor: string,
  /** The token, as it is now on record. */
  readonly token: Token
};

/**
 * What `revokeToken` is asked.
 * @example await record.revokeToken({ token: { id } });
 */
export type RevokeTokenVariables = Exact<{
  input: RevokeTokenInput;
}>;


export type RevokeTokenData = {
  readonly revokeToken:
    | RefusalFacts_AlreadyWithdrawn
    | RefusalFacts_Conflict
    | RefusalFacts_InputInvalid
    | RefusalFacts_NotOnRecord
    | RevokeTokenPayload
    | RefusalFacts_TextInvalid

};

