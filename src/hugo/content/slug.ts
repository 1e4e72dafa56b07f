// Names for new files out of what an author typed. URLs of files that exist are permalink.ts's:
// Hugo transliterates nothing, and neither do we there.

import { foldText } from "../../site/fold.ts";

/**
 * `Từ bỏ` → `tu-bo`: lower case, accents off, signs and spaces to single hyphens. What has no
 * ASCII letter at all (`深度学习`) keeps its own. Empty if there is no letter or digit.
 */
export function foldToAscii(text: string): string {
  const ascii = hyphenate(foldText(text), /[^a-z0-9]+/g);
  return /[a-z]/.test(ascii) || !/\p{L}/u.test(text)
    ? ascii
    : hyphenate(text.normalize("NFC").toLowerCase(), /[^\p{L}\p{M}\p{N}]+/gu);
}

const hyphenate = (text: string, others: RegExp): string => text.replace(others, "-").replace(/^-|-$/g, "");
