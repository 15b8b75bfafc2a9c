ALTER TABLE `actors` ADD `review` text DEFAULT 'VERIFIED' NOT NULL CHECK("review" in ('DRAFT', 'VERIFIED'));--> statement-breakpoint
ALTER TABLE `evidence` ADD `extractor` text;--> statement-breakpoint
CREATE INDEX `actors_by_review` ON `actors` (`review`);