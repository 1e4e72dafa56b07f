// The theme's words in the site's language: the author's own (`i18n/*.yaml`) over ours, ours over
// English. Dates of a language that has no file here come from the platform's locale data.

import type { Settings } from "../../site/settings.ts";
import { siteLanguage } from "../language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { type Calendar, type Language, type Phrase, TIME_24, type WordId } from "./language.ts";
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
  const language = languageOf(lang ?? siteLanguage(settings));
  const strings = lang === null ? settings.strings : {};
  const phrase = (id: WordId): Phrase =>
    (Object.hasOwn(strings, id) ? strings[id] : undefined) ?? language.phrases[id];
  return {
    say: (id) => pick(phrase(id), "other"),
    count: (id, number) =>
      pick(phrase(id), language.plural(number)).replace(/\{\{-?\s*\.\w*\s*-?\}\}/g, String(number)),
    calendar: language.calendar,
  };
}

function pick(phrase: Phrase, plural: string): string {
  return typeof phrase === "string" ? phrase : (phrase[plural] ?? phrase.other ?? "");
}

/** Without a region, or with the one whose ways they are. */
const OWN: { [code: string]: Language } = {
  ...{ de, en, es, fr, ja, ko, vi, zh },
  ...{ "de-de": de, "en-us": en, "es-es": es, "fr-fr": fr },
  ...{ "ja-jp": ja, "ko-kr": ko, "vi-vn": vi, "zh-cn": zh, "zh-hans": zh },
};

/** Asking the platform costs more than a whole page; the codes are the configuration's few. */
const borrowed = new Map<string, Language>();

function languageOf(code: string): Language {
  const tag = code.toLowerCase().replaceAll("_", "-");
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
    return { phrases, calendar: borrowCalendar(tag), plural: (count) => rules.select(count) };
  } catch {
    return base; // an author's code that names no language
  }
}

function borrowCalendar(tag: string): Calendar {
  const name = (options: Intl.DateTimeFormatOptions, date: number): string =>
    new Intl.DateTimeFormat(tag, { timeZone: "UTC", calendar: "gregory", ...options }).format(date);
  const months = (month: "long" | "short") =>
    Array.from({ length: 12 }, (_, index) => name({ month }, Date.UTC(2006, index, 2)));
  const days = (weekday: "long" | "short") =>
    Array.from({ length: 7 }, (_, index) => name({ weekday }, Date.UTC(2006, 0, 1 + index)));
  return {
    months: months("long"),
    monthsShort: months("short"),
    days: days("long"),
    daysShort: days("short"),
    date: {
      full: layoutOf(tag, { dateStyle: "full" }),
      long: layoutOf(tag, { dateStyle: "long" }),
      medium: layoutOf(tag, { dateStyle: "medium" }),
      short: layoutOf(tag, { dateStyle: "short" }),
    },
    time: TIME_24,
  };
}

/** The locale's own order and words as a Go layout, read off what it makes of Go's reference day. */
function layoutOf(tag: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
    ...options,
  });
  return format
    .formatToParts(Date.UTC(2006, 0, 2))
    .map(({ type, value }) => {
      if (type === "year") return value.length === 2 ? "06" : "2006";
      if (type === "day") return value.length === 2 ? "02" : "2";
      if (type === "weekday") return options.dateStyle === "full" ? "Monday" : "Mon";
      if (type !== "month") return value;
      if (/^\d+$/.test(value)) return value.length === 2 ? "01" : "1";
      return options.dateStyle === "medium" ? "Jan" : "January";
    })
    .join("");
}
