PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT,
	`type` text NOT NULL,
	`noun` text NOT NULL,
	`subject` integer NOT NULL,
	`at` integer NOT NULL UNIQUE,
	`by_token` integer,
	`visibility` text NOT NULL,
	`payload` text NOT NULL,
	CONSTRAINT `fk_events_by_token_tokens_key_fk` FOREIGN KEY (`by_token`) REFERENCES `tokens`(`key`),
	CONSTRAINT "event_type" CHECK("type" in ('ARTICLE_ADDED', 'ARTICLE_CHANGED', 'ARTICLE_WITHDRAWN', 'ARTICLE_RESTORED', 'ARTICLE_ERASED', 'ACTOR_ADDED', 'ACTOR_CHANGED', 'ACTORS_MERGED', 'ACTOR_MERGE_REVOKED', 'AFFILIATION_ADDED', 'AFFILIATION_ENDED', 'CLAIM_RECORDED', 'CLAIM_ADDED', 'CLAIM_CHANGED', 'CLAIM_WITHDRAWN', 'CLAIMS_LINKED', 'CLAIM_LINK_REVOKED', 'STANCE_ADDED', 'STANCE_CHANGED', 'STANCE_REVIEWED', 'STANCE_WITHDRAWN', 'EVIDENCE_ADDED', 'EVIDENCE_WITHDRAWN', 'STANDING_CHANGED', 'TOKEN_CREATED', 'TOKEN_REVOKED')),
	CONSTRAINT "event_noun" CHECK("noun" in ('article', 'actor', 'affiliation', 'claim', 'link', 'merge', 'stance', 'evidence', 'token')),
	CONSTRAINT "event_visibility" CHECK("visibility" in ('PUBLIC', 'EDITORS', 'ADMINS'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_events`(`seq`, `type`, `noun`, `subject`, `at`, `by_token`, `visibility`, `payload`) SELECT `seq`, `type`, `noun`, `subject`, `at`, `by_token`, `visibility`, `payload` FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `events_by_type` ON `events` (`type`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`noun`,`subject`);