// The theme's words in languages that view/strings/ does not speak. A site takes those of its own language with
// its settings, so that a reader's isolate does not carry all of them.

import type { Settings } from "../../site/settings.ts";
import { ar } from "./ar.ts";
import { fa } from "./fa.ts";
import { id } from "./id.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

export const THEME_WORDS: { [language: string]: Settings["strings"] } = {
  ...{ ar, fa, id, it, nl, pl, pt, ru, tr, uk },
};

/** `code` is a site's: `pt-BR`. Nothing for a language that the theme speaks anyway, or does not know. */
export const themeWords = (code: string): Settings["strings"] =>
  THEME_WORDS[code.toLowerCase().split(/[-_]/, 1)[0] ?? ""] ?? {};
