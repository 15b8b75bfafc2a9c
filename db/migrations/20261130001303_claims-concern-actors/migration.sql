CREATE TABLE `awaited_references` (
	`noun` text NOT NULL,
	`subject` integer NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT `awaited_references_pk` PRIMARY KEY(`noun`, `subject`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `claim_concerns` (
	`claim` integer NOT NULL,
	`position` integer NOT NULL,
	`actor` integer NOT NULL,
	CONSTRAINT `claim_concerns_pk` PRIMARY KEY(`claim`, `position`),
	CONSTRAINT `fk_claim_concerns_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT `fk_claim_concerns_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `claim_links` ADD `shown` text CHECK("shown" in ('FROM', 'TO'));--> statement-breakpoint
ALTER TABLE `stances` ADD `known_by` integer;--> statement-breakpoint
CREATE INDEX `awaited_references_by_name` ON `awaited_references` (`noun`,`name`);--> statement-breakpoint
CREATE INDEX `claim_concerns_by_actor` ON `claim_concerns` (`actor`,`claim`);--> statement-breakpoint
-- By hand: of two claims that are the same, the one public first is shown, else the one recorded first.
UPDATE `claim_links` SET `shown` = (
	SELECT CASE WHEN (coalesce(f.`public_at`, 9e15), f.`key`) < (coalesce(t.`public_at`, 9e15), t.`key`) THEN 'FROM' ELSE 'TO' END
	FROM `claims` f, `claims` t WHERE f.`key` = `from_claim` AND t.`key` = `to_claim`
) WHERE `kind` = 'SAME_AS';
