// Times (Hugo's namespace time). `now` stands still at the page's own date, so that the same files make
// the same pages.

import { calendarFor } from "../../../site/calendar.ts";
import { formatDate } from "../../../site/date-layout.ts";
import { writtenCalendar } from "../../../site/written-calendar.ts";
import { offsetAt, parseDate } from "../../content/date.ts";
import { GoTime } from "../object/time.ts";
import { toText } from "../print.ts";
import type { GoFunction, Runtime } from "../runtime.ts";
import { fail, type Value } from "../value.ts";
import { given, text } from "./argument.ts";

export function toTime(value: Value, runtime: Runtime, timeZone = runtime.context.language.timeZone): GoTime {
  if (value instanceof GoTime) return value;
  const moment = typeof value === "number" ? { epoch: value, offset: 0 } : parseDate(toText(value), timeZone);
  if (moment === "zero") return new GoTime(null);
  return moment === null ? fail(`${JSON.stringify(toText(value))} is no date`) : new GoTime(moment);
}

const asTime: GoFunction = (args, runtime) =>
  toTime(given(args, 0), runtime, args.length > 1 ? text(args, 1) : undefined);

const format: GoFunction = (args, runtime) => {
  const { lang } = runtime.context.language;
  return formatDate(
    toTime(given(args, 1), runtime).moment,
    text(args, 0),
    writtenCalendar(lang) ?? calendarFor(lang),
  );
};

const now: GoFunction = (_, runtime) => {
  runtime.warn("now is the page's own date here: a page is rendered when it is written, not day by day");
  return toTime(runtime.source.date || 0, runtime);
};

const inZone: GoFunction = (args, runtime) => {
  const zone = text(args, 0);
  const { moment } = toTime(given(args, 1), runtime);
  return new GoTime({ epoch: moment.epoch, offset: offsetAt(moment.epoch, zone) });
};

export const timeFunctions: { [name: string]: GoFunction } = {
  time: asTime,
  now,
  dateFormat: format,
  "time.AsTime": asTime,
  "time.Format": format,
  "time.Now": now,
  "time.In": inZone,
};
