ALTER TABLE `blob` ADD `resizable` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `blob` SET `resizable` = 1
WHERE `media_type` IN ('image/jpeg', 'image/png', 'image/webp') AND `width` BETWEEN 240 AND 12000
  AND `height` <= 12000 AND `width` * `height` <= 100000000 AND `size` <= 20000000;
