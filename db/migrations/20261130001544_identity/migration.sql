ALTER TABLE `actors` ADD `shown` integer REFERENCES actors(key);--> statement-breakpoint
ALTER TABLE `articles` ADD `shown_outlet` integer REFERENCES actors(key);--> statement-breakpoint
ALTER TABLE `claim_links` ADD `shown` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `shown` integer REFERENCES claims(key);--> statement-breakpoint
ALTER TABLE `claims` ADD `all_topics` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `told_at` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `known_by` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `shown_claim` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `shown_actor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `effective_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `effective_basis` text DEFAULT 'RECORDED' NOT NULL;--> statement-breakpoint
DROP INDEX IF EXISTS `articles_by_outlet`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_claim_and_polarity`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_actor`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_actor_and_claim`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_actor_and_polarity`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_said_ascending`;--> statement-breakpoint
DROP INDEX IF EXISTS `stances_by_said_descending`;--> statement-breakpoint
CREATE INDEX `actors_by_shown` ON `actors` (`shown`);--> statement-breakpoint
CREATE INDEX `articles_by_shown_outlet` ON `articles` (`shown_outlet`);--> statement-breakpoint
CREATE INDEX `claims_by_shown` ON `claims` (`shown`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_claim` ON `stances` (`shown_claim`,`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_claim_and_polarity` ON `stances` (`shown_claim`,`counting`,`polarity`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_actor` ON `stances` (`shown_actor`,`listed`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_actor_and_claim` ON `stances` (`shown_actor`,`listed`,`shown_claim`);--> statement-breakpoint
CREATE INDEX `stances_by_shown_actor_and_polarity` ON `stances` (`shown_actor`,`counting`,`polarity`,`shown_claim`);--> statement-breakpoint
CREATE INDEX `stances_by_effective_at` ON `stances` (`listed`,`effective_at`);--> statement-breakpoint
ALTER TABLE `stances` DROP COLUMN `said_ascending`;--> statement-breakpoint
ALTER TABLE `stances` DROP COLUMN `said_descending`;--> statement-breakpoint
ALTER TABLE `stances` DROP COLUMN `said_moment`;--> statement-breakpoint
-- What the projection says of a record in which nothing is one with anything else; it is projected anew when it is opened.
UPDATE `stances` SET `shown_claim` = `claim`, `shown_actor` = `actor`, `effective_at` = `recorded_at`;--> statement-breakpoint
UPDATE `claims` SET `all_topics` = `topics`, `told_at` = `public_at`;--> statement-breakpoint
UPDATE `articles` SET `shown_outlet` = `outlet`;--> statement-breakpoint
UPDATE `claim_links` SET `shown` = iif(
	ifnull((SELECT `public_at` FROM `claims` WHERE `key` = `to_claim`), 9e15) < ifnull((SELECT `public_at` FROM `claims` WHERE `key` = `from_claim`), 9e15)
	OR (SELECT `public_at` FROM `claims` WHERE `key` = `to_claim`) IS (SELECT `public_at` FROM `claims` WHERE `key` = `from_claim`) AND `to_claim` < `from_claim`, 'TO', 'FROM') WHERE `kind` = 'SAME_AS';--> statement-breakpoint
INSERT INTO `meta` (`name`, `value`) VALUES ('standings', '0');
