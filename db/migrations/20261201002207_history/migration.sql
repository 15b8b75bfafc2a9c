ALTER TABLE `events` ADD `change` integer;--> statement-breakpoint
-- What each row of these tables was, after which event (since) and up to which (until): triggers keep it. What is on record already was so at the
-- last event. Texts and quotes are not here: they never change, and what is erased is gone.
CREATE TABLE `claim_history` (
	`key` integer NOT NULL,
	`text` text,
	`kind` text,
	`language` text,
	`topics` text,
	`happened_from` text,
	`happened_until` text,
	`review` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`shown` integer,
	`all_topics` text,
	`public_at` integer,
	`told_at` integer,
	`listed` integer NOT NULL,
	`status` text NOT NULL,
	`only_unnamed_sources` integer,
	`replies` text,
	`dispute` integer NOT NULL,
	`standing_changed_at` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`happened_ascending` text GENERATED ALWAYS AS (coalesce(`happened_from`, '~')) VIRTUAL,
	`happened_descending` text GENERATED ALWAYS AS (coalesce(`happened_from`, '')) VIRTUAL,
	CONSTRAINT `claim_history_pk` PRIMARY KEY(`key`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE INDEX `claim_history_by_listed` ON `claim_history` (`listed`, `key`);--> statement-breakpoint
CREATE INDEX `claim_history_by_status` ON `claim_history` (`listed`, `status`, `key`);--> statement-breakpoint
CREATE INDEX `claim_history_by_change` ON `claim_history` (`listed`, `standing_changed_at`, `key`);--> statement-breakpoint
CREATE INDEX `claim_history_by_dispute` ON `claim_history` (`listed`, `dispute`, `key`);--> statement-breakpoint
CREATE INDEX `claim_history_by_happened_ascending` ON `claim_history` (`listed`, `happened_ascending`, `key`);--> statement-breakpoint
CREATE INDEX `claim_history_by_happened_descending` ON `claim_history` (`listed`, `happened_descending`, `key`);--> statement-breakpoint
CREATE INDEX `claim_history_by_shown` ON `claim_history` (`shown`) WHERE `shown` IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER `claim_history_of_new` AFTER INSERT ON `claims` BEGIN
	INSERT INTO `claim_history` (`key`, `happened_from`, `shown`, `listed`, `status`, `dispute`, `standing_changed_at`, `since`, `until`)
		VALUES (new.`key`, new.`happened_from`, new.`shown`, new.`listed`, new.`status`, new.`dispute`, new.`standing_changed_at`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `claim_history_of_change` AFTER UPDATE OF `text`, `kind`, `language`, `topics`, `happened_from`, `happened_until`, `review`, `withdrawn_at`, `withdrawn_reason`, `shown`, `all_topics`, `public_at`, `told_at`, `listed`, `status`, `only_unnamed_sources`, `replies`, `dispute`, `standing_changed_at` ON `claims`
WHEN (old.`text`, old.`kind`, old.`language`, old.`topics`, old.`happened_from`, old.`happened_until`, old.`review`, old.`withdrawn_at`, old.`withdrawn_reason`, old.`shown`, old.`all_topics`, old.`public_at`, old.`told_at`, old.`listed`, old.`status`, old.`only_unnamed_sources`, old.`replies`, old.`dispute`, old.`standing_changed_at`)
	IS NOT (new.`text`, new.`kind`, new.`language`, new.`topics`, new.`happened_from`, new.`happened_until`, new.`review`, new.`withdrawn_at`, new.`withdrawn_reason`, new.`shown`, new.`all_topics`, new.`public_at`, new.`told_at`, new.`listed`, new.`status`, new.`only_unnamed_sources`, new.`replies`, new.`dispute`, new.`standing_changed_at`)
BEGIN
	DELETE FROM `claim_history` WHERE `key` = new.`key` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `claim_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`), `text` = old.`text`, `kind` = old.`kind`, `language` = old.`language`, `topics` = old.`topics`, `happened_until` = old.`happened_until`, `review` = old.`review`, `withdrawn_at` = old.`withdrawn_at`, `withdrawn_reason` = old.`withdrawn_reason`, `all_topics` = old.`all_topics`, `public_at` = old.`public_at`, `told_at` = old.`told_at`, `only_unnamed_sources` = old.`only_unnamed_sources`, `replies` = old.`replies` WHERE `key` = new.`key` AND `until` = 9007199254740991;
	INSERT INTO `claim_history` (`key`, `happened_from`, `shown`, `listed`, `status`, `dispute`, `standing_changed_at`, `since`, `until`)
		VALUES (new.`key`, new.`happened_from`, new.`shown`, new.`listed`, new.`status`, new.`dispute`, new.`standing_changed_at`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
INSERT INTO `claim_history` (`key`, `happened_from`, `shown`, `listed`, `status`, `dispute`, `standing_changed_at`, `since`, `until`)
	SELECT `key`, `happened_from`, `shown`, `listed`, `status`, `dispute`, `standing_changed_at`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `claims`;--> statement-breakpoint
CREATE TABLE `stance_history` (
	`key` integer NOT NULL,
	`claim` integer,
	`actor` integer,
	`kind` text,
	`polarity` text,
	`certainty` text,
	`said_at` integer,
	`said_on` text,
	`said_phrase` text,
	`said_in` integer,
	`note` text,
	`review` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`shown_claim` integer NOT NULL,
	`shown_actor` integer NOT NULL,
	`effective_at` integer NOT NULL,
	`effective_basis` text,
	`listed` integer NOT NULL,
	`counting` integer,
	`hearsay` integer,
	`carrier_retracted` integer,
	`turned_from` integer,
	`split_from` integer,
	`split_of` integer,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT `stance_history_pk` PRIMARY KEY(`key`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE INDEX `stance_history_by_listed` ON `stance_history` (`listed`, `key`);--> statement-breakpoint
CREATE INDEX `stance_history_by_shown_claim` ON `stance_history` (`shown_claim`, `listed`, `key`);--> statement-breakpoint
CREATE INDEX `stance_history_by_shown_actor` ON `stance_history` (`shown_actor`, `listed`, `key`);--> statement-breakpoint
CREATE INDEX `stance_history_by_effective_at` ON `stance_history` (`listed`, `effective_at`, `key`);--> statement-breakpoint
CREATE INDEX `stance_history_turned` ON `stance_history` (`shown_actor`, `listed`, `effective_at`) WHERE `turned_from` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `stance_history_split` ON `stance_history` (`shown_actor`) WHERE `split_of` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `stance_history_split_of` ON `stance_history` (`split_of`) WHERE `split_of` IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER `stance_history_of_new` AFTER INSERT ON `stances` BEGIN
	INSERT INTO `stance_history` (`key`, `shown_claim`, `shown_actor`, `effective_at`, `listed`, `turned_from`, `split_of`, `since`, `until`)
		VALUES (new.`key`, new.`shown_claim`, new.`shown_actor`, new.`effective_at`, new.`listed`, new.`turned_from`, new.`split_of`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `stance_history_of_change` AFTER UPDATE OF `claim`, `actor`, `kind`, `polarity`, `certainty`, `said_at`, `said_on`, `said_phrase`, `said_in`, `note`, `review`, `withdrawn_at`, `withdrawn_reason`, `shown_claim`, `shown_actor`, `effective_at`, `effective_basis`, `listed`, `counting`, `hearsay`, `carrier_retracted`, `turned_from`, `split_from`, `split_of` ON `stances`
WHEN (old.`claim`, old.`actor`, old.`kind`, old.`polarity`, old.`certainty`, old.`said_at`, old.`said_on`, old.`said_phrase`, old.`said_in`, old.`note`, old.`review`, old.`withdrawn_at`, old.`withdrawn_reason`, old.`shown_claim`, old.`shown_actor`, old.`effective_at`, old.`effective_basis`, old.`listed`, old.`counting`, old.`hearsay`, old.`carrier_retracted`, old.`turned_from`, old.`split_from`, old.`split_of`)
	IS NOT (new.`claim`, new.`actor`, new.`kind`, new.`polarity`, new.`certainty`, new.`said_at`, new.`said_on`, new.`said_phrase`, new.`said_in`, new.`note`, new.`review`, new.`withdrawn_at`, new.`withdrawn_reason`, new.`shown_claim`, new.`shown_actor`, new.`effective_at`, new.`effective_basis`, new.`listed`, new.`counting`, new.`hearsay`, new.`carrier_retracted`, new.`turned_from`, new.`split_from`, new.`split_of`)
BEGIN
	DELETE FROM `stance_history` WHERE `key` = new.`key` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `stance_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`), `claim` = old.`claim`, `actor` = old.`actor`, `kind` = old.`kind`, `polarity` = old.`polarity`, `certainty` = old.`certainty`, `said_at` = old.`said_at`, `said_on` = old.`said_on`, `said_phrase` = old.`said_phrase`, `said_in` = old.`said_in`, `note` = old.`note`, `review` = old.`review`, `withdrawn_at` = old.`withdrawn_at`, `withdrawn_reason` = old.`withdrawn_reason`, `effective_basis` = old.`effective_basis`, `counting` = old.`counting`, `hearsay` = old.`hearsay`, `carrier_retracted` = old.`carrier_retracted`, `split_from` = old.`split_from` WHERE `key` = new.`key` AND `until` = 9007199254740991;
	INSERT INTO `stance_history` (`key`, `shown_claim`, `shown_actor`, `effective_at`, `listed`, `turned_from`, `split_of`, `since`, `until`)
		VALUES (new.`key`, new.`shown_claim`, new.`shown_actor`, new.`effective_at`, new.`listed`, new.`turned_from`, new.`split_of`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
INSERT INTO `stance_history` (`key`, `shown_claim`, `shown_actor`, `effective_at`, `listed`, `turned_from`, `split_of`, `since`, `until`)
	SELECT `key`, `shown_claim`, `shown_actor`, `effective_at`, `listed`, `turned_from`, `split_of`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `stances`;--> statement-breakpoint
CREATE TABLE `standing_history` (
	`claim` integer NOT NULL,
	`rule` integer,
	`standing` text,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT `standing_history_pk` PRIMARY KEY(`claim`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
-- Before, since a row that is replaced is gone after.
CREATE TRIGGER `standing_history_of_new` BEFORE INSERT ON `standings` BEGIN
	DELETE FROM `standing_history` WHERE `claim` = new.`claim` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `standing_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`), `rule` = (SELECT `rule` FROM `standings` WHERE `claim` = new.`claim`), `standing` = (SELECT `standing` FROM `standings` WHERE `claim` = new.`claim`) WHERE `claim` = new.`claim` AND `until` = 9007199254740991;
	INSERT INTO `standing_history` (`claim`, `since`, `until`) VALUES (new.`claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `standing_history_of_change` AFTER UPDATE OF `rule`, `standing` ON `standings`
WHEN (old.`rule`, old.`standing`)
	IS NOT (new.`rule`, new.`standing`)
 BEGIN
	DELETE FROM `standing_history` WHERE `claim` = new.`claim` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `standing_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`), `rule` = old.`rule`, `standing` = old.`standing` WHERE `claim` = new.`claim` AND `until` = 9007199254740991;
	INSERT INTO `standing_history` (`claim`, `since`, `until`) VALUES (new.`claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
INSERT INTO `standing_history` (`claim`, `since`, `until`)
	SELECT `claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `standings`;--> statement-breakpoint
CREATE TABLE `article_history` (
	`key` integer NOT NULL,
	`title` text,
	`has_text` integer,
	`text_key` integer,
	`language` text,
	`url` text,
	`outlet` integer,
	`shown_outlet` integer,
	`credited_to` integer,
	`byline` text,
	`published_at` integer,
	`published_on` text,
	`modified_at` integer,
	`modified_on` text,
	`retrieved_at` integer,
	`supersedes` integer,
	`text_is_public` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`erased_at` integer,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`published_ascending` integer GENERATED ALWAYS AS (coalesce(`published_at`, unixepoch(`published_on`) * 1000, 9007199254740991)) VIRTUAL,
	`published_descending` integer GENERATED ALWAYS AS (coalesce(`published_at`, unixepoch(`published_on`) * 1000, -9007199254740991)) VIRTUAL,
	CONSTRAINT `article_history_pk` PRIMARY KEY(`key`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE INDEX `article_history_by_published_ascending` ON `article_history` (`published_ascending`, `key`);--> statement-breakpoint
CREATE INDEX `article_history_by_published_descending` ON `article_history` (`published_descending`, `key`);--> statement-breakpoint
CREATE INDEX `article_history_by_shown_outlet` ON `article_history` (`shown_outlet`, `key`);--> statement-breakpoint
CREATE INDEX `article_history_by_credited_to` ON `article_history` (`credited_to`) WHERE `credited_to` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `article_history_by_text_key` ON `article_history` (`text_key`);--> statement-breakpoint
CREATE INDEX `article_history_by_url` ON `article_history` (`url`);--> statement-breakpoint
CREATE INDEX `article_history_by_supersedes` ON `article_history` (`supersedes`) WHERE `supersedes` IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER `article_history_of_new` AFTER INSERT ON `articles` BEGIN
	INSERT INTO `article_history` (`key`, `text_key`, `url`, `shown_outlet`, `credited_to`, `published_at`, `published_on`, `supersedes`, `since`, `until`)
		VALUES (new.`key`, new.`text_key`, new.`url`, new.`shown_outlet`, new.`credited_to`, new.`published_at`, new.`published_on`, new.`supersedes`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `article_history_of_change` AFTER UPDATE OF `title`, `text_key`, `language`, `url`, `outlet`, `shown_outlet`, `credited_to`, `byline`, `published_at`, `published_on`, `modified_at`, `modified_on`, `retrieved_at`, `supersedes`, `text_is_public`, `withdrawn_at`, `withdrawn_reason`, `erased_at`, `text` ON `articles`
WHEN (old.`title`, old.`text` IS NOT NULL, old.`text_key`, old.`language`, old.`url`, old.`outlet`, old.`shown_outlet`, old.`credited_to`, old.`byline`, old.`published_at`, old.`published_on`, old.`modified_at`, old.`modified_on`, old.`retrieved_at`, old.`supersedes`, old.`text_is_public`, old.`withdrawn_at`, old.`withdrawn_reason`, old.`erased_at`)
	IS NOT (new.`title`, new.`text` IS NOT NULL, new.`text_key`, new.`language`, new.`url`, new.`outlet`, new.`shown_outlet`, new.`credited_to`, new.`byline`, new.`published_at`, new.`published_on`, new.`modified_at`, new.`modified_on`, new.`retrieved_at`, new.`supersedes`, new.`text_is_public`, new.`withdrawn_at`, new.`withdrawn_reason`, new.`erased_at`)
BEGIN
	DELETE FROM `article_history` WHERE `key` = new.`key` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `article_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`), `title` = old.`title`, `has_text` = old.`text` IS NOT NULL, `language` = old.`language`, `outlet` = old.`outlet`, `byline` = old.`byline`, `modified_at` = old.`modified_at`, `modified_on` = old.`modified_on`, `retrieved_at` = old.`retrieved_at`, `text_is_public` = old.`text_is_public`, `withdrawn_at` = old.`withdrawn_at`, `withdrawn_reason` = old.`withdrawn_reason`, `erased_at` = old.`erased_at` WHERE `key` = new.`key` AND `until` = 9007199254740991;
	INSERT INTO `article_history` (`key`, `text_key`, `url`, `shown_outlet`, `credited_to`, `published_at`, `published_on`, `supersedes`, `since`, `until`)
		VALUES (new.`key`, new.`text_key`, new.`url`, new.`shown_outlet`, new.`credited_to`, new.`published_at`, new.`published_on`, new.`supersedes`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
INSERT INTO `article_history` (`key`, `text_key`, `url`, `shown_outlet`, `credited_to`, `published_at`, `published_on`, `supersedes`, `since`, `until`)
	SELECT `key`, `text_key`, `url`, `shown_outlet`, `credited_to`, `published_at`, `published_on`, `supersedes`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `articles`;--> statement-breakpoint
CREATE TABLE `actor_history` (
	`key` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text,
	`aliases` text,
	`description` text,
	`wikidata_id` text,
	`granted_by` integer,
	`shown` integer,
	`review` text,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT `actor_history_pk` PRIMARY KEY(`key`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE INDEX `actor_history_by_name` ON `actor_history` (`name`, `key`);--> statement-breakpoint
CREATE INDEX `actor_history_by_wikidata_id` ON `actor_history` (`wikidata_id`) WHERE `wikidata_id` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `actor_history_by_granted_by` ON `actor_history` (`granted_by`) WHERE `granted_by` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `actor_history_by_shown` ON `actor_history` (`shown`) WHERE `shown` IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER `actor_history_of_new` AFTER INSERT ON `actors` BEGIN
	INSERT INTO `actor_history` (`key`, `name`, `wikidata_id`, `granted_by`, `shown`, `since`, `until`)
		VALUES (new.`key`, new.`name`, new.`wikidata_id`, new.`granted_by`, new.`shown`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `actor_history_of_change` AFTER UPDATE OF `name`, `kind`, `aliases`, `description`, `wikidata_id`, `granted_by`, `shown`, `review` ON `actors`
WHEN (old.`name`, old.`kind`, old.`aliases`, old.`description`, old.`wikidata_id`, old.`granted_by`, old.`shown`, old.`review`)
	IS NOT (new.`name`, new.`kind`, new.`aliases`, new.`description`, new.`wikidata_id`, new.`granted_by`, new.`shown`, new.`review`)
BEGIN
	DELETE FROM `actor_history` WHERE `key` = new.`key` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `actor_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`), `kind` = old.`kind`, `aliases` = old.`aliases`, `description` = old.`description`, `review` = old.`review` WHERE `key` = new.`key` AND `until` = 9007199254740991;
	INSERT INTO `actor_history` (`key`, `name`, `wikidata_id`, `granted_by`, `shown`, `since`, `until`)
		VALUES (new.`key`, new.`name`, new.`wikidata_id`, new.`granted_by`, new.`shown`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
INSERT INTO `actor_history` (`key`, `name`, `wikidata_id`, `granted_by`, `shown`, `since`, `until`)
	SELECT `key`, `name`, `wikidata_id`, `granted_by`, `shown`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `actors`;--> statement-breakpoint
CREATE TABLE `topic_history` (
	`topic` text NOT NULL,
	`claim` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT `topic_history_pk` PRIMARY KEY(`topic`, `claim`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `topic_history_of_new` AFTER INSERT ON `claim_topics` BEGIN
	INSERT INTO `topic_history` (`topic`, `claim`, `since`, `until`)
		VALUES (new.`topic`, new.`claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `topic_history_of_gone` AFTER DELETE ON `claim_topics` BEGIN
	DELETE FROM `topic_history` WHERE `topic` = old.`topic` AND `claim` = old.`claim` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `topic_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`) WHERE `topic` = old.`topic` AND `claim` = old.`claim` AND `until` = 9007199254740991;
END;--> statement-breakpoint
INSERT INTO `topic_history` (`topic`, `claim`, `since`, `until`)
	SELECT `topic`, `claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `claim_topics`;--> statement-breakpoint
CREATE TABLE `party_history` (
	`role` text NOT NULL,
	`actor` integer NOT NULL,
	`claim` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT `party_history_pk` PRIMARY KEY(`role`, `actor`, `claim`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `party_history_of_new` AFTER INSERT ON `claim_parties` BEGIN
	INSERT INTO `party_history` (`role`, `actor`, `claim`, `since`, `until`)
		VALUES (new.`role`, new.`actor`, new.`claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `party_history_of_gone` AFTER DELETE ON `claim_parties` BEGIN
	DELETE FROM `party_history` WHERE `role` = old.`role` AND `actor` = old.`actor` AND `claim` = old.`claim` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `party_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`) WHERE `role` = old.`role` AND `actor` = old.`actor` AND `claim` = old.`claim` AND `until` = 9007199254740991;
END;--> statement-breakpoint
INSERT INTO `party_history` (`role`, `actor`, `claim`, `since`, `until`)
	SELECT `role`, `actor`, `claim`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `claim_parties`;--> statement-breakpoint
CREATE TABLE `concern_history` (
	`claim` integer NOT NULL,
	`position` integer NOT NULL,
	`actor` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	CONSTRAINT `concern_history_pk` PRIMARY KEY(`claim`, `position`, `since`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `concern_history_of_new` AFTER INSERT ON `claim_concerns` BEGIN
	INSERT INTO `concern_history` (`claim`, `position`, `actor`, `since`, `until`)
		VALUES (new.`claim`, new.`position`, new.`actor`, (SELECT coalesce(max(`seq`), 0) FROM `events`), 9007199254740991);
END;--> statement-breakpoint
CREATE TRIGGER `concern_history_of_gone` AFTER DELETE ON `claim_concerns` BEGIN
	DELETE FROM `concern_history` WHERE `claim` = old.`claim` AND `position` = old.`position` AND `actor` = old.`actor` AND `since` = (SELECT coalesce(max(`seq`), 0) FROM `events`);
	UPDATE `concern_history` SET `until` = (SELECT coalesce(max(`seq`), 0) FROM `events`) WHERE `claim` = old.`claim` AND `position` = old.`position` AND `actor` = old.`actor` AND `until` = 9007199254740991;
END;--> statement-breakpoint
INSERT INTO `concern_history` (`claim`, `position`, `actor`, `since`, `until`)
	SELECT `claim`, `position`, `actor`, (SELECT coalesce(max(`seq`), 0) FROM `events`) - 1, 9007199254740991 FROM `claim_concerns`;--> statement-breakpoint
CREATE TABLE `quote_history` (
	`evidence` integer PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
) STRICT;--> statement-breakpoint
CREATE TRIGGER `quote_history_of_words` AFTER UPDATE OF `quote` ON `evidence` WHEN old.`quote` IS NULL AND new.`quote` IS NOT NULL BEGIN
	INSERT OR REPLACE INTO `quote_history` (`evidence`, `until`) VALUES (new.`key`, (SELECT coalesce(max(`seq`), 0) FROM `events`));
END;--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('history', (SELECT coalesce(max(`seq`), 0) FROM `events`));