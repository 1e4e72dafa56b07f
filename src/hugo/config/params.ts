// Maps of an author's keys and values: without JavaScript's own, and in lower case.

import type { Params, ParamValue } from "../../site/page.ts";

/** A map without a prototype, so that no key of an author's can be mistaken for one of JavaScript's. */
export function emptyParams(): Params {
  return Object.create(null);
}

export function isParams(value: ParamValue | undefined): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** By a key with dots, lower case: `social.twitter`. */
export function paramAt(params: Params, key: string): ParamValue | undefined {
  let value: ParamValue | undefined = params;
  for (const name of key.split(".")) {
    if (!isParams(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** Keys in lower case at every map level, as Hugo does with whatever it takes in. */
export function lowerKeys(value: ParamValue): ParamValue {
  if (!isParams(value)) return value;
  const out = emptyParams();
  for (const [key, inner] of Object.entries(value)) out[key.toLowerCase()] = lowerKeys(inner);
  return out;
}

/** `__proto__` would be lost or worse wherever such a map is copied; no author needs it. */
export function setKey(target: Params, key: string, value: ParamValue): void {
  if (key !== "__proto__") target[key] = value;
}

/** The first's values win, at every level. */
export function mergeParams(own: Params, root: Params): Params {
  const out = Object.assign(emptyParams(), root, own);
  for (const [key, value] of Object.entries(root)) {
    const inner = own[key];
    if (isParams(inner) && isParams(value)) out[key] = mergeParams(inner, value);
  }
  return out;
}
