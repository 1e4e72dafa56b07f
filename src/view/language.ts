// In which language a page or a part of one is: the site's, unless its front matter says another. A
// Vietnamese post in an English site is read out, hyphenated and dated as Vietnamese.

import type { Card } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";
import { asking, type Html, html, nothing } from "./html.ts";
import { textOf } from "./param.ts";
import { askedByLanguage } from "./sheet.ts";

export const siteLanguage = (settings: Settings): string => settings.languageCode || settings.lang;

/** By `lang` or `languageCode` in the page's front matter; `null` if that is the site's own, or no code. */
export function foreignLanguage(settings: Settings, page: Pick<Card, "params">): string | null {
  const lang = textOf(page.params.lang) || textOf(page.params.languagecode);
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang)) return null;
  return base(lang) === base(siteLanguage(settings)) ? null : lang;
}

const base = (lang: string): string => lang.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** The attributes of a part in that language. */
export function languageAttributes(lang: string | null): Html {
  if (lang === null) return nothing;
  const direction = RIGHT_TO_LEFT.test(lang) ? "rtl" : "ltr";
  return asking(askedByLanguage(lang, direction), html` dir="${direction}" lang="${lang}"`);
}
