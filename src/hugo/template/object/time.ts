// A moment as Go's time.Time shows it to a template. Prints in the offset that it was written in.

import { fieldsOf, formatOffset, type Moment } from "../../../site/moment.ts";
import { fail, GoObject, textOf, type Value } from "../value.ts";

const ZERO: Moment = { epoch: -62_135_596_800, offset: 0 };

export class GoTime extends GoObject {
  readonly typeName = "time.Time";
  readonly moment: Moment;
  readonly #isSet: boolean;

  /** `null` is Go's zero time, a date not given. */
  constructor(moment: Moment | null) {
    super();
    this.moment = moment ?? ZERO;
    this.#isSet = moment !== null && moment.epoch !== ZERO.epoch;
  }

  member(name: string, args: Value[]): Value | undefined {
    const f = fieldsOf(this.moment);
    const number = (index: number): number => {
      const value = args[index];
      return typeof value === "number" ? value : fail("an integer is wanted");
    };
    switch (name) {
      case "Format":
        return formatLayout(this.moment, textOf(args[0] ?? null) ?? "");
      case "Year":
        return f.year;
      case "Month":
        return new Named(f.month, MONTHS[f.month - 1] ?? "", "time.Month");
      case "Day":
        return f.day;
      case "Hour":
        return f.hour;
      case "Minute":
        return f.minute;
      case "Second":
        return f.second;
      case "Nanosecond":
        return 0;
      case "YearDay":
        return dayOfYear(this.moment);
      case "Weekday":
        return new Named(f.weekday, DAYS[f.weekday] ?? "", "time.Weekday");
      case "Unix":
        return this.moment.epoch;
      case "UnixMilli":
        return this.moment.epoch * 1000;
      case "IsZero":
        return !this.#isSet;
      case "UTC":
        return new GoTime({ epoch: this.moment.epoch, offset: 0 });
      case "Local":
        return this;
      case "String":
        return this.print();
      case "AddDate":
        return this.#addDate(number(0), number(1), number(2));
      case "Before":
        return this.moment.epoch < timeIn(args).epoch;
      case "After":
        return this.moment.epoch > timeIn(args).epoch;
      case "Equal":
        return this.moment.epoch === timeIn(args).epoch;
    }
    return undefined;
  }

  /** The month's overflow runs into the next, as in Go. */
  #addDate(years: number, months: number, days: number): GoTime {
    const f = fieldsOf(this.moment);
    const date = new Date(0);
    date.setUTCFullYear(f.year + years, f.month - 1 + months, f.day + days);
    date.setUTCHours(f.hour, f.minute, f.second);
    const epoch = date.getTime() / 1000 - this.moment.offset * 60;
    return Number.isFinite(epoch)
      ? new GoTime({ epoch, offset: this.moment.offset })
      : fail("the date is out of range");
  }

  override truth(): boolean {
    return this.#isSet;
  }

  override measure(): number {
    return this.moment.epoch;
  }

  override identity(): string {
    return String(this.moment.epoch);
  }

  print(): string {
    return formatTime(this.moment, "2006-01-02 15:04:05 -0700 MST");
  }
}

function timeIn(args: Value[]): Moment {
  const [other] = args;
  return other instanceof GoTime ? other.moment : fail("a time is wanted");
}

/** A month or a weekday: a number that prints as a name. */
export class Named extends GoObject {
  readonly typeName: string;
  readonly number: number;
  readonly #name: string;

  constructor(number: number, name: string, typeName: string) {
    super();
    this.number = number;
    this.#name = name;
    this.typeName = typeName;
  }

  member(name: string): Value | undefined {
    return name === "String" ? this.#name : undefined;
  }

  override measure(): number {
    return this.number;
  }

  override identity(): string {
    return String(this.number);
  }

  print(): string {
    return this.#name;
  }
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

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

function formatLayout(moment: Moment, layout: string): string {
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

function dayOfYear(moment: Moment): number {
  const { year, month, day } = fieldsOf(moment);
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}
