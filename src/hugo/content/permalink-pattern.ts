// `permalinks` patterns: `/:year/:month/:slug/` and every other token of Hugo 0.147.

import { ENGLISH } from "../../site/calendar.ts";
import { dayOfYear, formatLayout } from "../../site/date-layout.ts";
import { fieldsOf, type Moment, ZERO_TIME } from "../../site/moment.ts";

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
  const moment = date ?? ZERO_TIME;
  const f = fieldsOf(moment);
  const print = (layout: string): string => formatLayout(moment, layout, ENGLISH);
  switch (token) {
    case "year":
      return String(f.year);
    case "month":
      return print("01");
    case "monthname":
      return print("January");
    case "day":
      return print("02");
    case "weekday":
      return String(f.weekday);
    case "weekdayname":
      return print("Monday");
    case "yearday":
      return String(dayOfYear(f));
  }
  return formatLayout(SOME_TIME, token, ENGLISH) === token ? null : print(token);
}

/** No layout names it: what is printed of it as it stands is none. */
const SOME_TIME: Moment = { epoch: Date.UTC(2019, 10, 9, 23, 1, 42) / 1000, offset: 0 };
