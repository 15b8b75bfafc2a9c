-- By hand, all of it: drizzle-kit sees neither that an index is of fewer rows or columns nor that a table has no row numbers of its own.
-- A standing is stored without names, by the places of its words in the lists of db/rules/vocabulary.ts: see db/rules/standing-stored.ts.
CREATE TABLE `__new_standings` (
	`claim` integer PRIMARY KEY,
	`rule` integer NOT NULL,
	`standing` text NOT NULL,
	CONSTRAINT `fk_standings_claim_claims_key_fk` FOREIGN KEY (`claim`) REFERENCES `claims`(`key`),
	CONSTRAINT "standing_rule" CHECK("rule" between 1 and 8)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_standings` (`claim`, `rule`, `standing`)
	SELECT `claim`, `rule`, json_array(
		`rule`,
		json_array(`counts` ->> 'FOR', `counts` ->> 'RELAYED', `counts` ->> 'MIXED', `counts` ->> 'NONE', `counts` ->> 'AGAINST', coalesce(`counts` ->> 'WITHDRAWN', 0)),
		(SELECT json_group_array(CASE json_array_length(`spoken_by`)
			WHEN 0 THEN json_array(`actor`, `stance`, `kind`, `hearsay`, json(`on_word_of`))
			ELSE json_array(`actor`, `stance`, `kind`, `hearsay`, json(`on_word_of`), `holder`, json(`spoken_by`), json(`dissenting`)) END)
		FROM (SELECT `value` ->> 'actor' AS `actor`, `value` ->> 'stance' AS `stance`, `value` ->> 'hearsay' AS `hearsay`,
				`value` ->> 'holder' AS `holder`, `value` -> 'onWordOf' AS `on_word_of`, `value` -> 'spokenBy' AS `spoken_by`,
				`value` -> 'dissenting' AS `dissenting`,
				CASE `value` ->> 'kind' WHEN 'ASSERTS' THEN 0 WHEN 'CONFIRMS' THEN 1 WHEN 'SUPPORTS' THEN 2 WHEN 'REPORTS' THEN 3
					WHEN 'QUALIFIES' THEN 4 WHEN 'QUESTIONS' THEN 5 WHEN 'DECLINES' THEN 6 WHEN 'NO_REPLY' THEN 7
					WHEN 'DENIES' THEN 8 WHEN 'OPPOSES' THEN 9 WHEN 'RETRACTS' THEN 10 END AS `kind`
			FROM json_each(`sides`) ORDER BY `json_each`.`id`)),
		(SELECT json_group_array(json_array(`value` ->> 'actor', `value` ->> 'stance',
			CASE `value` ->> 'of' WHEN 'FOR' THEN 0 WHEN 'RELAYED' THEN 1 WHEN 'MIXED' THEN 2 WHEN 'NONE' THEN 3 WHEN 'AGAINST' THEN 4
				WHEN 'WITHDRAWN' THEN 5 END))
		FROM (SELECT `value` FROM json_each(`retracted`) ORDER BY `id`)),
		(SELECT json_group_array(json_array(`value` ->> 'actor', `value` ->> 'articleCount'))
		FROM (SELECT `value` FROM json_each(`origins`) ORDER BY `id`)),
		`articles`, `outlets`, json(`disputed_via`), `unnamed`)
	FROM (SELECT `claim`, `rule`, `standing` -> 'counts' AS `counts`, `standing` -> 'sides' AS `sides`, `standing` -> 'retracted' AS `retracted`,
			`standing` -> 'origins' AS `origins`, `standing` ->> 'articleCount' AS `articles`, `standing` ->> 'outletCount' AS `outlets`,
			`standing` -> 'disputedVia' AS `disputed_via`, `standing` ->> 'onlyUnnamedSources' AS `unnamed`
		FROM `standings` ORDER BY `claim`);--> statement-breakpoint
DROP TABLE `standings`;--> statement-breakpoint
ALTER TABLE `__new_standings` RENAME TO `standings`;--> statement-breakpoint
-- That words stand in their own article needs no row.
CREATE TABLE `__new_evidence_versions` (
	`evidence` integer NOT NULL,
	`article` integer NOT NULL,
	CONSTRAINT `evidence_versions_pk` PRIMARY KEY(`evidence`, `article`),
	CONSTRAINT `fk_evidence_versions_evidence_evidence_key_fk` FOREIGN KEY (`evidence`) REFERENCES `evidence`(`key`),
	CONSTRAINT `fk_evidence_versions_article_articles_key_fk` FOREIGN KEY (`article`) REFERENCES `articles`(`key`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_evidence_versions` (`evidence`, `article`)
	SELECT `evidence`, `article` FROM `evidence_versions` `version`
	WHERE `article` <> (SELECT `article` FROM `evidence` WHERE `key` = `version`.`evidence`);--> statement-breakpoint
DROP TABLE `evidence_versions`;--> statement-breakpoint
ALTER TABLE `__new_evidence_versions` RENAME TO `evidence_versions`;--> statement-breakpoint
CREATE INDEX `evidence_versions_by_article` ON `evidence_versions` (`article`);--> statement-breakpoint
-- Of what most rows have nothing, the index holds those that have it.
DROP INDEX `stances_by_said_in`;--> statement-breakpoint
CREATE INDEX `stances_by_said_in` ON `stances` (`said_in`) WHERE "stances"."said_in" is not null;--> statement-breakpoint
DROP INDEX `claims_by_shown`;--> statement-breakpoint
CREATE INDEX `claims_by_shown` ON `claims` (`shown`) WHERE "claims"."shown" is not null;--> statement-breakpoint
DROP INDEX `reviews_by_claim`;--> statement-breakpoint
CREATE INDEX `reviews_by_claim` ON `reviews` (`claim`) WHERE "reviews"."claim" is not null;--> statement-breakpoint
DROP INDEX `reviews_by_stance`;--> statement-breakpoint
CREATE INDEX `reviews_by_stance` ON `reviews` (`stance`) WHERE "reviews"."stance" is not null;--> statement-breakpoint
DROP INDEX `articles_by_credited_to`;--> statement-breakpoint
CREATE INDEX `articles_by_credited_to` ON `articles` (`credited_to`) WHERE "articles"."credited_to" is not null;--> statement-breakpoint
DROP INDEX `articles_by_supersedes`;--> statement-breakpoint
CREATE INDEX `articles_by_supersedes` ON `articles` (`supersedes`) WHERE "articles"."supersedes" is not null;--> statement-breakpoint
DROP INDEX `actors_by_granted_by`;--> statement-breakpoint
CREATE INDEX `actors_by_granted_by` ON `actors` (`granted_by`) WHERE "actors"."granted_by" is not null;--> statement-breakpoint
DROP INDEX `actors_by_shown`;--> statement-breakpoint
CREATE INDEX `actors_by_shown` ON `actors` (`shown`) WHERE "actors"."shown" is not null;--> statement-breakpoint
DROP INDEX `stances_by_claim`;--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claim`);
