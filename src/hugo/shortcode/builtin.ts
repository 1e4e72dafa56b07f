// Hugo's own shortcodes, 0.147, apart from the embeds of other sites' things (embed.ts). Each prints
// the DOM that Hugo's template prints.

import type { ParamValue } from "../../site/page.ts";
import { paramAt } from "../config/params.ts";
import { renderCode } from "../markdown/code-block.ts";
import { applyOptions, codeOptions, readOptionText } from "../markdown/code-option.ts";
import { plainText } from "../markdown/plain.ts";
import { findAsset, findResource, splitAddress } from "../markdown/resource.ts";
import { embeds } from "./embed.ts";
import { addressAttribute, attribute, escapeGo } from "./go-escape.ts";
import { renderQr } from "./qr.ts";
import { renderRef } from "./ref.ts";
import { argument, deindent, type ShortcodeCall, type ShortcodeTemplate, textArgument } from "./shortcode.ts";

export const hugoShortcodes: { [name: string]: ShortcodeTemplate } = {
  figure: { takesInner: false, render: renderFigure },
  highlight: { takesInner: true, render: renderHighlight },
  details: { takesInner: true, render: renderDetails },
  param: { takesInner: false, render: renderParam },
  ref: { takesInner: false, render: (call) => renderRef(call, "absolute") },
  relref: { takesInner: false, render: (call) => renderRef(call, "relative") },
  qr: { takesInner: true, render: renderQr },
  comment: { takesInner: true, render: () => "" },
  ...embeds,
};

function renderFigure(call: ShortcodeCall): string {
  const get = (key: string) => textArgument(call, key);
  const img = `<img${addressAttribute("src", figureSource(call, get("src"))) || ' src=""'}${figureAlt(call)}${attribute("width", get("width"))}${attribute("height", get("height"))}${attribute("loading", get("loading"))}>`;
  const title = get("title");
  return printFigure(call, {
    attributes: attribute("class", get("class")),
    img,
    title: title === "" ? "" : `<h4>${escapeGo(title)}</h4>`,
  });
}

function figureSource(call: ShortcodeCall, src: string): string {
  const address = splitAddress(src);
  if (address.absolute) return src;
  return (
    findResource(call.source, address.path)?.relPermalink ?? findAsset(call.context, address.path) ?? src
  );
}

export function figureAlt(call: ShortcodeCall): string {
  const alt = textArgument(call, "alt");
  const caption = textArgument(call, "caption");
  if (alt === "" && caption === "") return "";
  // A caption's plain text keeps its character references, and Go escapes them no second time.
  return alt !== ""
    ? attribute("alt", alt)
    : ` alt="${plainText(call.markdownify(caption)).replaceAll('"', "&#34;")}"`;
}

/** The parts that Hugo's figure and PaperMod's have in common. */
export function printFigure(
  call: ShortcodeCall,
  parts: { attributes: string; img: string; title: string },
): string {
  const get = (key: string) => textArgument(call, key);
  const link = get("link");
  const open =
    link === ""
      ? ""
      : `<a${addressAttribute("href", link)}${attribute("target", get("target"))}${attribute("rel", get("rel"))}>`;
  const image = link === "" ? parts.img : `${open}${parts.img}</a>`;
  const hasText = [get("caption"), get("attr")].some((text) => text !== "");
  const text = hasText ? `<p>${call.markdownify(get("caption"))}${figureSourceNote(call)}</p>` : "";
  const caption = parts.title !== "" || hasText ? `<figcaption>\n${parts.title}${text}\n</figcaption>` : "";
  return `<figure${parts.attributes}>${image}${caption}\n</figure>\n`;
}

function figureSourceNote(call: ShortcodeCall): string {
  const link = textArgument(call, "attrlink");
  const text = call.markdownify(textArgument(call, "attr"));
  return link === "" ? text : `\n<a${addressAttribute("href", link)}>${text}</a>`;
}

function renderHighlight(call: ShortcodeCall): string {
  const { positional } = call.shortcode;
  const lang = String(positional[0] ?? "");
  if (lang === "") call.warn("highlight needs a language: {{< highlight go >}}");
  const given = positional.length === 2 ? readOptionText(String(positional[1])) : [];
  const options = applyOptions(codeOptions(call.context.config.markup.highlight), given);
  return renderCode(
    deindent(call.inner, call.shortcode).replace(/^[\r\n]+|[\r\n]+$/g, ""),
    lang,
    options,
    [],
  );
}

function renderDetails(call: ShortcodeCall): string {
  const get = (key: string) => textArgument(call, key);
  const open = [true, "true", 1].some((value) => value === argument(call, "open")) ? " open" : "";
  const summary = call.renderInline(get("summary") || "Details");
  const attributes = `${attribute("class", get("class"))}${attribute("name", get("name"))}${open}${attribute("title", get("title"))}`;
  return `\n<details${attributes}>\n  <summary>${summary}</summary>\n  ${call.renderBlocks(call.inner)}</details>\n`;
}

/** A key of the page's front matter, else of the site's params. */
function renderParam(call: ShortcodeCall): string {
  const name = textArgument(call, 0);
  const key = name.toLowerCase();
  const value = paramAt(call.source.params, key) ?? paramAt(call.context.language.params, key);
  if (
    name === "" ||
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    value === 0
  ) {
    return call.refuse(
      name === ""
        ? 'param needs the name of a parameter: {{< param "author" >}}'
        : `the parameter ${name} is neither in the front matter nor in the site's params`,
    );
  }
  // A template escapes a plus, too.
  return escapeGo(printParam(value)).replaceAll("+", "&#43;");
}

/** Go prints a list as `[a b]`. */
function printParam(value: ParamValue): string {
  if (Array.isArray(value)) return `[${value.map(printParam).join(" ")}]`;
  if (typeof value === "object" && value !== null) {
    return `map[${Object.entries(value)
      .map(([key, item]) => `${key}:${printParam(item)}`)
      .join(" ")}]`;
  }
  return String(value);
}
