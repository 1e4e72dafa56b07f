// Values inside JavaScript: Go's html/template/js.go.

import { toJson } from "../json.ts";
import { isNil, Safe, type Value } from "../value.ts";

export function printJs(value: Value): string {
  if (value instanceof Safe && value.kind === "JS") return value.text;
  if (value instanceof Safe && value.kind === "JSStr") return `"${value.text}"`;
  const text = isNil(value) ? "null" : toJson(value, { indent: "", prefix: "", html: "escape" });
  return /^[\p{L}\p{N}_$]|[\p{L}\p{N}_$]$/u.test(text) ? ` ${text} ` : text;
}

const hex = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

const NAMED: { [sign: string]: string } = {
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  "/": "\\/",
  "\\": "\\\\",
};

const named = (sign: string): string => NAMED[sign] ?? hex(sign);

export function escapeJsString(
  text: string,
  place: "normalise" | "jsDouble" | "jsSingle" | "jsTemplate" | "jsRegexp",
): string {
  switch (place) {
    case "normalise":
      return text.replace(/[\0\t\n\v\f\r"&'`+/<>\u2028\u2029]/g, named);
    case "jsTemplate":
      return text.replace(/[\0\t\n\v\f\r"&'`+/<>\\${}\u2028\u2029]/g, named);
    case "jsRegexp":
      if (text === "") return "(?:)";
      return text.replace(/[\0\t\n\v\f\r"$&'()*+\-./<>?[\\\]^{|}\u2028\u2029]/g, (sign) =>
        /[$()*\-.?[\]^{|}]/.test(sign) ? `\\${sign}` : named(sign),
      );
    default:
      return text.replace(/[\0\t\n\v\f\r"&'`+/<>\\\u2028\u2029]/g, named);
  }
}
