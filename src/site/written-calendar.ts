// The calendars of languages that the Worker's platform does not know: it would write their dates in English. Who
// publishes has them, and a site takes its own along with its settings, so that no reader's isolate carries all.

import { type Calendar, TIME_24 } from "./calendar.ts";
import { CALENDARS } from "./calendar-table.ts";

/** `code` is a site's: `is`, `az-AZ`. `null` for a language that `calendarFor` knows, and for none. */
export function writtenCalendar(code: string): Calendar | null {
  const language = code.toLowerCase().split(/[-_]/, 1)[0] ?? "";
  const row = Object.hasOwn(CALENDARS, language) ? CALENDARS[language] : undefined;
  if (row === undefined) return null;
  const [months = "", monthsShort = "", days = "", daysShort = "", ...layouts] = row.split("|");
  const [full = "", long = "", medium = "", short = ""] = layouts;
  const list = (names: string) => names.split(";");
  return {
    months: list(months),
    monthsShort: list(monthsShort),
    days: list(days),
    daysShort: list(daysShort),
    date: { full, long, medium, short },
    time: TIME_24,
  };
}
