-- By hand: the indexes of the search hold words by their stems, so that `phoned` finds `phone` and `phoning`.
DROP TABLE `search_all_articles`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_articles` USING fts5(`title`, `text`, content = 'search_all_articles_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_all_articles` (`search_all_articles`) VALUES ('rebuild');--> statement-breakpoint
DROP TABLE `search_public_articles`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_articles` USING fts5(`title`, `outlet`, `body`, content = 'search_public_articles_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public_articles` (`search_public_articles`) VALUES ('rebuild');--> statement-breakpoint
DROP TABLE `search_all_actors`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_actors` USING fts5(`name`, `body`, content = 'search_all_actors_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_all_actors` (`search_all_actors`) VALUES ('rebuild');--> statement-breakpoint
DROP TABLE `search_public_actors`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_actors` USING fts5(`name`, `body`, content = 'search_public_actors_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public_actors` (`search_public_actors`) VALUES ('rebuild');--> statement-breakpoint
DROP TABLE `search_all_claims`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_all_claims` USING fts5(`text`, content = 'search_all_claims_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_all_claims` (`search_all_claims`) VALUES ('rebuild');--> statement-breakpoint
DROP TABLE `search_public_claims`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_public_claims` USING fts5(`text`, `wordings`, content = 'search_public_claims_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_public_claims` (`search_public_claims`) VALUES ('rebuild');
