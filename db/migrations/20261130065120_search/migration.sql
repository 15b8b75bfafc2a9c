CREATE TABLE `search_pending` (
	`article` integer PRIMARY KEY NOT NULL
) STRICT;--> statement-breakpoint
-- By hand: the indexes of the search, a pair for each kind of thing. `search_public_…` holds what everyone may read of what the lists
-- show; `search_all_…` all words on record. None keeps a copy of the words: each is told them by the view of its name.
DROP TRIGGER `search_public_of_new_article`;--> statement-breakpoint
DROP TRIGGER `search_public_of_article`;--> statement-breakpoint
DROP TRIGGER `search_public_of_new_actor`;--> statement-breakpoint
DROP TRIGGER `search_public_of_actor`;--> statement-breakpoint
DROP TRIGGER `search_public_of_outlet`;--> statement-breakpoint
DROP TRIGGER `search_public_of_new_claim`;--> statement-breakpoint
DROP TRIGGER `search_public_of_claim`;--> statement-breakpoint
DROP TRIGGER `search_public_of_new_evidence`;--> statement-breakpoint
DROP TRIGGER `search_public_of_evidence`;--> statement-breakpoint
DROP TRIGGER `search_public_of_stance`;--> statement-breakpoint
DROP TABLE `search_public`;--> statement-breakpoint
DROP VIEW `search_public_words`;--> statement-breakpoint
DROP TABLE `search`;--> statement-breakpoint
CREATE VIEW `search_all_articles_words` (`key`, `title`, `text`) AS
	SELECT `key`, `title`, `text` FROM `articles` WHERE `withdrawn_at` IS NULL;--> statement-breakpoint
CREATE VIEW `search_public_articles_words` (`key`, `title`, `outlet`, `body`) AS
	SELECT `key`, `title`,
		coalesce((SELECT `name` FROM `actors` WHERE `actors`.`key` = `articles`.`shown_outlet` AND `review` = 'VERIFIED'), ''),
		CASE WHEN `text_is_public` = 1 AND `text` IS NOT NULL THEN `text`
			ELSE coalesce((SELECT group_concat(`quote`, ' … ') FROM (
				SELECT `quote` FROM `evidence`
				WHERE `article` = `articles`.`key` AND `withdrawn_at` IS NULL AND `quote` IS NOT NULL
					AND EXISTS (SELECT 1 FROM `stances` WHERE `stances`.`key` = `evidence`.`stance` AND `listed` = 1)
				GROUP BY `start`, `end`, `quote` ORDER BY `start`, `end`, `quote`)), '') END
	FROM `articles` WHERE `withdrawn_at` IS NULL;--> statement-breakpoint
-- An index asks its view without tables of functions, so `json_each` is none for it.
CREATE VIEW `search_all_actors_words` (`key`, `name`, `body`, `shown`, `review`) AS
	SELECT `key`, `name`,
		coalesce((WITH RECURSIVE `n`(`i`) AS (SELECT 0 UNION ALL SELECT `i` + 1 FROM `n` WHERE `i` + 1 < json_array_length(`aliases`))
			SELECT group_concat(`aliases` ->> `i`, char(10)) || char(10) FROM `n`), '')
			|| coalesce(`description`, ''),
		`shown`, `review`
	FROM `actors`;--> statement-breakpoint
-- Whatever is one with the actor is called so, too.
CREATE VIEW `search_public_actors_words` (`key`, `name`, `body`) AS
	SELECT `key`, `name`, `body` || coalesce((SELECT group_concat(`called`, '') FROM (
		SELECT char(10) || `name` || char(10) || `body` AS `called` FROM `search_all_actors_words` `one`
		WHERE `one`.`shown` = `whole`.`key` AND `one`.`review` = 'VERIFIED' ORDER BY `one`.`key`)), '')
	FROM `search_all_actors_words` `whole` WHERE `shown` IS NULL AND `review` = 'VERIFIED';--> statement-breakpoint
CREATE VIEW `search_all_claims_words` (`key`, `text`) AS SELECT `key`, `text` FROM `claims`;--> statement-breakpoint
-- `wordings` are the other public ones of the claim.
CREATE VIEW `search_public_claims_words` (`key`, `text`, `wordings`) AS
	SELECT `key`, `text`, coalesce((SELECT group_concat(`text`, char(10)) FROM (
		SELECT `text` FROM `claims` `one`
		WHERE `one`.`shown` = `claims`.`key` AND `public_at` IS NOT NULL AND `review` = 'VERIFIED' AND `withdrawn_at` IS NULL
		ORDER BY `one`.`key`)), '')
	FROM `claims` WHERE `listed` = 1;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_articles` USING fts5(`title`, `text`, content = 'search_all_articles_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_articles` USING fts5(`title`, `outlet`, `body`, content = 'search_public_articles_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_actors` USING fts5(`name`, `body`, content = 'search_all_actors_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_actors` USING fts5(`name`, `body`, content = 'search_public_actors_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_claims` USING fts5(`text`, content = 'search_all_claims_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_claims` USING fts5(`text`, `wordings`, content = 'search_public_claims_words', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_all_articles` (`search_all_articles`) VALUES ('rebuild');--> statement-breakpoint
INSERT INTO `search_public_articles` (`search_public_articles`) VALUES ('rebuild');--> statement-breakpoint
INSERT INTO `search_all_actors` (`search_all_actors`) VALUES ('rebuild');--> statement-breakpoint
INSERT INTO `search_public_actors` (`search_public_actors`) VALUES ('rebuild');--> statement-breakpoint
INSERT INTO `search_all_claims` (`search_all_claims`) VALUES ('rebuild');--> statement-breakpoint
INSERT INTO `search_public_claims` (`search_public_claims`) VALUES ('rebuild');--> statement-breakpoint
-- Old words are taken out before a row changes, and new ones put in after it: the same for each change, whoever makes it. A migration
-- that makes one of these tables anew drops the views first, and makes them and the triggers of the table again after it.
CREATE TRIGGER `search_of_new_article` AFTER INSERT ON `articles` BEGIN
	INSERT INTO `search_all_articles` (rowid, `title`, `text`)
		SELECT `key`, `title`, `text` FROM `search_all_articles_words` WHERE `key` = new.`key`;
	INSERT INTO `search_public_articles` (rowid, `title`, `outlet`, `body`)
		SELECT `key`, `title`, `outlet`, `body` FROM `search_public_articles_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_article_before` BEFORE UPDATE OF `title`, `text`, `withdrawn_at` ON `articles`
WHEN (old.`title`, old.`text`, old.`withdrawn_at`) IS NOT (new.`title`, new.`text`, new.`withdrawn_at`) BEGIN
	INSERT INTO `search_all_articles` (`search_all_articles`, rowid, `title`, `text`)
		SELECT 'delete', `key`, `title`, `text` FROM `search_all_articles_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_article_after` AFTER UPDATE OF `title`, `text`, `withdrawn_at` ON `articles`
WHEN (old.`title`, old.`text`, old.`withdrawn_at`) IS NOT (new.`title`, new.`text`, new.`withdrawn_at`) BEGIN
	INSERT INTO `search_all_articles` (rowid, `title`, `text`)
		SELECT `key`, `title`, `text` FROM `search_all_articles_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
-- What everyone may read of an article is indexed once in a transaction, however often it changes: what is pending is out of the index.
CREATE TRIGGER `search_pending_begun` BEFORE INSERT ON `search_pending` BEGIN
	INSERT INTO `search_public_articles` (`search_public_articles`, rowid, `title`, `outlet`, `body`)
		SELECT 'delete', `key`, `title`, `outlet`, `body` FROM `search_public_articles_words` WHERE `key` = new.`article`;
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_done` AFTER DELETE ON `search_pending` BEGIN
	INSERT INTO `search_public_articles` (rowid, `title`, `outlet`, `body`)
		SELECT `key`, `title`, `outlet`, `body` FROM `search_public_articles_words` WHERE `key` = old.`article`;
END;--> statement-breakpoint
-- Events are the last that a transaction writes.
CREATE TRIGGER `search_pending_told` AFTER INSERT ON `events`
WHEN EXISTS (SELECT 1 FROM `search_pending`) BEGIN
	DELETE FROM `search_pending`;
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_of_article` BEFORE UPDATE OF `title`, `text`, `text_is_public`, `shown_outlet`, `withdrawn_at` ON `articles`
WHEN (old.`title`, old.`text`, old.`text_is_public`, old.`shown_outlet`, old.`withdrawn_at`) IS NOT (new.`title`, new.`text`, new.`text_is_public`, new.`shown_outlet`, new.`withdrawn_at`) BEGIN
	INSERT INTO `search_pending` (`article`)
		SELECT new.`key` WHERE new.`key` NOT IN (SELECT `article` FROM `search_pending`);
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_of_outlet` BEFORE UPDATE OF `name`, `review` ON `actors`
WHEN (old.`name`, old.`review`) IS NOT (new.`name`, new.`review`) BEGIN
	INSERT INTO `search_pending` (`article`)
		SELECT `key` FROM `articles` WHERE `shown_outlet` = new.`key` AND `key` NOT IN (SELECT `article` FROM `search_pending`);
END;--> statement-breakpoint
-- Words that are quoted from the same place once more change nothing.
CREATE TRIGGER `search_pending_of_new_evidence` BEFORE INSERT ON `evidence`
WHEN EXISTS (SELECT 1 FROM `stances` WHERE `key` = new.`stance` AND `listed` = 1)
	AND NOT EXISTS (
			SELECT 1 FROM `evidence` `other`
			WHERE `other`.`article` = new.`article` AND `other`.`start` = new.`start` AND `other`.`end` = new.`end`
				AND `other`.`quote` = new.`quote` AND `other`.`withdrawn_at` IS NULL
				AND EXISTS (SELECT 1 FROM `stances` WHERE `key` = `other`.`stance` AND `listed` = 1)) BEGIN
	INSERT INTO `search_pending` (`article`)
		SELECT `key` FROM `articles` WHERE `key` = new.`article` AND (`text_is_public` = 0 OR `text` IS NULL) AND `withdrawn_at` IS NULL AND `key` NOT IN (SELECT `article` FROM `search_pending`);
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_of_evidence` BEFORE UPDATE OF `stance`, `article`, `quote`, `start`, `end`, `withdrawn_at` ON `evidence`
WHEN (old.`stance`, old.`article`, old.`quote`, old.`start`, old.`end`, old.`withdrawn_at`) IS NOT (new.`stance`, new.`article`, new.`quote`, new.`start`, new.`end`, new.`withdrawn_at`)
	AND EXISTS (SELECT 1 FROM `stances` WHERE `key` IN (old.`stance`, new.`stance`) AND `listed` = 1) BEGIN
	INSERT INTO `search_pending` (`article`)
		SELECT `key` FROM `articles` WHERE `key` IN (old.`article`, new.`article`) AND (`text_is_public` = 0 OR `text` IS NULL) AND `withdrawn_at` IS NULL AND `key` NOT IN (SELECT `article` FROM `search_pending`);
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_of_stance` BEFORE UPDATE OF `listed` ON `stances`
WHEN old.`listed` IS NOT new.`listed` BEGIN
	INSERT INTO `search_pending` (`article`)
		SELECT DISTINCT `articles`.`key` FROM `evidence` `piece`
		CROSS JOIN `articles` ON `articles`.`key` = `piece`.`article`
		WHERE `piece`.`stance` = new.`key` AND `piece`.`withdrawn_at` IS NULL AND `piece`.`quote` IS NOT NULL
			AND (`text_is_public` = 0 OR `text` IS NULL) AND `articles`.`withdrawn_at` IS NULL AND `articles`.`key` NOT IN (SELECT `article` FROM `search_pending`)
			AND NOT EXISTS (
			SELECT 1 FROM `evidence` `other`
			WHERE `other`.`article` = `piece`.`article` AND `other`.`start` = `piece`.`start` AND `other`.`end` = `piece`.`end`
				AND `other`.`quote` = `piece`.`quote` AND `other`.`withdrawn_at` IS NULL AND `other`.`stance` <> new.`key`
				AND EXISTS (SELECT 1 FROM `stances` WHERE `key` = `other`.`stance` AND `listed` = 1));
END;--> statement-breakpoint
CREATE TRIGGER `search_of_new_actor` AFTER INSERT ON `actors` BEGIN
	INSERT INTO `search_all_actors` (rowid, `name`, `body`)
		SELECT `key`, `name`, `body` FROM `search_all_actors_words` WHERE `key` = new.`key`;
	INSERT INTO `search_public_actors` (rowid, `name`, `body`)
		SELECT `key`, `name`, `body` FROM `search_public_actors_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_actor_before` BEFORE UPDATE OF `name`, `aliases`, `description` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`) IS NOT (new.`name`, new.`aliases`, new.`description`) BEGIN
	INSERT INTO `search_all_actors` (`search_all_actors`, rowid, `name`, `body`)
		SELECT 'delete', `key`, `name`, `body` FROM `search_all_actors_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_actor_after` AFTER UPDATE OF `name`, `aliases`, `description` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`) IS NOT (new.`name`, new.`aliases`, new.`description`) BEGIN
	INSERT INTO `search_all_actors` (rowid, `name`, `body`)
		SELECT `key`, `name`, `body` FROM `search_all_actors_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
-- A change of one of several that are one changes the words of whom, or what, is shown for them.
CREATE TRIGGER `search_of_public_actor_before` BEFORE UPDATE OF `name`, `aliases`, `description`, `review`, `shown` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`, old.`review`, old.`shown`) IS NOT (new.`name`, new.`aliases`, new.`description`, new.`review`, new.`shown`) BEGIN
	INSERT INTO `search_public_actors` (`search_public_actors`, rowid, `name`, `body`)
		SELECT 'delete', `key`, `name`, `body` FROM `search_public_actors_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_actor_after` AFTER UPDATE OF `name`, `aliases`, `description`, `review`, `shown` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`, old.`review`, old.`shown`) IS NOT (new.`name`, new.`aliases`, new.`description`, new.`review`, new.`shown`) BEGIN
	INSERT INTO `search_public_actors` (rowid, `name`, `body`)
		SELECT `key`, `name`, `body` FROM `search_public_actors_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TRIGGER `search_of_new_claim` AFTER INSERT ON `claims` BEGIN
	INSERT INTO `search_all_claims` (rowid, `text`)
		SELECT `key`, `text` FROM `search_all_claims_words` WHERE `key` = new.`key`;
	INSERT INTO `search_public_claims` (rowid, `text`, `wordings`)
		SELECT `key`, `text`, `wordings` FROM `search_public_claims_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_claim_before` BEFORE UPDATE OF `text` ON `claims`
WHEN old.`text` IS NOT new.`text` BEGIN
	INSERT INTO `search_all_claims` (`search_all_claims`, rowid, `text`)
		SELECT 'delete', `key`, `text` FROM `search_all_claims_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_claim_after` AFTER UPDATE OF `text` ON `claims`
WHEN old.`text` IS NOT new.`text` BEGIN
	INSERT INTO `search_all_claims` (rowid, `text`)
		SELECT `key`, `text` FROM `search_all_claims_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_claim_before` BEFORE UPDATE OF `text`, `public_at`, `review`, `withdrawn_at`, `listed`, `shown` ON `claims`
WHEN (old.`text`, old.`public_at`, old.`review`, old.`withdrawn_at`, old.`listed`, old.`shown`) IS NOT (new.`text`, new.`public_at`, new.`review`, new.`withdrawn_at`, new.`listed`, new.`shown`) BEGIN
	INSERT INTO `search_public_claims` (`search_public_claims`, rowid, `text`, `wordings`)
		SELECT 'delete', `key`, `text`, `wordings` FROM `search_public_claims_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_claim_after` AFTER UPDATE OF `text`, `public_at`, `review`, `withdrawn_at`, `listed`, `shown` ON `claims`
WHEN (old.`text`, old.`public_at`, old.`review`, old.`withdrawn_at`, old.`listed`, old.`shown`) IS NOT (new.`text`, new.`public_at`, new.`review`, new.`withdrawn_at`, new.`listed`, new.`shown`) BEGIN
	INSERT INTO `search_public_claims` (rowid, `text`, `wordings`)
		SELECT `key`, `text`, `wordings` FROM `search_public_claims_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;
