// Go's layouts (`2006-01-02`) and Hugo's named ones, in English: how a template prints a moment.

import { fieldsOf, formatOffset, type Moment } from "../../../site/moment.ts";

export const MONTHS =
  "January February March April May June July August September October November December".split(" ");
export const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** Go's layout elements, the longer before what they begin with. */
const ELEMENT =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|__2|_2(?!006)|002|0[1-6]|15|[1-5]|PM|pm|[Z-]07(?::?00(?::?00)?)?|[.,](?:0+|9+)(?!\d)/g;

/** Hugo's named layouts, in English. */
const NAMED: { [layout: string]: string } = {
  ":date_full": "Monday, January 2, 2006",
  ":date_long": "January 2, 2006",
  ":date_medium": "Jan 2, 2006",
  ":date_short": "1/2/06",
  ":time_full": "3:04:05 pm MST",
  ":time_long": "3:04:05 pm MST",
  ":time_medium": "3:04:05 pm",
  ":time_short": "3:04 pm",
};

const two = (n: number): string => String(n).padStart(2, "0");

/** `time.Format`: also by the names of Hugo's layouts. */
export function formatTime(moment: Moment, layout: string): string {
  return formatLayout(moment, NAMED[layout] ?? layout);
}

export function formatLayout(moment: Moment, layout: string): string {
  return layout.replace(ELEMENT, (element) => printElement(element, moment));
}

function printElement(element: string, moment: Moment): string {
  const f = fieldsOf(moment);
  const hour = f.hour % 12 || 12;
  switch (element) {
    case "2006":
      return String(f.year).padStart(4, "0");
    case "06":
      return two(f.year % 100);
    case "January":
      return MONTHS[f.month - 1] ?? "";
    case "Jan":
      return (MONTHS[f.month - 1] ?? "").slice(0, 3);
    case "01":
      return two(f.month);
    case "1":
      return String(f.month);
    case "Monday":
      return DAYS[f.weekday] ?? "";
    case "Mon":
      return (DAYS[f.weekday] ?? "").slice(0, 3);
    case "02":
      return two(f.day);
    case "_2":
      return String(f.day).padStart(2);
    case "2":
      return String(f.day);
    case "002":
      return String(dayOfYear(moment)).padStart(3, "0");
    case "__2":
      return String(dayOfYear(moment)).padStart(3);
    case "15":
      return two(f.hour);
    case "03":
      return two(hour);
    case "3":
      return String(hour);
    case "04":
      return two(f.minute);
    case "4":
      return String(f.minute);
    case "05":
      return two(f.second);
    case "5":
      return String(f.second);
    case "PM":
      return f.hour < 12 ? "AM" : "PM";
    case "pm":
      return f.hour < 12 ? "am" : "pm";
    case "MST":
      return moment.offset === 0 ? "UTC" : zone(moment.offset, "-0700");
  }
  if (element.startsWith("Z")) return moment.offset === 0 ? "Z" : zone(moment.offset, `-${element.slice(1)}`);
  if (element.startsWith("-")) return zone(moment.offset, element);
  return /^[.,]0/.test(element) ? element.charAt(0) + "0".repeat(element.length - 1) : "";
}

function zone(offset: number, form: string): string {
  const written = offset === 0 ? "+00:00" : formatOffset(offset);
  if (form === "-07") return written.slice(0, 3) + (written.endsWith(":00") ? "" : written.slice(4));
  return form.includes(":") ? written : written.replace(":", "");
}

export function dayOfYear(moment: Moment): number {
  const { year, month, day } = fieldsOf(moment);
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}
