// Front matter's `build`: whether a page is rendered, listed, and its bundle's files published.

import type { Params } from "../../site/page.ts";
import { toBoolean, toQuote, toText } from "../config/loose-value.ts";
import { isParams } from "../config/params.ts";

export interface BuildOptions {
  /** `link`: has an address in print, but nothing is served there. */
  render: "always" | "link" | "never";
  /** `local`: listed in its own section only. */
  list: "always" | "local" | "never";
  publishResources: boolean;
}

/** Tells the author what is wrong with a key. */
export type Warn = (key: string, message: string) => void;

const BUILD = { render: "always", list: "always", publishResources: true } satisfies BuildOptions;

export function readBuild(given: Params, warn: Warn): BuildOptions {
  if (toBoolean(given.headless)) return { render: "never", list: "never", publishResources: true };
  const key = given._build === undefined ? "build" : "_build";
  const build = given[key];
  if (build === undefined || build === null) return BUILD;
  if (!isParams(build)) {
    warn(key, `\`${key}\` is Hugo's own key and no map here. Put a parameter of that name under \`params\`.`);
    return BUILD;
  }
  const choose = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | null => {
    const value = build[name];
    const word = value === true ? "always" : value === false ? "never" : toText(value).toLowerCase();
    const choice = choices.find((known) => known === word);
    if (value !== undefined && choice === undefined) {
      warn(
        key,
        `\`${key}.${name}: ${toQuote(value)}\` is not one of ${choices.join(", ")}: it counts as always.`,
      );
    }
    return choice ?? null;
  };
  return {
    render: choose("render", ["always", "link", "never"]) ?? "always",
    list: choose("list", ["always", "local", "never"]) ?? "always",
    publishResources: toBoolean(build.publishresources) ?? true,
  };
}
