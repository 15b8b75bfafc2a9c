CREATE TABLE `actor_names` (
	`name` text NOT NULL,
	`actor` integer NOT NULL,
	CONSTRAINT `actor_names_pk` PRIMARY KEY(`name`, `actor`),
	CONSTRAINT `fk_actor_names_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `actors` ADD `review` text DEFAULT 'VERIFIED' NOT NULL CHECK("review" in ('DRAFT', 'VERIFIED'));--> statement-breakpoint
ALTER TABLE `evidence` ADD `extractor` text;--> statement-breakpoint
CREATE INDEX `actor_names_by_actor` ON `actor_names` (`actor`);--> statement-breakpoint
CREATE INDEX `actors_by_review` ON `actors` (`review`);--> statement-breakpoint
INSERT OR IGNORE INTO `actor_names` (`name`, `actor`)
SELECT CASE WHEN name LIKE 'the %' THEN ltrim(substr(name, 5)) ELSE name END, `key` FROM (
	SELECT name, `key` FROM `actors` UNION ALL SELECT alias.value, `actors`.`key` FROM `actors`, json_each(`actors`.`aliases`) alias
);
