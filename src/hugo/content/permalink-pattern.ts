// `permalinks` patterns: `/:year/:month/:slug/` and every other token of Hugo 0.147.

import { fieldsOf, type Moment } from "../../site/moment.ts";

export interface PatternSource {
  title: string;
  slug: string;
  section: string;
  /** Logical path of the page's own section: `/posts/sub`; `/` for home. */
  currentSection: string;
  /** Last part of the logical path, and the same as written. */
  baseName: string;
  originalBaseName: string;
  date: Moment | null;
  /** Cleans a title or slug for use in a path. */
  clean: (text: string) => string;
}

export type Expansion = { ok: true; path: string } | { ok: false; token: string };

/** `\:` is a colon. A token that is not known refuses the pattern. */
export function expandPattern(pattern: string, source: PatternSource): Expansion {
  let unknown: string | null = null;
  const path = pattern.replace(/\\:|:(\w+(?:\[.+?\])?)/g, (_, token?: string) => {
    if (token === undefined) return ":";
    const value = tokenValue(token, source);
    if (value === null) unknown ??= token;
    return value ?? "";
  });
  return unknown === null ? { ok: true, path } : { ok: false, token: unknown };
}

function tokenValue(token: string, source: PatternSource): string | null {
  const sections = source.currentSection.split("/").filter((part) => part !== "");
  switch (token) {
    case "title":
      return source.clean(source.title);
    case "slug":
      return source.clean(source.slug || source.title);
    case "filename":
      return source.clean(source.originalBaseName);
    case "slugorfilename":
      return source.clean(source.slug || source.originalBaseName);
    case "contentbasename":
      return source.clean(source.baseName);
    case "slugorcontentbasename":
      return source.clean(source.slug || source.baseName);
    case "section":
      return source.section;
    case "sections":
      return sections.join("/");
    default:
      return token.startsWith("sections[")
        ? cut(sections, token.slice("sections[".length, -1)).join("/")
        : datePart(token, source.date);
  }
}

/** `1:`, `:last`, `2`, `last`; out of bounds is empty. */
function cut(parts: string[], spec: string): string[] {
  const bounds = spec.toLowerCase().trim().split(":");
  const at = (text: string): number =>
    text === "last" ? parts.length - 1 : Math.max(0, Number.parseInt(text, 10) || 0);
  const [low = "", high] = bounds;
  if (high === undefined) return parts.slice(at(low), at(low) + 1);
  return parts.slice(low === "" ? 0 : at(low), high === "" ? undefined : at(high));
}

/** Hugo's own names, else one of Go's layouts: `:06`, `:2006`, `:Jan`. A page without a date has Go's zero time. */
function datePart(token: string, date: Moment | null): string | null {
  const f = date ? fieldsOf(date) : ZERO;
  const yearDay = Math.round((Date.UTC(2000, f.month - 1, f.day) - Date.UTC(2000, 0, 1)) / 86_400_000) + 1;
  const isLeap = new Date(Date.UTC(f.year, 1, 29)).getUTCMonth() === 1;
  const hugo: { [name: string]: string } = {
    year: String(f.year),
    month: two(f.month),
    monthname: MONTHS[f.month - 1] ?? "",
    day: two(f.day),
    weekday: String(f.weekday),
    weekdayname: DAYS[f.weekday] ?? "",
    yearday: String(yearDay - (f.month > 2 && !isLeap ? 1 : 0)),
  };
  if (Object.hasOwn(hugo, token)) return hugo[token] ?? null;
  const go: { [layout: string]: string } = {
    "2006": String(f.year).padStart(4, "0"),
    "06": two(f.year % 100),
    "01": two(f.month),
    "1": String(f.month),
    "02": two(f.day),
    "2": String(f.day),
    "15": two(f.hour),
    "03": two(f.hour % 12 || 12),
    "04": two(f.minute),
    "05": two(f.second),
    January: MONTHS[f.month - 1] ?? "",
    Jan: (MONTHS[f.month - 1] ?? "").slice(0, 3),
    Monday: DAYS[f.weekday] ?? "",
    Mon: (DAYS[f.weekday] ?? "").slice(0, 3),
    PM: f.hour < 12 ? "AM" : "PM",
  };
  const layout = /2006|January|Jan|Monday|Mon|PM|15|0[1-6]|1|2/g;
  const formatted = token.replace(layout, (part) => go[part] ?? part);
  return layout.test(token) ? formatted : null;
}

const ZERO = { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, weekday: 1 };
const two = (number: number): string => String(number).padStart(2, "0");
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
