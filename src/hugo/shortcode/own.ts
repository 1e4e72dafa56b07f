// The author's own shortcodes, `layouts/_shortcodes/*.html` and `layouts/shortcodes/*.html`.

import type { RenderContext } from "../markdown/content.ts";
import type { ShortcodeTemplate } from "./shortcode.ts";

/** `null` if the author has none of this name. */
export function ownShortcode(_name: string, _context: RenderContext): ShortcodeTemplate | null {
  return null;
}
