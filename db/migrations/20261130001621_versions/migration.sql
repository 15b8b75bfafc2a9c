CREATE TABLE `evidence_versions` (
	`evidence` integer NOT NULL,
	`article` integer NOT NULL,
	CONSTRAINT `evidence_versions_pk` PRIMARY KEY(`evidence`, `article`),
	CONSTRAINT `fk_evidence_versions_evidence_evidence_key_fk` FOREIGN KEY (`evidence`) REFERENCES `evidence`(`key`),
	CONSTRAINT `fk_evidence_versions_article_articles_key_fk` FOREIGN KEY (`article`) REFERENCES `articles`(`key`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `articles` ADD `published_on` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `modified_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `modified_on` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `first_shown_by` integer REFERENCES articles(key);--> statement-breakpoint
-- By hand: an indexed column cannot be dropped.
DROP INDEX `articles_by_published_ascending`;--> statement-breakpoint
DROP INDEX `articles_by_published_descending`;--> statement-breakpoint
ALTER TABLE `articles` DROP COLUMN `published_ascending`;--> statement-breakpoint
ALTER TABLE `articles` ADD `published_ascending` integer GENERATED ALWAYS AS (coalesce("published_at", unixepoch("published_on") * 1000, 9007199254740991)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` DROP COLUMN `published_descending`;--> statement-breakpoint
ALTER TABLE `articles` ADD `published_descending` integer GENERATED ALWAYS AS (coalesce("published_at", unixepoch("published_on") * 1000, -9007199254740991)) VIRTUAL NOT NULL;--> statement-breakpoint
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
	CONSTRAINT "event_type" CHECK("type" in ('ARTICLE_ADDED', 'ARTICLE_CHANGED', 'ARTICLE_EDITED', 'ARTICLE_WITHDRAWN', 'ARTICLE_RESTORED', 'ARTICLE_ERASED', 'ACTOR_ADDED', 'ACTOR_CHANGED', 'ACTORS_MERGED', 'ACTOR_MERGE_REVOKED', 'AFFILIATION_ADDED', 'AFFILIATION_ENDED', 'CLAIM_RECORDED', 'CLAIM_ADDED', 'CLAIM_CHANGED', 'CLAIM_WITHDRAWN', 'CLAIMS_LINKED', 'CLAIM_LINK_REVOKED', 'STANCE_ADDED', 'STANCE_REVIEWED', 'STANCE_WITHDRAWN', 'EVIDENCE_ADDED', 'EVIDENCE_WITHDRAWN', 'STANDING_CHANGED', 'TOKEN_CREATED', 'TOKEN_REVOKED')),
	CONSTRAINT "event_noun" CHECK("noun" in ('article', 'actor', 'affiliation', 'claim', 'link', 'merge', 'stance', 'evidence', 'token')),
	CONSTRAINT "event_visibility" CHECK("visibility" in ('PUBLIC', 'EDITORS', 'ADMINS'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_events`(`seq`, `type`, `noun`, `subject`, `at`, `by_token`, `visibility`, `payload`) SELECT `seq`, `type`, `noun`, `subject`, `at`, `by_token`, `visibility`, `payload` FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `events_by_type` ON `events` (`type`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`noun`,`subject`);--> statement-breakpoint
CREATE INDEX `evidence_by_first_shown_by` ON `evidence` (`first_shown_by`) WHERE "evidence"."first_shown_by" is not null;--> statement-breakpoint
CREATE INDEX `evidence_versions_by_article` ON `evidence_versions` (`article`);--> statement-breakpoint
-- By hand: the indexes that were dropped above, and the versions of what is on record. The words in other versions are looked for by the program; see db/open/fill-evidence-versions.ts.
CREATE INDEX `articles_by_published_ascending` ON `articles` (`published_ascending`);--> statement-breakpoint
CREATE INDEX `articles_by_published_descending` ON `articles` (`published_descending`);--> statement-breakpoint
INSERT INTO `evidence_versions` (`evidence`, `article`) SELECT `key`, `article` FROM `evidence`;--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('evidence_versions', 'to fill');
