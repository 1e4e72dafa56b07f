// A moment as Go's time.Time shows it to a template. Prints in the offset that it was written in.

import { ENGLISH } from "../../../site/calendar.ts";
import { dayOfYear, formatLayout } from "../../../site/date-layout.ts";
import { fieldsOf, type Moment, ZERO_TIME } from "../../../site/moment.ts";
import { fail, GoObject, textOf, type Value } from "../value.ts";

export class GoTime extends GoObject {
  readonly typeName = "time.Time";
  readonly moment: Moment;
  readonly #isSet: boolean;

  /** `null` is Go's zero time, a date not given. */
  constructor(moment: Moment | null) {
    super();
    this.moment = moment ?? ZERO_TIME;
    this.#isSet = moment !== null && moment.epoch !== ZERO_TIME.epoch;
  }

  member(name: string, args: Value[]): Value | undefined {
    const f = fieldsOf(this.moment);
    const number = (index: number): number => {
      const value = args[index];
      return typeof value === "number" ? value : fail("an integer is wanted");
    };
    switch (name) {
      case "Format":
        return formatLayout(this.moment, textOf(args[0] ?? null) ?? "", ENGLISH);
      case "Year":
        return f.year;
      case "Month":
        return new Named(f.month, ENGLISH.months[f.month - 1] ?? "", "time.Month");
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
        return dayOfYear(f);
      case "Weekday":
        return new Named(f.weekday, ENGLISH.days[f.weekday] ?? "", "time.Weekday");
      case "Unix":
        return this.moment.epoch;
      case "UnixMilli":
        return this.moment.epoch * 1e3;
      case "UnixMicro":
        return this.moment.epoch * 1e6;
      case "UnixNano":
        return this.moment.epoch * 1e9;
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
    return formatLayout(this.moment, "2006-01-02 15:04:05 -0700 MST", ENGLISH);
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
