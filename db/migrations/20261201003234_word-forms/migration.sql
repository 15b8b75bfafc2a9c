-- By hand: the indexes of the search find words by other forms, too, in a column of their own. Of scripts without spaces these are
-- the pairs of letters that stand beside each other, in a run of which each part is found; of names what they are without
-- apostrophes and hyphens, and by letters that every keyboard has. Most rows have none, and take no more room than before.
DROP TABLE `search_all_articles`;--> statement-breakpoint
DROP TABLE `search_public_articles`;--> statement-breakpoint
DROP TABLE `search_public_actors`;--> statement-breakpoint
DROP TABLE `search_all_claims`;--> statement-breakpoint
DROP TABLE `search_public_claims`;--> statement-breakpoint
DROP TRIGGER `search_of_new_article`;--> statement-breakpoint
DROP TRIGGER `search_of_article_before`;--> statement-breakpoint
DROP TRIGGER `search_of_article_after`;--> statement-breakpoint
DROP TRIGGER `search_pending_begun`;--> statement-breakpoint
DROP TRIGGER `search_pending_done`;--> statement-breakpoint
DROP TRIGGER `search_of_new_actor`;--> statement-breakpoint
DROP TRIGGER `search_of_public_actor_before`;--> statement-breakpoint
DROP TRIGGER `search_of_public_actor_after`;--> statement-breakpoint
DROP TRIGGER `search_of_new_claim`;--> statement-breakpoint
DROP TRIGGER `search_of_claim_before`;--> statement-breakpoint
DROP TRIGGER `search_of_claim_after`;--> statement-breakpoint
DROP TRIGGER `search_of_public_claim_before`;--> statement-breakpoint
DROP TRIGGER `search_of_public_claim_after`;--> statement-breakpoint
DROP VIEW `search_all_articles_words`;--> statement-breakpoint
DROP VIEW `search_public_articles_words`;--> statement-breakpoint
DROP VIEW `search_public_actors_words`;--> statement-breakpoint
DROP VIEW `search_all_claims_words`;--> statement-breakpoint
DROP VIEW `search_public_claims_words`;--> statement-breakpoint
CREATE VIEW `search_all_articles_words` (`key`, `title`, `text`, `forms`) AS
	SELECT `key`, `title`, `text`, CASE WHEN `title` GLOB '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]*' THEN coalesce((WITH RECURSIVE `blocks`(`at`, `block`) AS (
			SELECT 1, substr((`title` || ' ' || coalesce(`text`, '')), 1, 251)
			UNION ALL SELECT `at` + 250, substr((`title` || ' ' || coalesce(`text`, '')), `at` + 250, 251) FROM `blocks` WHERE length(`block`) > 250 AND `at` < 100000)
		SELECT group_concat((WITH RECURSIVE `letters`(`i`, `a`, `b`) AS (
				SELECT 1, substr(`block`, 1, 1), substr(`block`, 2, 1)
				UNION ALL SELECT `i` + 1, `b`, substr(`block`, `i` + 2, 1) FROM `letters` WHERE `i` < 250 AND `b` <> '')
			SELECT group_concat(CASE WHEN `b` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]' THEN `a` || `b` ELSE `a` END, ' ') FROM `letters` WHERE `a` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]'), ' ')
		FROM `blocks`), '') ELSE '' END
	FROM `articles` WHERE `withdrawn_at` IS NULL;--> statement-breakpoint
CREATE VIEW `search_public_articles_words` (`key`, `title`, `outlet`, `body`, `forms`) AS
	SELECT `key`, `title`, `outlet`, `body`, CASE WHEN (`title` || `outlet`) GLOB '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]*' THEN coalesce((WITH RECURSIVE `blocks`(`at`, `block`) AS (
			SELECT 1, substr((`title` || ' ' || `outlet` || ' ' || `body`), 1, 251)
			UNION ALL SELECT `at` + 250, substr((`title` || ' ' || `outlet` || ' ' || `body`), `at` + 250, 251) FROM `blocks` WHERE length(`block`) > 250 AND `at` < 100000)
		SELECT group_concat((WITH RECURSIVE `letters`(`i`, `a`, `b`) AS (
				SELECT 1, substr(`block`, 1, 1), substr(`block`, 2, 1)
				UNION ALL SELECT `i` + 1, `b`, substr(`block`, `i` + 2, 1) FROM `letters` WHERE `i` < 250 AND `b` <> '')
			SELECT group_concat(CASE WHEN `b` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]' THEN `a` || `b` ELSE `a` END, ' ') FROM `letters` WHERE `a` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]'), ' ')
		FROM `blocks`), '') ELSE '' END
	FROM (
	SELECT `key`, `title`,
			coalesce((SELECT `name` FROM `actors` WHERE `actors`.`key` = `articles`.`shown_outlet` AND `review` = 'VERIFIED'), '') AS `outlet`,
			CASE WHEN `text_is_public` = 1 AND `text` IS NOT NULL THEN `text`
				ELSE coalesce((SELECT group_concat(`quote`, ' … ') FROM (
					SELECT `quote` FROM `evidence`
					WHERE `article` = `articles`.`key` AND `withdrawn_at` IS NULL AND `quote` IS NOT NULL
						AND EXISTS (SELECT 1 FROM `stances` WHERE `stances`.`key` = `evidence`.`stance` AND `listed` = 1)
					GROUP BY `start`, `end`, `quote` ORDER BY `start`, `end`, `quote`)), '') END AS `body`
		FROM `articles` WHERE `withdrawn_at` IS NULL);--> statement-breakpoint
-- Other names of an actor, a line each, and what else is told of it.
CREATE VIEW `search_actors_called` (`key`, `name`, `called`, `told`, `shown`, `review`) AS
	SELECT `key`, `name`,
		coalesce((WITH RECURSIVE `n`(`i`) AS (SELECT 0 UNION ALL SELECT `i` + 1 FROM `n` WHERE `i` + 1 < json_array_length(`aliases`))
			SELECT group_concat(`aliases` ->> `i`, char(10)) || char(10) FROM `n`), ''),
		coalesce(`description`, ''), `shown`, `review`
	FROM `actors`;--> statement-breakpoint
-- Whatever is one with the actor is called so, too.
CREATE VIEW `search_public_actors_words` (`key`, `name`, `aliases`, `description`, `forms`) AS
	SELECT `key`, `name`, `aliases`, `description`,
		CASE WHEN (`name` || `aliases`) GLOB '*[''’łŁøØđĐßæÆœŒıäÄöÖüÜåÅ-]*'
			THEN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace((`name` || char(10) || `aliases`), '''', ''), '’', ''), '-', ''), 'ł', 'l'), 'Ł', 'L'), 'ø', 'oe'), 'Ø', 'Oe'), 'đ', 'd'), 'Đ', 'D'), 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'Ae'), 'œ', 'oe'), 'Œ', 'Oe'), 'ı', 'i'), 'ä', 'ae'), 'Ä', 'Ae'), 'ö', 'oe'), 'Ö', 'Oe'), 'ü', 'ue'), 'Ü', 'Ue'), 'å', 'aa'), 'Å', 'Aa')
				|| char(10) || replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace((`name` || char(10) || `aliases`), '''', ''), '’', ''), '-', ''), 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D'), 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'Ae'), 'œ', 'oe'), 'Œ', 'Oe'), 'ı', 'i') || char(10) ELSE '' END
		|| CASE WHEN (`name` || `aliases` || `description`) GLOB '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]*' THEN coalesce((WITH RECURSIVE `blocks`(`at`, `block`) AS (
			SELECT 1, substr((`name` || ' ' || `aliases` || ' ' || `description`), 1, 251)
			UNION ALL SELECT `at` + 250, substr((`name` || ' ' || `aliases` || ' ' || `description`), `at` + 250, 251) FROM `blocks` WHERE length(`block`) > 250 AND `at` < 100000)
		SELECT group_concat((WITH RECURSIVE `letters`(`i`, `a`, `b`) AS (
				SELECT 1, substr(`block`, 1, 1), substr(`block`, 2, 1)
				UNION ALL SELECT `i` + 1, `b`, substr(`block`, `i` + 2, 1) FROM `letters` WHERE `i` < 250 AND `b` <> '')
			SELECT group_concat(CASE WHEN `b` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]' THEN `a` || `b` ELSE `a` END, ' ') FROM `letters` WHERE `a` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]'), ' ')
		FROM `blocks`), '') ELSE '' END
	FROM (
		SELECT `key`, `name`,
			`called` || coalesce((SELECT group_concat(`name` || char(10) || `called`, '') FROM (
				SELECT `name`, `called` FROM `search_actors_called` `one`
				WHERE `one`.`shown` = `whole`.`key` AND `one`.`review` = 'VERIFIED' ORDER BY `one`.`key`)), '') AS `aliases`,
			`told` || coalesce((SELECT char(10) || group_concat(`told`, char(10)) FROM (
				SELECT `told` FROM `search_actors_called` `one`
				WHERE `one`.`shown` = `whole`.`key` AND `one`.`review` = 'VERIFIED' AND `told` <> '' ORDER BY `one`.`key`)), '') AS `description`
		FROM `search_actors_called` `whole` WHERE `shown` IS NULL AND `review` = 'VERIFIED');--> statement-breakpoint
CREATE VIEW `search_all_claims_words` (`key`, `text`, `forms`) AS
	SELECT `key`, `text`, CASE WHEN `text` GLOB '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]*' THEN coalesce((WITH RECURSIVE `blocks`(`at`, `block`) AS (
			SELECT 1, substr(`text`, 1, 251)
			UNION ALL SELECT `at` + 250, substr(`text`, `at` + 250, 251) FROM `blocks` WHERE length(`block`) > 250 AND `at` < 100000)
		SELECT group_concat((WITH RECURSIVE `letters`(`i`, `a`, `b`) AS (
				SELECT 1, substr(`block`, 1, 1), substr(`block`, 2, 1)
				UNION ALL SELECT `i` + 1, `b`, substr(`block`, `i` + 2, 1) FROM `letters` WHERE `i` < 250 AND `b` <> '')
			SELECT group_concat(CASE WHEN `b` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]' THEN `a` || `b` ELSE `a` END, ' ') FROM `letters` WHERE `a` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]'), ' ')
		FROM `blocks`), '') ELSE '' END
	FROM `claims`;--> statement-breakpoint
-- `wordings` are the other public ones of the claim.
CREATE VIEW `search_public_claims_words` (`key`, `text`, `wordings`, `forms`) AS
	SELECT `key`, `text`, `wordings`,
		CASE WHEN (`text` || `wordings`) GLOB '*[A-Za-z]-[A-Za-z]*' THEN replace(`text` || char(10) || `wordings`, '-', '') || char(10) ELSE '' END
		|| CASE WHEN (`text` || `wordings`) GLOB '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]*' THEN coalesce((WITH RECURSIVE `blocks`(`at`, `block`) AS (
			SELECT 1, substr((`text` || ' ' || `wordings`), 1, 251)
			UNION ALL SELECT `at` + 250, substr((`text` || ' ' || `wordings`), `at` + 250, 251) FROM `blocks` WHERE length(`block`) > 250 AND `at` < 100000)
		SELECT group_concat((WITH RECURSIVE `letters`(`i`, `a`, `b`) AS (
				SELECT 1, substr(`block`, 1, 1), substr(`block`, 2, 1)
				UNION ALL SELECT `i` + 1, `b`, substr(`block`, `i` + 2, 1) FROM `letters` WHERE `i` < 250 AND `b` <> '')
			SELECT group_concat(CASE WHEN `b` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]' THEN `a` || `b` ELSE `a` END, ' ') FROM `letters` WHERE `a` GLOB '[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎𠀀-𪛖]'), ' ')
		FROM `blocks`), '') ELSE '' END
	FROM (
		SELECT `key`, `text`, coalesce((SELECT group_concat(`text`, char(10)) FROM (
			SELECT `text` FROM `claims` `one`
			WHERE `one`.`shown` = `claims`.`key` AND `public_at` IS NOT NULL AND `review` = 'VERIFIED' AND `withdrawn_at` IS NULL
			ORDER BY `one`.`key`)), '') AS `wordings`
		FROM `claims` WHERE `listed` = 1);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_articles` USING fts5(`title`, `text`, `forms`, content = 'search_all_articles_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_all_articles` (`search_all_articles`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_articles` USING fts5(`title`, `outlet`, `body`, `forms`, content = 'search_public_articles_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public_articles` (`search_public_articles`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_actors` USING fts5(`name`, `aliases`, `description`, `forms`, content = 'search_public_actors_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public_actors` (`search_public_actors`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_claims` USING fts5(`text`, `forms`, content = 'search_all_claims_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_all_claims` (`search_all_claims`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_claims` USING fts5(`text`, `wordings`, `forms`, content = 'search_public_claims_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public_claims` (`search_public_claims`) VALUES ('rebuild');--> statement-breakpoint
CREATE TRIGGER `search_of_new_article` AFTER INSERT ON `articles` BEGIN
	INSERT INTO `search_all_articles` (rowid, `title`, `text`, `forms`)
		SELECT `key`, `title`, `text`, `forms` FROM `search_all_articles_words` WHERE `key` = new.`key`;
	INSERT INTO `search_public_articles` (rowid, `title`, `outlet`, `body`, `forms`)
		SELECT `key`, `title`, `outlet`, `body`, `forms` FROM `search_public_articles_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_article_before` BEFORE UPDATE OF `title`, `text`, `withdrawn_at` ON `articles`
WHEN (old.`title`, old.`text`, old.`withdrawn_at`) IS NOT (new.`title`, new.`text`, new.`withdrawn_at`) BEGIN
	INSERT INTO `search_all_articles` (`search_all_articles`, rowid, `title`, `text`, `forms`)
		SELECT 'delete', `key`, `title`, `text`, `forms` FROM `search_all_articles_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_article_after` AFTER UPDATE OF `title`, `text`, `withdrawn_at` ON `articles`
WHEN (old.`title`, old.`text`, old.`withdrawn_at`) IS NOT (new.`title`, new.`text`, new.`withdrawn_at`) BEGIN
	INSERT INTO `search_all_articles` (rowid, `title`, `text`, `forms`)
		SELECT `key`, `title`, `text`, `forms` FROM `search_all_articles_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_begun` BEFORE INSERT ON `search_pending` BEGIN
	INSERT INTO `search_public_articles` (`search_public_articles`, rowid, `title`, `outlet`, `body`, `forms`)
		SELECT 'delete', `key`, `title`, `outlet`, `body`, `forms` FROM `search_public_articles_words` WHERE `key` = new.`article`;
END;--> statement-breakpoint
CREATE TRIGGER `search_pending_done` AFTER DELETE ON `search_pending` BEGIN
	INSERT INTO `search_public_articles` (rowid, `title`, `outlet`, `body`, `forms`)
		SELECT `key`, `title`, `outlet`, `body`, `forms` FROM `search_public_articles_words` WHERE `key` = old.`article`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_new_actor` AFTER INSERT ON `actors` BEGIN
	INSERT INTO `search_all_actors` (rowid, `name`, `body`)
		SELECT `key`, `name`, `body` FROM `search_all_actors_words` WHERE `key` = new.`key`;
	INSERT INTO `search_public_actors` (rowid, `name`, `aliases`, `description`, `forms`)
		SELECT `key`, `name`, `aliases`, `description`, `forms` FROM `search_public_actors_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_actor_before` BEFORE UPDATE OF `name`, `aliases`, `description`, `review`, `shown` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`, old.`review`, old.`shown`) IS NOT (new.`name`, new.`aliases`, new.`description`, new.`review`, new.`shown`) BEGIN
	INSERT INTO `search_public_actors` (`search_public_actors`, rowid, `name`, `aliases`, `description`, `forms`)
		SELECT 'delete', `key`, `name`, `aliases`, `description`, `forms` FROM `search_public_actors_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_actor_after` AFTER UPDATE OF `name`, `aliases`, `description`, `review`, `shown` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`, old.`review`, old.`shown`) IS NOT (new.`name`, new.`aliases`, new.`description`, new.`review`, new.`shown`) BEGIN
	INSERT INTO `search_public_actors` (rowid, `name`, `aliases`, `description`, `forms`)
		SELECT `key`, `name`, `aliases`, `description`, `forms` FROM `search_public_actors_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TRIGGER `search_of_new_claim` AFTER INSERT ON `claims` BEGIN
	INSERT INTO `search_all_claims` (rowid, `text`, `forms`)
		SELECT `key`, `text`, `forms` FROM `search_all_claims_words` WHERE `key` = new.`key`;
	INSERT INTO `search_public_claims` (rowid, `text`, `wordings`, `forms`)
		SELECT `key`, `text`, `wordings`, `forms` FROM `search_public_claims_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_claim_before` BEFORE UPDATE OF `text` ON `claims`
WHEN old.`text` IS NOT new.`text` BEGIN
	INSERT INTO `search_all_claims` (`search_all_claims`, rowid, `text`, `forms`)
		SELECT 'delete', `key`, `text`, `forms` FROM `search_all_claims_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_claim_after` AFTER UPDATE OF `text` ON `claims`
WHEN old.`text` IS NOT new.`text` BEGIN
	INSERT INTO `search_all_claims` (rowid, `text`, `forms`)
		SELECT `key`, `text`, `forms` FROM `search_all_claims_words` WHERE `key` = new.`key`;
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_claim_before` BEFORE UPDATE OF `text`, `public_at`, `review`, `withdrawn_at`, `listed`, `shown` ON `claims`
WHEN (old.`text`, old.`public_at`, old.`review`, old.`withdrawn_at`, old.`listed`, old.`shown`) IS NOT (new.`text`, new.`public_at`, new.`review`, new.`withdrawn_at`, new.`listed`, new.`shown`) BEGIN
	INSERT INTO `search_public_claims` (`search_public_claims`, rowid, `text`, `wordings`, `forms`)
		SELECT 'delete', `key`, `text`, `wordings`, `forms` FROM `search_public_claims_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TRIGGER `search_of_public_claim_after` AFTER UPDATE OF `text`, `public_at`, `review`, `withdrawn_at`, `listed`, `shown` ON `claims`
WHEN (old.`text`, old.`public_at`, old.`review`, old.`withdrawn_at`, old.`listed`, old.`shown`) IS NOT (new.`text`, new.`public_at`, new.`review`, new.`withdrawn_at`, new.`listed`, new.`shown`) BEGIN
	INSERT INTO `search_public_claims` (rowid, `text`, `wordings`, `forms`)
		SELECT `key`, `text`, `wordings`, `forms` FROM `search_public_claims_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;
