// The theme's words in the site's language: the author's own (`i18n/*.yaml`) over ours, ours over
// English. How its dates are written is site/calendar.ts.

import { type Calendar, calendarFor, withoutOwnRegion } from "../../site/calendar.ts";
import type { Settings } from "../../site/settings.ts";
import { siteLanguage } from "../language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import type { Language, Phrase, WordId } from "./language.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";
import { zhHant } from "./zh-hant.ts";

export interface Words {
  say(id: WordId): string;
  /** A phrase with a number in it, in the plural form of that number. */
  count(id: "read_time" | "words", number: number): string;
  calendar: Calendar;
}

/** `lang` is that of a page or a part in another language than the site, whose own words are not in it. */
export function wordsFor(settings: Settings, lang: string | null = null): Words {
  const code = lang ?? siteLanguage(settings);
  const language = languageOf(code);
  const strings = lang === null ? settings.strings : {};
  const phrase = (id: WordId): Phrase =>
    (Object.hasOwn(strings, id) ? strings[id] : undefined) ?? language.phrases[id];
  return {
    say: (id) => pick(phrase(id), "other"),
    count: (id, number) =>
      pick(phrase(id), language.plural(number)).replace(/\{\{-?\s*\.\w*\s*-?\}\}/g, String(number)),
    calendar: (lang === null ? settings.calendar : undefined) ?? calendarFor(code),
  };
}

function pick(phrase: Phrase, plural: string): string {
  return typeof phrase === "string" ? phrase : (phrase[plural] ?? phrase.other ?? "");
}

const OWN: { [code: string]: Language } = { de, en, es, fr, ja, ko, vi, zh };

/** Asking the platform costs more than a whole page; the codes are the configuration's few. */
const borrowed = new Map<string, Language>();

function languageOf(code: string): Language {
  const tag = withoutOwnRegion(code);
  const known = OWN[tag] ?? borrowed.get(tag);
  if (known !== undefined) return known;
  const made = borrow(tag);
  borrowed.set(tag, made);
  return made;
}

function borrow(tag: string): Language {
  const base = OWN[tag.split("-", 1)[0] ?? ""] ?? en;
  const phrases = /^zh\b.*-(hant|hk|mo|tw)\b/.test(tag) && !tag.includes("hans") ? zhHant : base.phrases;
  try {
    const rules = new Intl.PluralRules(tag);
    return { phrases, plural: (count) => rules.select(count) };
  } catch {
    return base; // an author's code that names no language
  }
}
