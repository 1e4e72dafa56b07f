// `ref` and `relref`, of shortcodes and of templates: the address of a page named by path, file name or
// bare name, or of its feed.

import { originOf } from "../config/base-url.ts";
import type { HugoConfig } from "../config/config.ts";
import type { RenderContext } from "../markdown/content.ts";
import { absolutePath } from "../markdown/resource.ts";
import { type ShortcodeCall, textArgument } from "./shortcode.ts";

type Form = "absolute" | "relative";

export interface Reference {
  path: string;
  /** Empty for the page's own. */
  lang: string;
  /** Empty for the page itself. */
  outputFormat: string;
}

export function renderRef(call: ShortcodeCall, form: Form): string {
  const { named, positional } = call.shortcode;
  const get = (key: string) => textArgument(call, key);
  const path = named ? get("path") : String(positional[0] ?? "");
  const reference = { path, lang: get("lang"), outputFormat: get("outputFormat") };
  return refer(form, reference, call.context, (message) => call.warn(message, "broken-link"));
}

export function refer(
  form: Form,
  { path, lang, outputFormat }: Reference,
  { config, language, world }: RenderContext,
  warn: (message: string) => void,
): string {
  const hash = path.indexOf("#");
  const fragment = hash < 0 ? "" : path.slice(hash);
  const name = (hash < 0 ? path : path.slice(0, hash)).replace(/\?.*$/, "");
  if (name === "") return fragment;
  const page = world.page(name, lang || language.lang, "ref");
  if (!page) {
    warn(`no page, or more than one, is named ${JSON.stringify(name)}: write its path below content/`);
    return config.refLinksNotFoundURL;
  }
  const relative = absolutePath(config, page.url + fileOf(outputFormat, config));
  return (form === "relative" ? relative : originOf(config) + relative) + fragment;
}

/** What a list's format adds to its address. */
function fileOf(name: string, { outputFormats }: HugoConfig): string {
  const format = outputFormats[name.toUpperCase()];
  return format === undefined || format.mediaType === "text/html" ? "" : format.baseName + format.suffix;
}
