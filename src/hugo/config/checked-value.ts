// Settings of a fixed type, by the names that authors write: what is of another type has Hugo's default, and is told.

import type { Params, ParamValue } from "../../site/page.ts";
import type { Report } from "./config.ts";
import { toBoolean, toInteger, toParams, toQuote } from "./loose-value.ts";
import { isParams } from "./params.ts";

/** `name` is `summaryLength`, or `pagination.pagerSize` for one of a map; `value` is what stands there. */
interface Setting {
  name: string;
  value: ParamValue | undefined;
  report: Report;
}

const isGiven = (value: ParamValue | undefined): boolean =>
  value !== undefined && value !== null && value !== "";

function tell({ name, value, report }: Setting, wanted: string): void {
  const shown = typeof value === "object" ? `\`${name}\`` : `\`${name}: ${toQuote(value)}\``;
  report((name.split(".")[0] ?? "").toLowerCase(), `${shown} is not read: write ${wanted}.`);
}

export function checkFlag(setting: Setting): boolean | null {
  const flag = toBoolean(setting.value);
  if (flag === null && isGiven(setting.value)) tell(setting, "`true` or `false`");
  return flag;
}

/** `null` for what is below `least`, too. */
export function checkInteger(setting: Setting, least = Number.NEGATIVE_INFINITY): number | null {
  const number = toInteger(setting.value);
  if (number !== null && number >= least) return number;
  if (isGiven(setting.value))
    tell(
      setting,
      least === Number.NEGATIVE_INFINITY ? "a whole number" : `a whole number, ${least} at the least`,
    );
  return null;
}

export function checkMap(setting: Setting): Params {
  if (!isParams(setting.value) && isGiven(setting.value)) tell(setting, "a map of keys and values");
  return toParams(setting.value);
}
