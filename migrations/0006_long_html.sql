ALTER TABLE `rendering` ADD `html_blob` text;--> statement-breakpoint
CREATE INDEX `rendering_html_blob` ON `rendering` (`html_blob`) WHERE html_blob is not null;