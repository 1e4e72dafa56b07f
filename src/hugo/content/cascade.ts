// Front matter that a page has from above: `cascade` of its own, of the sections above it, of home,
// and of the configuration. The page's own keys win, then what is nearest.

import type { Kind, Params, ParamValue } from "../../site/page.ts";
import { toParams, toTexts } from "../config/loose-value.ts";
import { emptyParams, isParams, lowerKeys } from "../config/params.ts";
import { matchesGlob } from "./glob.ts";

/** What a cascade may single pages out by. */
export interface CascadeTarget {
  /** Logical path. */
  path: string;
  kind: Kind;
  lang: string;
}

/** `levels`: each `cascade` as written, the page's own first, the configuration's last. */
export function withCascade(own: Params, levels: (ParamValue | undefined)[], page: CascadeTarget): Params {
  const out = Object.assign(emptyParams(), own);
  for (const level of levels) {
    for (const entry of Array.isArray(level) ? level : [level ?? null]) {
      const cascade = toParams(lowerKeys(entry));
      if (!isFor(toParams(cascade.target ?? cascade._target), page)) continue;
      const { target: _new, _target: _old, params, ...fields } = cascade;
      for (const source of [toParams(params), fields]) {
        for (const [key, value] of Object.entries(source)) if (!(key in out)) out[key] = value;
      }
    }
  }
  return out;
}

/** Every condition that is given must hold; each is a pattern, or a list of which one must fit. */
function isFor(target: Params, page: CascadeTarget): boolean {
  const values: { [condition: string]: string } = { ...page, environment: "production" };
  return Object.entries(values).every(([name, value]) => {
    const patterns = toTexts(target[name]).filter((pattern) => pattern !== "");
    return patterns.length === 0 || patterns.some((pattern) => matchesGlob(value, pattern.toLowerCase()));
  });
}

/** A file's `cascade`, if it has one worth keeping. */
export function cascadeOf(params: Params): ParamValue | null {
  const { cascade } = params;
  return isParams(cascade) || Array.isArray(cascade) ? cascade : null;
}
