-- By hand: the words by which actors and claims were found by everyone, and the titles of articles, up to which event (until). Of one key that row
-- was in force which ends next; behind the last of them are the words of now. What is on record already had its words at the last event.
CREATE TABLE `actor_word_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` integer NOT NULL,
	`until` integer NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`description` text NOT NULL,
	`forms` text NOT NULL
) STRICT;--> statement-breakpoint
CREATE UNIQUE INDEX `actor_word_history_in_force` ON `actor_word_history` (`key`, `until`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_former_actors` USING fts5(`name`, `aliases`, `description`, `forms`, content = 'actor_word_history', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE TRIGGER `actor_word_history_found` AFTER INSERT ON `actor_word_history` BEGIN
	INSERT INTO `search_former_actors` (rowid, `name`, `aliases`, `description`, `forms`) VALUES (new.`id`, new.`name`, new.`aliases`, new.`description`, new.`forms`);
END;--> statement-breakpoint
CREATE TRIGGER `actor_word_history_of_change` BEFORE UPDATE OF `name`, `aliases`, `description`, `review`, `shown` ON `actors`
WHEN (old.`name`, old.`aliases`, old.`description`, old.`review`, old.`shown`) IS NOT (new.`name`, new.`aliases`, new.`description`, new.`review`, new.`shown`) BEGIN
	INSERT OR IGNORE INTO `actor_word_history` (`key`, `until`, `name`, `aliases`, `description`, `forms`)
		SELECT `key`, (SELECT coalesce(max(`seq`), 0) FROM `events`), `name`, `aliases`, `description`, `forms` FROM `search_public_actors_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TABLE `claim_word_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` integer NOT NULL,
	`until` integer NOT NULL,
	`text` text NOT NULL,
	`wordings` text NOT NULL,
	`forms` text NOT NULL
) STRICT;--> statement-breakpoint
CREATE UNIQUE INDEX `claim_word_history_in_force` ON `claim_word_history` (`key`, `until`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_former_claims` USING fts5(`text`, `wordings`, `forms`, content = 'claim_word_history', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE TRIGGER `claim_word_history_found` AFTER INSERT ON `claim_word_history` BEGIN
	INSERT INTO `search_former_claims` (rowid, `text`, `wordings`, `forms`) VALUES (new.`id`, new.`text`, new.`wordings`, new.`forms`);
END;--> statement-breakpoint
CREATE TRIGGER `claim_word_history_of_change` BEFORE UPDATE OF `text`, `public_at`, `review`, `withdrawn_at`, `listed`, `shown` ON `claims`
WHEN (old.`text`, old.`public_at`, old.`review`, old.`withdrawn_at`, old.`listed`, old.`shown`) IS NOT (new.`text`, new.`public_at`, new.`review`, new.`withdrawn_at`, new.`listed`, new.`shown`) BEGIN
	INSERT OR IGNORE INTO `claim_word_history` (`key`, `until`, `text`, `wordings`, `forms`)
		SELECT `key`, (SELECT coalesce(max(`seq`), 0) FROM `events`), `text`, `wordings`, `forms` FROM `search_public_claims_words` WHERE `key` IN (new.`key`, old.`shown`, new.`shown`);
END;--> statement-breakpoint
CREATE TABLE `article_word_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` integer NOT NULL,
	`until` integer NOT NULL,
	`title` text NOT NULL
) STRICT;--> statement-breakpoint
CREATE UNIQUE INDEX `article_word_history_in_force` ON `article_word_history` (`key`, `until`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_former_articles` USING fts5(`title`, content = 'article_word_history', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE TRIGGER `article_word_history_found` AFTER INSERT ON `article_word_history` BEGIN
	INSERT INTO `search_former_articles` (rowid, `title`) VALUES (new.`id`, new.`title`);
END;--> statement-breakpoint
CREATE TRIGGER `article_word_history_of_change` BEFORE UPDATE OF `title`, `withdrawn_at` ON `articles`
WHEN (old.`title`, old.`withdrawn_at`) IS NOT (new.`title`, new.`withdrawn_at`) BEGIN
	INSERT OR IGNORE INTO `article_word_history` (`key`, `until`, `title`)
		SELECT `key`, (SELECT coalesce(max(`seq`), 0) FROM `events`), `title` FROM `articles` WHERE `key` = new.`key` AND `withdrawn_at` IS NULL;
END;--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('words', (SELECT coalesce(max(`seq`), 0) FROM `events`));
