CREATE INDEX `page_alone` ON `page` (`lang`,`sort_key`) WHERE listed = 2;--> statement-breakpoint
UPDATE `page` SET `listed` = 2
WHERE `listed` = 1 AND (`kind` <> 'page' OR `card` ->> '$.layout' IN ('archives', 'search'));
