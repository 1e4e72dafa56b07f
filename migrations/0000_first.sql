CREATE TABLE `blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`media_type` text NOT NULL,
	`width` integer,
	`height` integer,
	`stored_at` integer NOT NULL,
	`text` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dependency` (
	`asked` text NOT NULL,
	`page` integer NOT NULL,
	PRIMARY KEY(`asked`, `page`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `file` (
	`path` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`page` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `language` (
	`lang` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`settings` text NOT NULL,
	`digest` text NOT NULL,
	`pager_size` integer NOT NULL,
	`feed_limit` integer NOT NULL,
	`feed_full` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `listing` (
	`list` integer NOT NULL,
	`sort_key` text NOT NULL,
	`page` integer NOT NULL,
	`seq` integer NOT NULL,
	`visible_from` integer NOT NULL,
	`visible_until` integer NOT NULL,
	`timed` integer NOT NULL,
	PRIMARY KEY(`list`, `sort_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `listing_seq` ON `listing` (`list`,`seq`,`page`,`visible_from`,`visible_until`);--> statement-breakpoint
CREATE INDEX `listing_timed` ON `listing` (`list`,`seq`) WHERE timed = 1;--> statement-breakpoint
CREATE TABLE `page` (
	`id` integer PRIMARY KEY NOT NULL,
	`lang` text NOT NULL,
	`kind` text NOT NULL,
	`path` text NOT NULL,
	`file` text,
	`url` text NOT NULL,
	`sort_key` text NOT NULL,
	`neighbours` integer,
	`visible_from` integer NOT NULL,
	`visible_until` integer NOT NULL,
	`timed` integer NOT NULL,
	`listed` integer NOT NULL,
	`rendering` integer,
	`card` text NOT NULL,
	`card_digest` text NOT NULL,
	`body_digest` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `page_due` ON `page` (`visible_from`) WHERE timed = 1;--> statement-breakpoint
CREATE INDEX `page_expiry` ON `page` (`visible_until`) WHERE timed = 1;--> statement-breakpoint
CREATE TABLE `purge` (
	`id` integer PRIMARY KEY NOT NULL,
	`tags` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rendering` (
	`id` integer PRIMARY KEY NOT NULL,
	`change` integer NOT NULL,
	`staged_at` integer NOT NULL,
	`contribution` text NOT NULL,
	`toc` text NOT NULL,
	`html` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rendering_change` ON `rendering` (`change`);--> statement-breakpoint
CREATE TABLE `route` (
	`url` text NOT NULL,
	`precedence` integer NOT NULL,
	`owner` text NOT NULL,
	`type` text NOT NULL,
	`page` integer,
	`target` text,
	`visible_from` integer NOT NULL,
	`visible_until` integer NOT NULL,
	PRIMARY KEY(`url`, `precedence`, `owner`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `site` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`generation` integer NOT NULL,
	`base_path` text NOT NULL,
	`config` text NOT NULL,
	`rendering_digest` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `token` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `token_hash` ON `token` (`hash`);--> statement-breakpoint
INSERT INTO `site` (`id`, `name`, `generation`, `base_path`, `config`, `rendering_digest`, `updated_at`)
VALUES (1, lower(hex(randomblob(8))), 0, '/', '', '', 0);
