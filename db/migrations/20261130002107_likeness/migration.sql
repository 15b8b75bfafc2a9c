CREATE TABLE `likenesses` (
	`one` integer NOT NULL,
	`other` integer NOT NULL,
	CONSTRAINT `likenesses_pk` PRIMARY KEY(`one`, `other`),
	CONSTRAINT `fk_likenesses_one_texts_key_fk` FOREIGN KEY (`one`) REFERENCES `texts`(`key`),
	CONSTRAINT `fk_likenesses_other_texts_key_fk` FOREIGN KEY (`other`) REFERENCES `texts`(`key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sketches` (
	`key` integer PRIMARY KEY,
	`width` integer NOT NULL,
	`entries` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `texts` (
	`key` integer PRIMARY KEY,
	`sha256` text NOT NULL UNIQUE,
	`folded` text,
	`shingles` integer,
	`sketch` integer,
	CONSTRAINT `fk_texts_sketch_sketches_key_fk` FOREIGN KEY (`sketch`) REFERENCES `sketches`(`key`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `articles` ADD `text_key` integer REFERENCES texts(key);--> statement-breakpoint
CREATE INDEX `articles_by_text_key` ON `articles` (`text_key`);--> statement-breakpoint
CREATE INDEX `sketches_by_width` ON `sketches` (`width`);--> statement-breakpoint
CREATE INDEX `texts_by_folded` ON `texts` (`folded`);--> statement-breakpoint
-- Written by hand: each text has its row. What its words say is worked out by the program that opens the database.
INSERT INTO `texts` (`sha256`) SELECT `sha256` FROM `articles` GROUP BY `sha256` ORDER BY min(`key`);--> statement-breakpoint
UPDATE `articles` SET `text_key` = (SELECT `texts`.`key` FROM `texts` WHERE `texts`.`sha256` = `articles`.`sha256`);
