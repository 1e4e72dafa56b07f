// The theme's words in languages that view/strings/ does not speak. A site takes those of its own language with
// its settings, so that a reader's isolate does not carry all of them.

import type { Settings } from "../../site/settings.ts";
import { ar } from "./ar.ts";
import { be } from "./be.ts";
import { bg } from "./bg.ts";
import { bn } from "./bn.ts";
import { ca } from "./ca.ts";
import { ckb } from "./ckb.ts";
import { cs } from "./cs.ts";
import { da } from "./da.ts";
import { el } from "./el.ts";
import { eo } from "./eo.ts";
import { fa } from "./fa.ts";
import { fi } from "./fi.ts";
import { he } from "./he.ts";
import { hi } from "./hi.ts";
import { hr } from "./hr.ts";
import { hu } from "./hu.ts";
import { id } from "./id.ts";
import { it } from "./it.ts";
import { ku } from "./ku.ts";
import { mn } from "./mn.ts";
import { ms } from "./ms.ts";
import { nb } from "./nb.ts";
import { nl } from "./nl.ts";
import { oc } from "./oc.ts";
import { pa } from "./pa.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sk } from "./sk.ts";
import { sv } from "./sv.ts";
import { sw } from "./sw.ts";
import { th } from "./th.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";
import { uz } from "./uz.ts";

export const THEME_WORDS: { [language: string]: Settings["strings"] } = {
  ...{ ar, be, bg, bn, ca, ckb, cs, da, el, eo, fa, fi, he, hi, hr, hu, id, it, ku, mn, ms },
  ...{ nb, nl, oc, pa, pl, pt, ro, ru, sk, sv, sw, th, tr, uk, uz },
  // A site in Norwegian may be called any of these.
  ...{ no: nb, nn: nb },
};

/** `code` is a site's: `pt-BR`. Nothing for a language that the theme speaks anyway, or does not know. */
export const themeWords = (code: string): Settings["strings"] =>
  THEME_WORDS[code.toLowerCase().split(/[-_]/, 1)[0] ?? ""] ?? {};
