// `ref` and `relref`: the address of a page named by path, file name or bare name.

import { absolutePath } from "../markdown/resource.ts";
import { type ShortcodeCall, textArgument } from "./shortcode.ts";

export function renderRef(call: ShortcodeCall, form: "absolute" | "relative"): string {
  const { named, positional } = call.shortcode;
  const path = named ? textArgument(call, "path") : String(positional[0] ?? "");
  const lang =
    named && textArgument(call, "lang") !== "" ? textArgument(call, "lang") : call.context.language.lang;
  const hash = path.indexOf("#");
  const fragment = hash < 0 ? "" : path.slice(hash);
  const name = (hash < 0 ? path : path.slice(0, hash)).replace(/\?.*$/, "");
  if (name === "") return fragment;
  const page = call.context.world.page(name, lang);
  if (!page) {
    const quoted = JSON.stringify(name);
    call.warn(`no page, or more than one, is named ${quoted}: write its path below content/`, "broken-link");
    return call.context.config.refLinksNotFoundURL;
  }
  const relative = absolutePath(call.context.config, page.url);
  return (form === "relative" ? relative : originOf(call.context.config.baseURL) + relative) + fragment;
}

const originOf = (baseURL: string): string => (URL.canParse(baseURL) ? new URL(baseURL).origin : "");
