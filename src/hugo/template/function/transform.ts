// Text to HTML and back (Hugo's namespace transform).

import { decodeHTML } from "entities";
import type { Attributes, AttributeValue } from "../../markdown/attribute.ts";
import { findLanguage } from "../../markdown/chroma-language.ts";
import { renderCode } from "../../markdown/code-block.ts";
import { applyOptions, codeOptions, readOptionText } from "../../markdown/code-option.ts";
import { emojify as emojified } from "../../markdown/emoji.ts";
import { escapeCode, escapeHtml } from "../../markdown/escape.ts";
import { plainText } from "../../markdown/plain.ts";
import { printAll, toText } from "../print.ts";
import type { GoFunction } from "../runtime.ts";
import { fail, GoMap, html, mapOf, Safe, type Value } from "../value.ts";
import { text } from "./argument.ts";

const markdownify: GoFunction = (args, runtime) => {
  const source = text(args, 0);
  runtime.budget.step(10 + source.length / 20);
  return html(runtime.markdownify(source));
};

const plainify: GoFunction = (args) => html(plainText(text(args, 0)));

/** `highlight CODE LANG [OPTIONS]`, options as text or as a map. */
const highlight: GoFunction = (args, runtime) => {
  const code = text(args, 0);
  runtime.budget.step(10 + code.length / 20);
  const lang = args.length > 1 ? text(args, 1) : "";
  const options = args[2] ?? null;
  const map = mapOf(options);
  const named = map === null ? readOptionText(toText(options)) : attributesOf(map);
  const all = applyOptions(codeOptions(runtime.context.config.markup.highlight), named);
  return html(renderCode(code, lang, all, []));
};

/** `transform.HighlightCodeBlock CONTEXT [OPTIONS]`: a fence as its hook has it, with its frame and without. */
const highlightCodeBlock: GoFunction = (args, runtime) => {
  const fence = mapOf(args[0] ?? null) ?? fail("HighlightCodeBlock takes what a code block's hook is given");
  const [code, lang] = [toText(fence.get("Inner") ?? ""), toText(fence.get("Type") ?? "")];
  runtime.budget.step(10 + code.length / 20);
  const given = [fence.get("Options"), args[1]].flatMap((value) => attributesOf(mapOf(value ?? null)));
  const options = applyOptions(codeOptions(runtime.context.config.markup.highlight), given);
  if (options.lineAnchors === "") options.lineAnchors = `hl-${toText(fence.get("Ordinal") ?? 0)}`;
  const wrapped = renderCode(code, lang, options, attributesOf(mapOf(fence.get("Attributes") ?? null)));
  const inner = canHighlight(lang) ? wrapped.replace(/^.*<code[^>]*>|<\/code>.*$/gs, "") : wrapped;
  return new GoMap(
    new Map([
      ["Wrapped", html(wrapped)],
      ["Inner", html(inner)],
    ]),
  );
};

const canHighlight = (lang: string): boolean => findLanguage(lang) !== null;

const attributesOf = (map: GoMap | null): Attributes =>
  [...(map?.entries ?? [])].map(([name, value]) => ({
    name: name.toLowerCase(),
    value: attributeValue(value),
  }));

const attributeValue = (value: Value): AttributeValue =>
  Array.isArray(value)
    ? value.map(attributeValue)
    : typeof value === "number" || typeof value === "boolean"
      ? value
      : toText(value);

const htmlEscape: GoFunction = (args) => escapeCode(text(args, 0));
const htmlUnescape: GoFunction = (args) => decodeHTML(text(args, 0));

const emojify: GoFunction = (args) => html(emojified(text(args, 0)));

const xmlEscape: GoFunction = (args) =>
  text(args, 0).replace(/[&<>'"\t\n\r]/g, (sign) =>
    /[&<>'"]/.test(sign) ? escapeCode(sign) : `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`,
  );

/**
 * A formula's place: what sets it is too large to be at hand for every template, so the enriching pass
 * (publish/enrich/find-formula.ts) puts it there. Without that pass the TeX can be read.
 */
const toMath: GoFunction = (args) => {
  const display = mapOf(args[1] ?? null)?.get("displayMode") === true ? "block" : "inline";
  return html(`<span class="deckle-math" data-display="${display}">${escapeHtml(text(args, 0))}</span>`);
};

export const transformFunctions: { [name: string]: GoFunction } = {
  markdownify,
  plainify,
  highlight,
  htmlEscape,
  htmlUnescape,
  emojify,
  "transform.Markdownify": markdownify,
  "transform.Plainify": plainify,
  "transform.Highlight": highlight,
  "transform.HighlightCodeBlock": highlightCodeBlock,
  "transform.CanHighlight": (args) => canHighlight(text(args, 0)),
  "transform.HTMLEscape": htmlEscape,
  "transform.HTMLUnescape": htmlUnescape,
  "transform.Emojify": emojify,
  "transform.XMLEscape": xmlEscape,
  "transform.ToMath": toMath,
  /** Go's own, which html/template does not escape again. */
  html: (args) => new Safe("HTML", escapeCode(printAll(args))),
  urlquery: (args) => encodeURIComponent(printAll(args).toWellFormed()).replaceAll("%20", "+"),
};
