// The theme's words in the site's language: the author's own (`i18n/*.yaml`) over ours, ours over
// English. Dates of a language that has no file here come from the platform's locale data.

import type { Settings } from "../../site/settings.ts";
import { en } from "./en.ts";
import type { Calendar, Language, Phrase, WordId } from "./language.ts";
import { vi } from "./vi.ts";

export interface Words {
  say(id: WordId): string;
  /** A phrase with a number in it, in the plural form of that number. */
  count(id: "read_time" | "words", number: number): string;
  calendar: Calendar;
}

export function wordsFor(settings: Settings): Words {
  const language = languageOf(settings.languageCode || settings.lang);
  const phrase = (id: WordId): Phrase =>
    (Object.hasOwn(settings.strings, id) ? settings.strings[id] : undefined) ?? language.phrases[id];
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

/** The two that Hugo's data and ours agree on, region for region. */
const OWN: { [code: string]: Language } = { en, "en-us": en, vi, "vi-vn": vi };

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
  try {
    const rules = new Intl.PluralRules(tag);
    return { phrases: base.phrases, calendar: borrowCalendar(tag), plural: (count) => rules.select(count) };
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
    time: { full: "15:04:05 MST", long: "15:04:05 MST", medium: "15:04:05", short: "15:04" },
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
