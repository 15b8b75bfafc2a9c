CREATE TABLE `awaited_references` (
	`noun` text NOT NULL,
	`subject` integer NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT `awaited_references_pk` PRIMARY KEY(`noun`, `subject`)
) STRICT;--> statement-breakpoint
CREATE TABLE `claim_concerns` (
	`claim` integer NOT NULL,
	`position` integer NOT NULL,
	`actor` integer NOT NULL,
	CONSTRAINT `claim_concerns_pk` PRIMARY KEY(`claim`, `position`),
	CONSTRAINT `fk_claim_concerns_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT `fk_claim_concerns_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`)
) STRICT;--> statement-breakpoint
CREATE TABLE `evidence_versions` (
	`evidence` integer NOT NULL,
	`article` integer NOT NULL,
	CONSTRAINT `evidence_versions_pk` PRIMARY KEY(`evidence`, `article`),
	CONSTRAINT `fk_evidence_versions_evidence_evidence_key_fk` FOREIGN KEY (`evidence`) REFERENCES `evidence`(`key`),
	CONSTRAINT `fk_evidence_versions_article_articles_key_fk` FOREIGN KEY (`article`) REFERENCES `articles`(`key`)
) STRICT;--> statement-breakpoint
CREATE TABLE `likenesses` (
	`one` integer NOT NULL,
	`other` integer NOT NULL,
	CONSTRAINT `likenesses_pk` PRIMARY KEY(`one`, `other`),
	CONSTRAINT `fk_likenesses_one_texts_key_fk` FOREIGN KEY (`one`) REFERENCES `texts`(`key`),
	CONSTRAINT `fk_likenesses_other_texts_key_fk` FOREIGN KEY (`other`) REFERENCES `texts`(`key`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE TABLE `sketches` (
	`key` integer PRIMARY KEY,
	`width` integer NOT NULL,
	`entries` blob NOT NULL
) STRICT;--> statement-breakpoint
CREATE TABLE `texts` (
	`key` integer PRIMARY KEY,
	`sha256` text NOT NULL UNIQUE,
	`folded` text,
	`shingles` integer,
	`sketch` integer,
	CONSTRAINT `fk_texts_sketch_sketches_key_fk` FOREIGN KEY (`sketch`) REFERENCES `sketches`(`key`)
) STRICT;--> statement-breakpoint
ALTER TABLE `actors` ADD `shown` integer REFERENCES actors(key);--> statement-breakpoint
ALTER TABLE `articles` ADD `text_key` integer REFERENCES texts(key);--> statement-breakpoint
ALTER TABLE `articles` ADD `shown_outlet` integer REFERENCES actors(key);--> statement-breakpoint
ALTER TABLE `articles` ADD `published_on` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `modified_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `modified_on` text;--> statement-breakpoint
ALTER TABLE `claim_links` ADD `shown` text CHECK("shown" in ('FROM', 'TO'));--> statement-breakpoint
ALTER TABLE `claims` ADD `shown` integer REFERENCES claims(key);--> statement-breakpoint
ALTER TABLE `claims` ADD `all_topics` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `told_at` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `first_shown_by` integer REFERENCES articles(key);--> statement-breakpoint
ALTER TABLE `stances` ADD `known_by` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `shown_claim` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `shown_actor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `effective_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `effective_basis` text DEFAULT 'RECORDED' NOT NULL;--> statement-breakpoint
DROP INDEX `articles_by_published_ascending`;--> statement-breakpoint
DROP INDEX `articles_by_published_descending`;--> statement-breakpoint
ALTER TABLE `articles` DROP COLUMN `published_ascending`;--> statement-breakpoint
ALTER TABLE `articles` ADD `published_ascending` integer GENERATED ALWAYS AS (coalesce("published_at", unixepoch("published_on") * 1000, 9007199254740991)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` DROP COLUMN `published_descending`;--> statement-breakpoint
ALTER TABLE `articles` ADD `published_descending` integer GENERATED ALWAYS AS (coalesce("published_at", unixepoch("published_on") * 1000, -9007199254740991)) VIRTUAL NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_by_published_ascending` ON `articles` (`published_ascending`);--> statement-breakpoint
CREATE INDEX `articles_by_published_descending` ON `articles` (`published_descending`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT,
	`type` text NOT NULL,
	`noun` text NOT NULL,
	`subject` integer NOT NULL,
	`at` integer NOT NULL UNIQUE,
	`by_token` integer,
	`visibility` text NOT NULL,
	`payload` text NOT NULL,
	CONSTRAINT `fk_events_by_token_tokens_key_fk` FOREIGN KEY (`by_token`) REFERENCES `tokens`(`key`),
	CONSTRAINT "event_type" CHECK("type" in ('ARTICLE_ADDED', 'ARTICLE_CHANGED', 'ARTICLE_EDITED', 'ARTICLE_WITHDRAWN', 'ARTICLE_RESTORED', 'ARTICLE_ERASED', 'ACTOR_ADDED', 'ACTOR_CHANGED', 'ACTORS_MERGED', 'ACTOR_MERGE_REVOKED', 'AFFILIATION_ADDED', 'AFFILIATION_ENDED', 'CLAIM_RECORDED', 'CLAIM_ADDED', 'CLAIM_CHANGED', 'CLAIM_WITHDRAWN', 'CLAIMS_LINKED', 'CLAIM_LINK_REVOKED', 'STANCE_ADDED', 'STANCE_CHANGED', 'STANCE_REVIEWED', 'STANCE_WITHDRAWN', 'EVIDENCE_ADDED', 'EVIDENCE_WITHDRAWN', 'STANDING_CHANGED', 'TOKEN_CREATED', 'TOKEN_REVOKED')),
	CONSTRAINT "event_noun" CHECK("noun" in ('article', 'actor', 'affiliation', 'claim', 'link', 'merge', 'stance', 'evidence', 'token')),
	CONSTRAINT "event_visibility" CHECK("visibility" in ('PUBLIC', 'EDITORS', 'ADMINS'))
) STRICT;--> statement-breakpoint
INSERT INTO `__new_events`(`seq`, `type`, `noun`, `subject`, `at`, `by_token`, `visibility`, `payload`) SELECT `seq`, `type`, `noun`, `subject`, `at`, `by_token`, `visibility`, `payload` FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
DROP INDEX IF EXISTS `articles_by_outlet`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_claim_and_polarity`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_actor`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_actor_and_claim`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_actor_and_polarity`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_said_ascending`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_said_descending`;--> statement-breakpoint
CREATE INDEX `events_by_type` ON `events` (`type`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`noun`,`subject`);--> statement-breakpoint
CREATE INDEX `actors_by_shown` ON `actors` (`shown`);--> statement-breakpoint
CREATE INDEX `articles_by_text_key` ON `articles` (`text_key`);--> statement-breakpoint
CREATE INDEX `articles_by_shown_outlet` ON `articles` (`shown_outlet`);--> statement-breakpoint
CREATE INDEX `awaited_references_by_name` ON `awaited_references` (`noun`,`name`);--> statement-breakpoint
CREATE INDEX `claim_concerns_by_actor` ON `claim_concerns` (`actor`,`claim`);--> statement-breakpoint
CREATE INDEX `claims_by_shown` ON `claims` (`shown`);--> statement-breakpoint
CREATE INDEX `evidence_by_first_shown_by` ON `evidence` (`first_shown_by`) WHERE "evidence"."first_shown_by" is not null;--> statement-breakpoint
CREATE INDEX `evidence_versions_by_article` ON `evidence_versions` (`article`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_claim` ON `stances` (`shown_claim`,`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_claim_and_polarity` ON `stances` (`shown_claim`,`counting`,`polarity`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_actor` ON `stances` (`shown_actor`,`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_actor_and_claim` ON `stances` (`shown_actor`,`listed`,`shown_claim`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_actor_and_polarity` ON `stances` (`shown_actor`,`counting`,`polarity`,`shown_claim`);--> statement-breakpoint
CREATE INDEX `stances_by_effective_at` ON `stances` (`listed`,`effective_at`);--> statement-breakpoint
CREATE INDEX `sketches_by_width` ON `sketches` (`width`);--> statement-breakpoint
CREATE INDEX `texts_by_folded` ON `texts` (`folded`);--> statement-breakpoint
ALTER TABLE `stances` DROP COLUMN `said_ascending`;--> statement-breakpoint
ALTER TABLE `stances` DROP COLUMN `said_descending`;--> statement-breakpoint
ALTER TABLE `stances` DROP COLUMN `said_moment`;--> statement-breakpoint
-- Each text has its row. What its words say is worked out by the program that opens the database.
INSERT INTO `texts` (`sha256`) SELECT `sha256` FROM `articles` GROUP BY `sha256` ORDER BY min(`key`);--> statement-breakpoint
UPDATE `articles` SET `text_key` = (SELECT `texts`.`key` FROM `texts` WHERE `texts`.`sha256` = `articles`.`sha256`);--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('texts', 'to compare');--> statement-breakpoint
-- Of two claims that are the same, the one public first is shown, else the one recorded first.
UPDATE `claim_links` SET `shown` = (
	SELECT CASE WHEN (coalesce(f.`public_at`, 9e15), f.`key`) < (coalesce(t.`public_at`, 9e15), t.`key`) THEN 'FROM' ELSE 'TO' END
	FROM `claims` f, `claims` t WHERE f.`key` = `from_claim` AND t.`key` = `to_claim`
) WHERE `kind` = 'SAME_AS';--> statement-breakpoint
-- What the projection says of a record in which nothing is one with anything else; it is projected anew when it is opened.
UPDATE `stances` SET `shown_claim` = `claim`, `shown_actor` = `actor`, `effective_at` = `recorded_at`;--> statement-breakpoint
UPDATE `claims` SET `all_topics` = `topics`, `told_at` = `public_at`;--> statement-breakpoint
UPDATE `articles` SET `shown_outlet` = `outlet`;--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('standings', '0');--> statement-breakpoint
-- The versions of what is on record. The words in other versions are looked for by the program; see db/open/fill-evidence-versions.ts.
INSERT INTO `evidence_versions` (`evidence`, `article`) SELECT `key`, `article` FROM `evidence`;--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('evidence_versions', 'to fill');
