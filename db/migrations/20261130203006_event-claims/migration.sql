ALTER TABLE `events` ADD `claim` integer;--> statement-breakpoint
-- What is on a claim tells of it. A draft that was accepted on another claim keeps in that event which one it was on before.
UPDATE `events` SET `claim` = coalesce(
	(SELECT `payload` -> 'before' ->> 'claim' FROM `events` moved
		WHERE moved.`noun` = 'stance' AND moved.`subject` = `events`.`subject` AND moved.`seq` > `events`.`seq`
			AND moved.`type` = 'STANCE_REVIEWED' AND `payload` -> 'before' ->> 'claim' IS NOT NULL
		ORDER BY moved.`seq` LIMIT 1),
	(SELECT `claim` FROM `stances` WHERE `stances`.`key` = `events`.`subject`)
) WHERE `noun` = 'stance';--> statement-breakpoint
UPDATE `events` SET `claim` = (
	SELECT `stances`.`claim` FROM `evidence` JOIN `stances` ON `stances`.`key` = `evidence`.`stance` WHERE `evidence`.`key` = `events`.`subject`
) WHERE `noun` = 'evidence';--> statement-breakpoint
UPDATE `events` SET `payload` = json_set(`payload`, '$.claims', (
	SELECT json_array(`from_claim`, `to_claim`) FROM `claim_links` WHERE `claim_links`.`key` = `events`.`subject`
)) WHERE `noun` = 'link';--> statement-breakpoint
-- Where claims were one when it was written, it tells of all of them. A withdrawn wording is one by itself.
UPDATE `events` SET `payload` = json_set(`payload`, '$.claims', (
	WITH RECURSIVE joined(claim) AS (
		SELECT `events`.`claim` WHERE `events`.`claim` IS NOT NULL
		UNION SELECT value FROM json_each(`events`.`payload`, '$.claims')
		UNION SELECT CASE joined.claim WHEN l.`from_claim` THEN l.`to_claim` ELSE l.`from_claim` END
		FROM joined JOIN `claim_links` l ON l.`kind` = 'SAME_AS' AND l.`judgement` = 'CONFIRMED' AND joined.claim IN (l.`from_claim`, l.`to_claim`)
			AND l.`recorded_at` <= `events`.`at` AND coalesce(l.`revoked_at`, 9e15) > `events`.`at`
		WHERE NOT EXISTS (
			SELECT 1 FROM `claims` c WHERE c.`key` IN (l.`from_claim`, l.`to_claim`) AND c.`withdrawn_at` <= `events`.`at`
		)
	) SELECT json_group_array(claim) FROM joined
)) WHERE `noun` IN ('stance', 'evidence', 'link') AND EXISTS (
	SELECT 1 FROM `claim_links` l WHERE l.`kind` = 'SAME_AS' AND l.`judgement` = 'CONFIRMED'
		AND (l.`from_claim` IN (`events`.`claim`, `payload` ->> '$.claims[0]', `payload` ->> '$.claims[1]')
			OR l.`to_claim` IN (`events`.`claim`, `payload` ->> '$.claims[0]', `payload` ->> '$.claims[1]'))
);--> statement-breakpoint
UPDATE `events` SET `payload` = json_remove(`payload`, '$.claims') WHERE `noun` IN ('stance', 'evidence') AND json_array_length(`payload`, '$.claims') = 1;--> statement-breakpoint
CREATE INDEX `events_by_claim` ON `events` (`claim`) WHERE "events"."claim" is not null;
