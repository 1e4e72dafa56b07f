// Front matter's and configuration's own keys as the theme reads them: the page's value wins over
// the site's, keys are lower case, and a value counts as on by the rules of Hugo's templates.

import type { Card, Params, ParamValue } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";

/** Hugo's `.Param "a.b"`: `undefined` when neither has it. */
export function param(
  settings: Settings,
  page: Pick<Card, "params"> | null,
  key: string,
): ParamValue | undefined {
  return (page === null ? undefined : lookup(page.params, key)) ?? lookup(settings.params, key);
}

/** Whether a switch is on. */
export function isOn(settings: Settings, page: Pick<Card, "params"> | null, key: string): boolean {
  return isTruthy(param(settings, page, key));
}

/** The text of a value that should be one; empty when there is none. */
export function textOf(value: ParamValue | undefined): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** One text or a list of them. */
export function textsOf(value: ParamValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== "");
}

export function mapOf(value: ParamValue | undefined): Params | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}

/** PaperMod's `author` (or `authors`): a name, several, or a map with a name. Who says none, has the site's. */
export function authorsOf(settings: Settings, page: Pick<Card, "params"> | null): string[] {
  const said = [page?.params ?? {}, settings.params].flatMap((params) => [
    lookup(params, "author"),
    lookup(params, "authors"),
  ]);
  const names = said.map((author) => textsOf(mapOf(author)?.name ?? author));
  return names.find((found) => found.length > 0) ?? [];
}

export function lookup(params: Params, key: string): ParamValue | undefined {
  const dot = key.indexOf(".");
  if (dot < 0) return Object.hasOwn(params, key) ? params[key] : undefined;
  const inner = mapOf(lookup(params, key.slice(0, dot)));
  return inner === null ? undefined : lookup(inner, key.slice(dot + 1));
}

/** As Go's templates see it: the text "false" is on. */
function isTruthy(value: ParamValue | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  const map = mapOf(value);
  return map === null ? Boolean(value) : Object.keys(map).length > 0;
}
