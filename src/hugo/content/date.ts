// An author's dates: the forms that Hugo reads, the site's time zone where a date names none, and
// which of a page's keys its four dates come from.

import { type Moment, ZERO_TIME } from "../../site/moment.ts";
import type { Params, ParamValue } from "../../site/page.ts";
import type { HugoConfig } from "../config/config.ts";
import { toQuote } from "../config/loose-value.ts";

export interface PageDates {
  date: Moment | null;
  lastmod: Moment | null;
  publishDate: Moment | null;
  expiryDate: Moment | null;
}

export interface DateInput {
  params: Params;
  /** Where each date comes from, in order. */
  sources: HugoConfig["frontmatter"];
  /** IANA name, or empty for UTC. */
  timeZone: string;
  /** The file's name without extension and language, or its bundle's folder: for `:filename`. */
  baseName: string;
  /** Told of a key whose value is no date. */
  warn: (key: string, message: string) => void;
}

/** `slug` is what a file's name holds after its date, if a date was taken from there; else `null`. */
export function readDates(input: DateInput): PageDates & { slug: string | null } {
  const fromName = dateFromName(input.baseName, input.timeZone);
  const warned = new Set<string>();
  let slug: string | null = null;

  // A date that was found counts as written under its own name for those that come after it.
  const found = new Map<string, Moment>();

  const first = (name: string, sources: string[]): Moment | null => {
    const date = search(sources);
    if (date && input.params[name] === undefined) found.set(name, date);
    return date;
  };

  const search = (sources: string[]): Moment | null => {
    for (const source of sources) {
      const earlier = found.get(source);
      if (earlier) return earlier;
      if (source === ":filename" && fromName) {
        slug = fromName.slug;
        return fromName.date;
      }
      const value = input.params[source];
      // `published: true` is no date but the contrary of a draft.
      if (value === undefined || value === null || value === "" || typeof value === "boolean") continue;
      const date = parseDate(value, input.timeZone);
      if (date === "zero") return null;
      if (date) return date;
      if (!warned.has(source)) {
        warned.add(source);
        const shown = typeof value === "object" ? "" : ` (${toQuote(value)})`;
        input.warn(source, `\`${source}\` is no date${shown}. Write it as in \`2024-03-09T10:30:00+07:00\`.`);
      }
    }
    return null;
  };

  const dates = {
    date: first("date", input.sources.date),
    lastmod: first("lastmod", input.sources.lastmod),
    publishDate: first("publishdate", input.sources.publishDate),
    expiryDate: first("expirydate", input.sources.expiryDate),
  };
  return { ...dates, slug };
}

/**
 * The moment that an author's date names; `null` if it names none, `zero` for `0001-01-01`, which
 * to Hugo is a date not given.
 */
export function parseDate(value: ParamValue, timeZone: string): Moment | "zero" | null {
  if (typeof value === "number") return { epoch: Math.trunc(value), offset: 0 }; // a Unix time, to Hugo
  if (typeof value !== "string") return null;
  const fields = readFields(value.trim());
  if (!fields || !isRealDate(fields)) return null;
  const { year, month, day, hour, minute, second, offset } = fields;
  // Date.UTC takes years below 100 for 1900 and later.
  const wall = new Date(0).setUTCFullYear(year, month - 1, day) / 1000 + hour * 3600 + minute * 60 + second;
  const moment = offset === null ? inZone(wall, timeZone) : { epoch: wall - offset * 60, offset };
  return moment.epoch === ZERO_TIME.epoch ? "zero" : moment;
}

interface DateFields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC; `null` if none is written. */
  offset: number | null;
}

const TIME = String.raw`(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?`;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `2024-01-02`, `2024-01-02T03:04:05` and with a zone: `Z`, `+07:00`, `+0700`, after a space too. */
const NUMERIC = new RegExp(
  String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${TIME}(?: ?(Z|[-+]\d{2}:?\d{2}(?::?\d{2})?)(?: (?:[A-Z]{3,4}|[-+]\d{2,4}))?)?)?$`,
);
/** `15 Oct 2023`, `Mon, 02 Jan 2006 15:04:05 MST` or `-0700`, `Monday, 02-Jan-06 15:04:05 MST`. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9}, )?(\d{2})[ -]([a-z]{3})[ -](\d{4}|\d{2})(?: ${TIME.replace(":(\\d{2})(?", "(?::(\\d{2}))?(?")}(?: (?:([-+]\d{4})|[A-Z]{3,4}))?)?$`,
  "i",
);
/** `Mon Jan _2 15:04:05 2006`, with `MST` or `-0700` before the year. */
const MONTH_FIRST = new RegExp(
  String.raw`^[a-z]{3} ([a-z]{3}) +(\d{1,2}) ${TIME} (?:(?:([-+]\d{4})|[A-Z]{3,4}) )?(\d{4})$`,
  "i",
);

function readFields(text: string): DateFields | null {
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, year, month, day, hour, minute, second, zone] = numeric;
    return fieldsOf({ year, month: Number(month), day, hour, minute, second, zone });
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, name = "", short = "", hour, minute, second, zone] = dayFirst;
    const year = short.length === 4 ? short : String(Number(short) + (Number(short) >= 69 ? 1900 : 2000));
    return fieldsOf({ year, month: monthOf(name), day, hour, minute, second, zone });
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (!monthFirst) return null;
  const [, name = "", day, hour, minute, second, zone, year] = monthFirst;
  return fieldsOf({ year, month: monthOf(name), day, hour, minute, second, zone });
}

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1;

function fieldsOf(text: {
  year: string | undefined;
  month: number;
  day: string | undefined;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
  zone: string | undefined;
}): DateFields {
  return {
    year: Number(text.year),
    month: text.month,
    day: Number(text.day),
    hour: Number(text.hour ?? 0),
    minute: Number(text.minute ?? 0),
    second: Number(text.second ?? 0),
    offset: text.zone === undefined ? null : readOffset(text.zone),
  };
}

function readOffset(zone: string): number {
  if (zone === "Z") return 0;
  const digits = zone.slice(1).replaceAll(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return zone.startsWith("-") ? -minutes : minutes;
}

function isRealDate({ year, month, day, hour, minute, second }: DateFields): boolean {
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return false;
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return day >= 1 && day <= last;
}

/** A wall clock's time in a zone. Where clocks are set forward or back, the choice is Go's. */
function inZone(wall: number, timeZone: string): Moment {
  const guess = offsetAt(wall, timeZone);
  const offset = offsetAt(wall - guess * 60, timeZone);
  const epoch = wall - offset * 60;
  return { epoch, offset: offset === guess ? offset : offsetAt(epoch, timeZone) };
}

/** Minutes east of UTC at a moment. An unknown zone counts as UTC: the configuration has said so. */
export function offsetAt(epoch: number, timeZone: string): number {
  if (timeZone === "" || timeZone === "UTC") return 0;
  try {
    // `2024, GMT+07:00`
    const offset = /[-+]\d{2}:\d{2}/.exec(zoneFormat(timeZone).format(epoch * 1000))?.[0];
    return offset ? readOffset(offset) : 0;
  } catch {
    return 0;
  }
}

/** By zone: one takes longer to make than a short post to render. */
const formats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset", year: "numeric" });
  formats.set(timeZone, format);
  return format;
}

/** `2024-02-25-a-name`: the date, and the rest as a slug. */
function dateFromName(name: string, timeZone: string): { date: Moment; slug: string } | null {
  const date = /^\d{4}-\d{2}-\d{2}/.test(name) ? parseDate(name.slice(0, 10), timeZone) : null;
  if (!date || date === "zero") return null;
  return { date, slug: name.slice(10).replace(/^[ _-]+|[ _-]+$/g, "") };
}
