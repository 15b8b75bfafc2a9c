CREATE INDEX `actor_merges_by_from` ON `actor_merges` (`from_actor`);--> statement-breakpoint
CREATE INDEX `events_by_visibility` ON `events` (`visibility`);--> statement-breakpoint
-- The numbers in cursors are hidden by a key from now on; those that were handed out before hold up to here.
INSERT INTO `meta` (`name`, `value`) VALUES ('cursor_key', lower(hex(randomblob(32))));--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) SELECT 'last_open_cursor', cast(coalesce(max(`seq`), 0) AS text) FROM `events`;--> statement-breakpoint
-- What everyone may read, and the index by which it is found: the same for each change, whoever makes it. `noun` is the place
-- in `foundNouns`, and the number of a row four times the key and that. A migration that makes one of these tables anew
-- drops the view first, and makes the view and the triggers of the table again after it.
CREATE VIEW `search_public_words` (`noun`, `key`, `title`, `outlet`, `body`) AS
	SELECT 0, `articles`.`key`, `articles`.`title`,
		coalesce((SELECT `actors`.`name` FROM `actors` WHERE `actors`.`key` = `articles`.`shown_outlet` AND `actors`.`review` = 'VERIFIED'), ''),
		CASE WHEN `articles`.`text_is_public` = 1 AND `articles`.`text` IS NOT NULL THEN `articles`.`text`
			ELSE coalesce((SELECT group_concat(`quote`, ' … ') FROM (
				SELECT `quote` FROM `evidence`
				WHERE `evidence`.`article` = `articles`.`key` AND `evidence`.`withdrawn_at` IS NULL AND `evidence`.`quote` IS NOT NULL
					AND EXISTS (SELECT 1 FROM `stances` WHERE `stances`.`key` = `evidence`.`stance` AND `stances`.`listed` = 1)
				GROUP BY `quote` ORDER BY min(`start`), `quote`)), '') END
	FROM `articles`
	UNION ALL
	SELECT 1, `key`, `name`, '',
		coalesce((SELECT group_concat(`value`, char(10)) FROM json_each(`aliases`)), '') || char(10) || coalesce(`description`, '')
	FROM `actors` WHERE `review` = 'VERIFIED'
	UNION ALL
	SELECT 2, `key`, `text`, '', ''
	FROM `claims` WHERE `public_at` IS NOT NULL AND `review` = 'VERIFIED' AND `withdrawn_at` IS NULL;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public` USING fts5(`title`, `outlet`, `body`, tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
	SELECT `key` * 4 + `noun`, `title`, `outlet`, `body` FROM `search_public_words`;--> statement-breakpoint
CREATE TRIGGER `search_public_of_new_article` AFTER INSERT ON `articles` BEGIN
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 0 AND `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_article` AFTER UPDATE OF `title`, `text`, `text_is_public`, `shown_outlet` ON `articles`
WHEN (old.`title`, old.`text`, old.`text_is_public`, old.`shown_outlet`)
	IS NOT (new.`title`, new.`text`, new.`text_is_public`, new.`shown_outlet`)
BEGIN
	DELETE FROM `search_public` WHERE rowid = new.`key` * 4;
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 0 AND `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_new_actor` AFTER INSERT ON `actors` BEGIN
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4 + 1, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 1 AND `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_actor` AFTER UPDATE OF `name`, `aliases`, `description`, `review` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`, old.`review`)
	IS NOT (new.`name`, new.`aliases`, new.`description`, new.`review`)
BEGIN
	DELETE FROM `search_public` WHERE rowid = new.`key` * 4 + 1;
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4 + 1, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 1 AND `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_outlet` AFTER UPDATE OF `name`, `review` ON `actors`
WHEN (old.`name`, old.`review`) IS NOT (new.`name`, new.`review`)
BEGIN
	DELETE FROM `search_public` WHERE rowid IN (SELECT `key` * 4 FROM `articles` WHERE `shown_outlet` = new.`key`);
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4, `title`, `outlet`, `body` FROM `search_public_words`
		WHERE `noun` = 0 AND `key` IN (SELECT `key` FROM `articles` WHERE `shown_outlet` = new.`key`);
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_new_claim` AFTER INSERT ON `claims` BEGIN
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4 + 2, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 2 AND `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_claim` AFTER UPDATE OF `text`, `public_at`, `review`, `withdrawn_at` ON `claims`
WHEN (old.`text`, old.`public_at`, old.`review`, old.`withdrawn_at`)
	IS NOT (new.`text`, new.`public_at`, new.`review`, new.`withdrawn_at`)
BEGIN
	DELETE FROM `search_public` WHERE rowid = new.`key` * 4 + 2;
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4 + 2, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 2 AND `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_new_evidence` AFTER INSERT ON `evidence`
WHEN EXISTS (SELECT 1 FROM `stances` WHERE `key` = new.`stance` AND `listed` = 1)
	AND EXISTS (SELECT 1 FROM `articles` WHERE `key` = new.`article` AND (`text_is_public` = 0 OR `text` IS NULL))
BEGIN
	DELETE FROM `search_public` WHERE rowid = new.`article` * 4;
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 0 AND `key` = new.`article`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_evidence` AFTER UPDATE OF `quote`, `withdrawn_at` ON `evidence`
WHEN (old.`quote`, old.`withdrawn_at`) IS NOT (new.`quote`, new.`withdrawn_at`)
	AND EXISTS (SELECT 1 FROM `articles` WHERE `key` = new.`article` AND (`text_is_public` = 0 OR `text` IS NULL))
BEGIN
	DELETE FROM `search_public` WHERE rowid = new.`article` * 4;
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4, `title`, `outlet`, `body` FROM `search_public_words` WHERE `noun` = 0 AND `key` = new.`article`;
END;--> statement-breakpoint
CREATE TRIGGER `search_public_of_stance` AFTER UPDATE OF `listed` ON `stances` WHEN old.`listed` IS NOT new.`listed`
BEGIN
	DELETE FROM `search_public` WHERE rowid IN (
		SELECT `article` * 4 FROM `evidence` WHERE `stance` = new.`key`
			AND EXISTS (SELECT 1 FROM `articles` WHERE `key` = `article` AND (`text_is_public` = 0 OR `text` IS NULL)));
	INSERT INTO `search_public` (rowid, `title`, `outlet`, `body`)
		SELECT `key` * 4, `title`, `outlet`, `body` FROM `search_public_words`
		WHERE `noun` = 0 AND `key` IN (
		SELECT `article` FROM `evidence` WHERE `stance` = new.`key`
			AND EXISTS (SELECT 1 FROM `articles` WHERE `key` = `article` AND (`text_is_public` = 0 OR `text` IS NULL)));
END;
