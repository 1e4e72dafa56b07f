// Values as JSON, as Go's encoding/json writes them: keys sorted, `<`, `>` and `&` escaped.

import { printFloat, printValue, Room } from "./print.ts";
import { Float, GoMap, GoObject, isNil, textOf, type Value } from "./value.ts";

export interface JsonForm {
  indent: string;
  prefix: string;
  html: "escape" | "keep";
}

export function toJson(value: Value, form: JsonForm, depth = 0, room = new Room()): string {
  room.take((textOf(value)?.length ?? 1) + depth * form.indent.length);
  if (isNil(value)) return "null";
  const text = textOf(value);
  if (text !== null) return quoteJson(text, form);
  if (value instanceof Float) return printFloat(value.value, 21, -6);
  if (Array.isArray(value)) {
    return wrap(
      value.map((item) => toJson(item, form, depth + 1, room)),
      "[]",
      form,
      depth,
    );
  }
  if (value instanceof GoMap) {
    const colon = form.indent === "" && form.prefix === "" ? ":" : ": ";
    const items = value
      .sortedKeys()
      .map((key) => quoteJson(key, form) + colon + toJson(value.get(key) ?? null, form, depth + 1, room));
    return wrap(items, "{}", form, depth);
  }
  if (value instanceof GoObject) {
    const items = value.items();
    return items === null ? quoteJson(value.print(), form) : toJson(items, form, depth + 1, room);
  }
  return printValue(value);
}

function wrap(items: string[], brackets: "[]" | "{}", { indent, prefix }: JsonForm, depth: number): string {
  const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
  if (items.length === 0) return brackets;
  if (indent === "" && prefix === "") return open + items.join(",") + close;
  const line = (level: number) => `\n${prefix}${indent.repeat(level)}`;
  return `${open}${line(depth + 1)}${items.join(`,${line(depth + 1)}`)}${line(depth)}${close}`;
}

function quoteJson(text: string, { html }: JsonForm): string {
  const quoted = JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  if (html === "keep") return quoted;
  return quoted.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
