CREATE TABLE `affiliation_drafts` (
	`stance` integer NOT NULL,
	`actor` integer NOT NULL,
	`of_actor` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `affiliation_drafts_pk` PRIMARY KEY(`stance`, `of_actor`),
	CONSTRAINT `fk_affiliation_drafts_stance_stances_key_fk` FOREIGN KEY (`stance`) REFERENCES `stances`(`key`),
	CONSTRAINT `fk_affiliation_drafts_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_affiliation_drafts_of_actor_actors_key_fk` FOREIGN KEY (`of_actor`) REFERENCES `actors`(`key`)
) STRICT;
