ALTER TABLE `rendering` ADD `doc` integer;--> statement-breakpoint
CREATE INDEX `rendering_unindexed` ON `rendering` (`id`) WHERE doc is null;--> statement-breakpoint
-- By hand: words come folded and between spaces (src/site/search-word.ts), so the simplest tokenizer is the right
-- one. Contentless: what is shown comes from `page`; only the text for an excerpt is kept beside the index.
CREATE VIRTUAL TABLE `search` USING fts5(
	`title`, `tags`, `body`, `title_marked`, `tags_marked`, `body_marked`,
	`page` UNINDEXED, `rendering` UNINDEXED, `text` UNINDEXED,
	content='', contentless_delete=1, contentless_unindexed=1, tokenize="ascii tokenchars '+#'"
);
--> statement-breakpoint
CREATE TRIGGER `rendering_gone` AFTER DELETE ON `rendering` WHEN old.doc > 0 BEGIN
	DELETE FROM `search` WHERE rowid = old.doc;
END;
