// Dates in print: Hugo's `:date_long` and its like, and Go's layouts (`2006-01-02`), in the words
// of a language. A moment prints in the offset that it was written in.

import type { Calendar, DateStyle } from "./calendar.ts";
import { fieldsOf, formatOffset, type Moment } from "./moment.ts";

const NAMED = /^:(date|time)_(full|long|medium|short)$/;

export function formatDate(moment: Moment, layout: string, calendar: Calendar): string {
  const named = NAMED.exec(layout);
  const go = named === null ? layout : calendar[named[1] === "time" ? "time" : "date"][styleOf(named[2])];
  return formatLayout(moment, go, calendar);
}

/** The same by Go's layouts alone. */
export function formatLayout(moment: Moment, layout: string, calendar: Calendar): string {
  const fields = { ...fieldsOf(moment), offset: moment.offset };
  return layout.replace(ELEMENT, (element) => print(element, fields, calendar));
}

function styleOf(name: string | undefined): DateStyle {
  return name === "full" || name === "medium" || name === "short" ? name : "long";
}

/** Go's layout elements, the longer before what they begin with (time/format.go, `nextStdChunk`). */
const ELEMENT =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|__2|_2(?!006)|002|0[1-6]|15|[1-5]|PM|pm|[Z-]07(?::?00(?::?00)?)?|[.,](?:0+|9+)(?!\d)/g;

type Fields = ReturnType<typeof fieldsOf> & { offset: number };

function print(element: string, f: Fields, calendar: Calendar): string {
  const hour12 = f.hour % 12 || 12;
  switch (element) {
    case "January":
      return calendar.months[f.month - 1] ?? "";
    case "Jan":
      return calendar.monthsShort[f.month - 1] ?? "";
    case "1":
      return String(f.month);
    case "01":
      return pad(f.month, 2);
    case "Monday":
      return calendar.days[f.weekday] ?? "";
    case "Mon":
      return calendar.daysShort[f.weekday] ?? "";
    case "2":
      return String(f.day);
    case "02":
      return pad(f.day, 2);
    case "_2":
      return String(f.day).padStart(2);
    case "002":
      return pad(dayOfYear(f), 3);
    case "__2":
      return String(dayOfYear(f)).padStart(3);
    case "15":
      return pad(f.hour, 2);
    case "3":
      return String(hour12);
    case "03":
      return pad(hour12, 2);
    case "4":
      return String(f.minute);
    case "04":
      return pad(f.minute, 2);
    case "5":
      return String(f.second);
    case "05":
      return pad(f.second, 2);
    case "2006":
      return pad(f.year, 4);
    case "06":
      return pad(f.year % 100, 2);
    case "PM":
      return f.hour < 12 ? "AM" : "PM";
    case "pm":
      return f.hour < 12 ? "am" : "pm";
    case "MST":
      // An offset has no name: Go prints its digits.
      return f.offset === 0 ? "UTC" : numericZone("-0700", f.offset);
    default:
      return /^[.,]/.test(element) ? fraction(element) : numericZone(element, f.offset);
  }
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** Whole seconds are all that a moment has: `.000` prints zeros, `.999` nothing. */
const fraction = (element: string): string => (element.includes("0") ? element : "");

function numericZone(element: string, offset: number): string {
  if (offset === 0 && element.startsWith("Z")) return "Z";
  const [hours = "+00", minutes = "00"] = (offset === 0 ? "+00:00" : formatOffset(offset)).split(":");
  const parts =
    element.slice(1).length === 2
      ? [hours]
      : /0000/.test(element)
        ? [hours, minutes, "00"]
        : [hours, minutes];
  if (/07:00:00/.test(element)) return `${hours}:${minutes}:00`;
  return parts.join(element.includes(":") ? ":" : "");
}

export function dayOfYear(f: Omit<Fields, "offset">): number {
  return (Date.UTC(f.year, f.month - 1, f.day) - Date.UTC(f.year, 0, 1)) / 86_400_000 + 1;
}
