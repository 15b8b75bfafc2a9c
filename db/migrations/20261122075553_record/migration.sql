CREATE TABLE `actor_merges` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`from_actor` integer NOT NULL,
	`into_actor` integer NOT NULL,
	`judgement` text NOT NULL,
	`reason` text,
	`recorded_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text,
	CONSTRAINT `fk_actor_merges_from_actor_actors_key_fk` FOREIGN KEY (`from_actor`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_actor_merges_into_actor_actors_key_fk` FOREIGN KEY (`into_actor`) REFERENCES `actors`(`key`),
	CONSTRAINT "actor_merge_judgement" CHECK("judgement" in ('SUGGESTED', 'CONFIRMED', 'REJECTED')),
	CONSTRAINT "actor_merge_of_two" CHECK("from_actor" <> "into_actor")
) STRICT;
--> statement-breakpoint
CREATE TABLE `actors` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`aliases` text NOT NULL,
	`description` text,
	`wikidata_id` text UNIQUE,
	`granted_by` integer,
	`recorded_at` integer NOT NULL,
	CONSTRAINT `fk_actors_granted_by_actors_key_fk` FOREIGN KEY (`granted_by`) REFERENCES `actors`(`key`),
	CONSTRAINT "actor_kind" CHECK("kind" in ('PERSON', 'ORGANIZATION', 'GOVERNMENT', 'OUTLET', 'GROUP', 'UNNAMED_SOURCE'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `affiliations` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`actor` integer NOT NULL,
	`of_actor` integer NOT NULL,
	`kind` text NOT NULL,
	`role` text,
	`from_date` text,
	`until_date` text,
	`recorded_at` integer NOT NULL,
	`ended_at` integer,
	CONSTRAINT `fk_affiliations_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_affiliations_of_actor_actors_key_fk` FOREIGN KEY (`of_actor`) REFERENCES `actors`(`key`),
	CONSTRAINT "affiliation_kind" CHECK("kind" in ('SPEAKS_FOR', 'MEMBER_OF', 'PART_OF', 'OWNED_BY')),
	CONSTRAINT "affiliation_of_two" CHECK("actor" <> "of_actor"),
	CONSTRAINT "affiliation_end" CHECK(("until_date" is null) = ("ended_at" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `article_withdrawals` (
	`key` integer PRIMARY KEY,
	`article` integer NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`restored_at` integer,
	CONSTRAINT `fk_article_withdrawals_article_articles_key_fk` FOREIGN KEY (`article`) REFERENCES `articles`(`key`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `articles` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`slug` text NOT NULL UNIQUE,
	`title` text NOT NULL,
	`text` text,
	`sha256` text NOT NULL,
	`language` text NOT NULL,
	`url` text,
	`outlet` integer,
	`credited_to` integer,
	`byline` text,
	`published_at` integer,
	`retrieved_at` integer,
	`supersedes` integer,
	`text_is_public` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`erased_at` integer,
	`published_ascending` integer GENERATED ALWAYS AS (coalesce("published_at", 9007199254740991)) VIRTUAL NOT NULL,
	`published_descending` integer GENERATED ALWAYS AS (coalesce("published_at", -9007199254740991)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_articles_outlet_actors_key_fk` FOREIGN KEY (`outlet`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_articles_credited_to_actors_key_fk` FOREIGN KEY (`credited_to`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_articles_supersedes_articles_key_fk` FOREIGN KEY (`supersedes`) REFERENCES `articles`(`key`),
	CONSTRAINT "article_sha256" CHECK(length("sha256") = 64),
	CONSTRAINT "article_withdrawal" CHECK(("withdrawn_at" is null) = ("withdrawn_reason" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `claim_links` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`from_claim` integer NOT NULL,
	`to_claim` integer NOT NULL,
	`kind` text NOT NULL,
	`judgement` text NOT NULL,
	`reason` text,
	`recorded_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text,
	CONSTRAINT `fk_claim_links_from_claim_claims_key_fk` FOREIGN KEY (`from_claim`) REFERENCES `claims`(`key`),
	CONSTRAINT `fk_claim_links_to_claim_claims_key_fk` FOREIGN KEY (`to_claim`) REFERENCES `claims`(`key`),
	CONSTRAINT "claim_link_kind" CHECK("kind" in ('SAME_AS', 'CONTRADICTS', 'ENTAILS', 'PRESUPPOSES', 'PART_OF', 'CORRECTS', 'UPDATES', 'ABOUT')),
	CONSTRAINT "claim_link_judgement" CHECK("judgement" in ('SUGGESTED', 'CONFIRMED', 'REJECTED')),
	CONSTRAINT "claim_link_of_two" CHECK("from_claim" <> "to_claim")
) STRICT;
--> statement-breakpoint
CREATE TABLE `claim_topics` (
	`topic` text NOT NULL,
	`claim` integer NOT NULL,
	CONSTRAINT `claim_topics_pk` PRIMARY KEY(`topic`, `claim`),
	CONSTRAINT `fk_claim_topics_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `claims` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`slug` text NOT NULL UNIQUE,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`topics` text NOT NULL,
	`happened_from` text,
	`happened_until` text,
	`review` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`public_at` integer,
	`listed` integer NOT NULL,
	`status` text NOT NULL,
	`only_unnamed_sources` integer NOT NULL,
	`standing_changed_at` integer NOT NULL,
	`happened_ascending` text GENERATED ALWAYS AS (coalesce("happened_from", '~')) VIRTUAL NOT NULL,
	`happened_descending` text GENERATED ALWAYS AS (coalesce("happened_from", '')) VIRTUAL NOT NULL,
	CONSTRAINT "claim_kind" CHECK("kind" in ('FACT', 'POSITION', 'COMMITMENT')),
	CONSTRAINT "claim_review" CHECK("review" in ('DRAFT', 'VERIFIED', 'REJECTED')),
	CONSTRAINT "claim_status" CHECK("status" in ('DISPUTED', 'DENIED', 'RETRACTED', 'QUESTIONED', 'CORROBORATED', 'ASSERTED', 'REPORTED', 'UNADDRESSED')),
	CONSTRAINT "claim_withdrawal" CHECK(("withdrawn_at" is null) = ("withdrawn_reason" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT,
	`type` text NOT NULL,
	`noun` text NOT NULL,
	`subject` integer NOT NULL,
	`at` integer NOT NULL UNIQUE,
	`by_token` integer,
	`visibility` text NOT NULL,
	`payload` text NOT NULL,
	CONSTRAINT `fk_events_by_token_tokens_key_fk` FOREIGN KEY (`by_token`) REFERENCES `tokens`(`key`),
	CONSTRAINT "event_type" CHECK("type" in ('ARTICLE_ADDED', 'ARTICLE_CHANGED', 'ARTICLE_WITHDRAWN', 'ARTICLE_RESTORED', 'ARTICLE_ERASED', 'ACTOR_ADDED', 'ACTOR_CHANGED', 'ACTORS_MERGED', 'ACTOR_MERGE_REVOKED', 'AFFILIATION_ADDED', 'AFFILIATION_ENDED', 'CLAIM_RECORDED', 'CLAIM_ADDED', 'CLAIM_CHANGED', 'CLAIM_WITHDRAWN', 'CLAIMS_LINKED', 'CLAIM_LINK_REVOKED', 'STANCE_ADDED', 'STANCE_REVIEWED', 'STANCE_WITHDRAWN', 'EVIDENCE_ADDED', 'EVIDENCE_WITHDRAWN', 'STANDING_CHANGED', 'TOKEN_CREATED', 'TOKEN_REVOKED')),
	CONSTRAINT "event_noun" CHECK("noun" in ('article', 'actor', 'affiliation', 'claim', 'link', 'merge', 'stance', 'evidence', 'token')),
	CONSTRAINT "event_visibility" CHECK("visibility" in ('PUBLIC', 'EDITORS', 'ADMINS'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `attributions` (
	`evidence` integer NOT NULL,
	`position` integer NOT NULL,
	`actor` integer NOT NULL,
	CONSTRAINT `attributions_pk` PRIMARY KEY(`evidence`, `position`),
	CONSTRAINT `fk_attributions_evidence_evidence_key_fk` FOREIGN KEY (`evidence`) REFERENCES `evidence`(`key`),
	CONSTRAINT `fk_attributions_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `evidence` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`stance` integer NOT NULL,
	`article` integer NOT NULL,
	`quote` text,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`mode` text NOT NULL,
	`cue` text,
	`spoken_language` text,
	`confidence` real,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	CONSTRAINT `fk_evidence_stance_stances_key_fk` FOREIGN KEY (`stance`) REFERENCES `stances`(`key`),
	CONSTRAINT `fk_evidence_article_articles_key_fk` FOREIGN KEY (`article`) REFERENCES `articles`(`key`),
	CONSTRAINT "evidence_mode" CHECK("mode" in ('DIRECT', 'MIXED', 'INDIRECT', 'NOMINAL', 'NARRATED')),
	CONSTRAINT "evidence_span" CHECK("start" >= 0 and "start" < "end"),
	CONSTRAINT "evidence_confidence" CHECK("confidence" between 0 and 1),
	CONSTRAINT "evidence_withdrawal" CHECK(("withdrawn_at" is null) = ("withdrawn_reason" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `meta` (
	`name` text PRIMARY KEY,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `reviews` (
	`key` integer PRIMARY KEY,
	`claim` integer,
	`stance` integer,
	`review` text NOT NULL,
	`reason` text,
	`by_token` integer,
	`recorded_at` integer NOT NULL,
	CONSTRAINT `fk_reviews_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT `fk_reviews_stance_stances_key_fk` FOREIGN KEY (`stance`) REFERENCES `stances`(`key`),
	CONSTRAINT `fk_reviews_by_token_tokens_key_fk` FOREIGN KEY (`by_token`) REFERENCES `tokens`(`key`),
	CONSTRAINT "review_of_one" CHECK(("claim" is null) <> ("stance" is null)),
	CONSTRAINT "review_review" CHECK("review" in ('DRAFT', 'VERIFIED', 'REJECTED'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `stances` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`slug` text NOT NULL UNIQUE,
	`claim` integer NOT NULL,
	`actor` integer NOT NULL,
	`kind` text NOT NULL,
	`polarity` text NOT NULL,
	`certainty` text NOT NULL,
	`said_at` integer,
	`said_on` text,
	`said_phrase` text,
	`said_in` integer,
	`note` text,
	`review` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`said_moment` integer,
	`listed` integer NOT NULL,
	`counting` integer NOT NULL,
	`hearsay` integer NOT NULL,
	`carrier_retracted` integer NOT NULL,
	`said_ascending` integer GENERATED ALWAYS AS (coalesce("said_moment", 9007199254740991)) VIRTUAL NOT NULL,
	`said_descending` integer GENERATED ALWAYS AS (coalesce("said_moment", -9007199254740991)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_stances_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT `fk_stances_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_stances_said_in_claims_key_fk` FOREIGN KEY (`said_in`) REFERENCES `claims`(`key`),
	CONSTRAINT "stance_kind" CHECK("kind" in ('ASSERTS', 'CONFIRMS', 'SUPPORTS', 'REPORTS', 'QUALIFIES', 'QUESTIONS', 'DECLINES', 'NO_REPLY', 'DENIES', 'OPPOSES', 'RETRACTS')),
	CONSTRAINT "stance_polarity" CHECK("polarity" in ('FOR', 'RELAYED', 'MIXED', 'NONE', 'AGAINST', 'WITHDRAWN')),
	CONSTRAINT "stance_certainty" CHECK("certainty" in ('FIRM', 'PLAIN', 'HEDGED')),
	CONSTRAINT "stance_review" CHECK("review" in ('DRAFT', 'VERIFIED', 'REJECTED')),
	CONSTRAINT "stance_withdrawal" CHECK(("withdrawn_at" is null) = ("withdrawn_reason" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `standings` (
	`claim` integer PRIMARY KEY,
	`rule` integer NOT NULL,
	`standing` text NOT NULL,
	CONSTRAINT `fk_standings_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT "standing_rule" CHECK("rule" between 1 and 8)
) STRICT;
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`token` integer NOT NULL,
	`idempotency_key` text NOT NULL,
	`request` text NOT NULL,
	`answer` text NOT NULL,
	`recorded_at` integer NOT NULL,
	CONSTRAINT `idempotency_keys_pk` PRIMARY KEY(`token`, `idempotency_key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tokens` (
	`key` integer PRIMARY KEY,
	`id` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL UNIQUE,
	`recorded_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	CONSTRAINT "token_role" CHECK("role" in ('READER', 'EDITOR', 'REVIEWER', 'ADMIN'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `actor_merges_in_force` ON `actor_merges` (`from_actor`,`into_actor`) WHERE "actor_merges"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX `actor_merges_by_into` ON `actor_merges` (`into_actor`);--> statement-breakpoint
CREATE INDEX `actors_by_kind` ON `actors` (`kind`);--> statement-breakpoint
CREATE INDEX `actors_by_name` ON `actors` (`name`);--> statement-breakpoint
CREATE INDEX `actors_by_kind_and_name` ON `actors` (`kind`,`name`);--> statement-breakpoint
CREATE INDEX `actors_by_recorded_at` ON `actors` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `actors_by_granted_by` ON `actors` (`granted_by`);--> statement-breakpoint
CREATE INDEX `affiliations_by_actor` ON `affiliations` (`actor`,`kind`);--> statement-breakpoint
CREATE INDEX `affiliations_by_of` ON `affiliations` (`of_actor`,`kind`);--> statement-breakpoint
CREATE INDEX `article_withdrawals_by_article` ON `article_withdrawals` (`article`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_text` ON `articles` (`sha256`,coalesce(outlet, 0));--> statement-breakpoint
CREATE INDEX `articles_by_outlet` ON `articles` (`outlet`);--> statement-breakpoint
CREATE INDEX `articles_by_credited_to` ON `articles` (`credited_to`);--> statement-breakpoint
CREATE INDEX `articles_by_language` ON `articles` (`language`);--> statement-breakpoint
CREATE INDEX `articles_by_url` ON `articles` (`url`);--> statement-breakpoint
CREATE INDEX `articles_by_supersedes` ON `articles` (`supersedes`);--> statement-breakpoint
CREATE INDEX `articles_by_recorded_at` ON `articles` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `articles_by_published_ascending` ON `articles` (`published_ascending`);--> statement-breakpoint
CREATE INDEX `articles_by_published_descending` ON `articles` (`published_descending`);--> statement-breakpoint
CREATE UNIQUE INDEX `claim_links_in_force` ON `claim_links` (`from_claim`,`to_claim`,`kind`) WHERE "claim_links"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX `claim_links_by_from` ON `claim_links` (`from_claim`,`kind`);--> statement-breakpoint
CREATE INDEX `claim_links_by_to` ON `claim_links` (`to_claim`,`kind`);--> statement-breakpoint
CREATE INDEX `claim_topics_by_claim` ON `claim_topics` (`claim`);--> statement-breakpoint
CREATE INDEX `claims_listed` ON `claims` (`listed`);--> statement-breakpoint
CREATE INDEX `claims_by_status` ON `claims` (`listed`,`status`);--> statement-breakpoint
CREATE INDEX `claims_by_status_and_change` ON `claims` (`listed`,`status`,`standing_changed_at`);--> statement-breakpoint
CREATE INDEX `claims_by_kind` ON `claims` (`listed`,`kind`);--> statement-breakpoint
CREATE INDEX `claims_by_language` ON `claims` (`listed`,`language`);--> statement-breakpoint
CREATE INDEX `claims_by_only_unnamed_sources` ON `claims` (`listed`,`only_unnamed_sources`);--> statement-breakpoint
CREATE INDEX `claims_by_standing_changed_at` ON `claims` (`listed`,`standing_changed_at`);--> statement-breakpoint
CREATE INDEX `claims_by_happened_ascending` ON `claims` (`listed`,`happened_ascending`);--> statement-breakpoint
CREATE INDEX `claims_by_happened_descending` ON `claims` (`listed`,`happened_descending`);--> statement-breakpoint
CREATE INDEX `claims_by_review` ON `claims` (`review`);--> statement-breakpoint
CREATE INDEX `claims_by_recorded_at` ON `claims` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `events_by_type` ON `events` (`type`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`noun`,`subject`);--> statement-breakpoint
CREATE INDEX `attributions_by_actor` ON `attributions` (`actor`,`evidence`);--> statement-breakpoint
CREATE INDEX `evidence_by_stance` ON `evidence` (`stance`);--> statement-breakpoint
CREATE INDEX `evidence_by_article` ON `evidence` (`article`,`stance`);--> statement-breakpoint
CREATE INDEX `reviews_by_claim` ON `reviews` (`claim`);--> statement-breakpoint
CREATE INDEX `reviews_by_stance` ON `reviews` (`stance`);--> statement-breakpoint
CREATE INDEX `stances_listed` ON `stances` (`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claim`,`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_claim_and_polarity` ON `stances` (`claim`,`counting`,`polarity`);--> statement-breakpoint
CREATE INDEX `stances_by_actor` ON `stances` (`actor`,`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_actor_and_claim` ON `stances` (`actor`,`listed`,`claim`);--> statement-breakpoint
CREATE INDEX `stances_by_actor_and_polarity` ON `stances` (`actor`,`counting`,`polarity`,`claim`);--> statement-breakpoint
CREATE INDEX `stances_by_kind` ON `stances` (`listed`,`kind`);--> statement-breakpoint
CREATE INDEX `stances_by_polarity` ON `stances` (`listed`,`polarity`);--> statement-breakpoint
CREATE INDEX `stances_by_certainty` ON `stances` (`listed`,`certainty`);--> statement-breakpoint
CREATE INDEX `stances_by_hearsay` ON `stances` (`listed`,`hearsay`);--> statement-breakpoint
CREATE INDEX `stances_by_said_ascending` ON `stances` (`listed`,`said_ascending`);--> statement-breakpoint
CREATE INDEX `stances_by_said_descending` ON `stances` (`listed`,`said_descending`);--> statement-breakpoint
CREATE INDEX `stances_by_said_in` ON `stances` (`said_in`);--> statement-breakpoint
CREATE INDEX `stances_by_review` ON `stances` (`review`);--> statement-breakpoint
CREATE INDEX `stances_by_recorded_at` ON `stances` (`recorded_at`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search` USING fts5(`title`, `body`, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('epoch', lower(hex(randomblob(8))));
