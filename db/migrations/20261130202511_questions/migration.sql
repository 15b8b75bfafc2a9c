CREATE TABLE `claim_parties` (
	`role` text NOT NULL,
	`actor` integer NOT NULL,
	`claim` integer NOT NULL,
	CONSTRAINT `claim_parties_pk` PRIMARY KEY(`role`, `actor`, `claim`),
	CONSTRAINT `fk_claim_parties_actor_actors_key_fk` FOREIGN KEY (`actor`) REFERENCES `actors`(`key`),
	CONSTRAINT `fk_claim_parties_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT "party_role" CHECK("role" in ('AGAINST', 'CONCERNED'))
) STRICT, WITHOUT ROWID;--> statement-breakpoint
ALTER TABLE `claims` ADD `replies` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `awaiting_reply` integer GENERATED ALWAYS AS (instr("replies", 'NO_REPLY') > 0) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `not_asked` integer GENERATED ALWAYS AS (instr("replies", 'NOT_ASKED') > 0) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `dispute` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stances` ADD `turned_from` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `split_from` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `split_of` integer;--> statement-breakpoint
CREATE INDEX `claim_parties_by_claim` ON `claim_parties` (`claim`);--> statement-breakpoint
CREATE INDEX `claims_by_dispute` ON `claims` (`listed`,`dispute`);--> statement-breakpoint
CREATE INDEX `claims_awaiting_reply` ON `claims` (`listed`) WHERE "claims"."awaiting_reply" = 1;--> statement-breakpoint
CREATE INDEX `claims_not_asked` ON `claims` (`listed`) WHERE "claims"."not_asked" = 1;--> statement-breakpoint
CREATE INDEX `stances_turned` ON `stances` (`shown_actor`,`listed`,`effective_at`) WHERE "stances"."turned_from" is not null;--> statement-breakpoint
CREATE INDEX `stances_split` ON `stances` (`shown_actor`) WHERE "stances"."split_of" is not null;--> statement-breakpoint
CREATE INDEX `stances_split_of` ON `stances` (`split_of`) WHERE "stances"."split_of" is not null;;--> statement-breakpoint
-- Every claim is projected anew when the file is opened next: who answered, who is against it, and where somebody turned.
INSERT OR REPLACE INTO `meta` (`name`, `value`) VALUES ('standings', '0');
