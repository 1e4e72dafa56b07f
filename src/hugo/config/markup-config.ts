// `markup` and the old `pygments*` keys, with Hugo 0.147's defaults.

import type { Params } from "../../site/page.ts";
import type { MarkupConfig } from "./config.ts";
import { toBoolean, toInteger, toPairs, toParams, toText } from "./loose-value.ts";
import { isParams } from "./params.ts";

/** With more than one language Hugo resolves links and images by itself, unless told otherwise. */
export function compileMarkup(root: Params, multilingual: boolean): MarkupConfig {
  const markup = toParams(root.markup);
  return {
    goldmark: compileGoldmark(toParams(markup.goldmark), multilingual),
    highlight: compileHighlight(toParams(markup.highlight), root),
    tableOfContents: compileTableOfContents(toParams(markup.tableofcontents)),
  };
}

function compileGoldmark(given: Params, multilingual: boolean): MarkupConfig["goldmark"] {
  const extensions = toParams(given.extensions);
  const cjk = toParams(extensions.cjk);
  const passthrough = toParams(extensions.passthrough);
  const delimiters = toParams(passthrough.delimiters);
  const parser = toParams(given.parser);
  const renderer = toParams(given.renderer);
  const duplicateResourceFiles = flag(given, "duplicateresourcefiles", false);
  const idType = readIdType(toText(parser.autoheadingidtype) || toText(parser.autoidtype));
  return {
    duplicateResourceFiles,
    extensions: {
      cjk: {
        enable: flag(cjk, "enable", false),
        eastAsianLineBreaks: flag(cjk, "eastasianlinebreaks", false),
        eastAsianLineBreaksStyle:
          toText(cjk.eastasianlinebreaksstyle) === "css3draft" ? "css3draft" : "simple",
        escapedSpace: flag(cjk, "escapedspace", false),
      },
      definitionList: flag(extensions, "definitionlist", true),
      extras: compileExtras(toParams(extensions.extras)),
      footnote: compileFootnote(extensions),
      linkify: flag(extensions, "linkify", true),
      linkifyProtocol: toText(extensions.linkifyprotocol) || "https",
      passthrough: {
        enable: flag(passthrough, "enable", false),
        block: toPairs(delimiters.block),
        inline: toPairs(delimiters.inline),
      },
      strikethrough: flag(extensions, "strikethrough", true),
      table: flag(extensions, "table", true),
      taskList: flag(extensions, "tasklist", true),
      typographer: compileTypographer(extensions),
    },
    parser: {
      attribute: compileAttribute(parser),
      autoHeadingID: flag(parser, "autoheadingid", true),
      autoDefinitionTermID: flag(parser, "autodefinitiontermid", false),
      autoHeadingIDType: idType,
      autoIDType: idType,
      wrapStandAloneImageWithinParagraph: flag(parser, "wrapstandaloneimagewithinparagraph", true),
    },
    renderer: {
      hardWraps: flag(renderer, "hardwraps", false),
      unsafe: flag(renderer, "unsafe", false),
      xhtml: flag(renderer, "xhtml", false),
    },
    renderHooks: compileRenderHooks(toParams(given.renderhooks), multilingual && !duplicateResourceFiles),
  };
}

function compileExtras(given: Params): MarkupConfig["goldmark"]["extensions"]["extras"] {
  const enabled = (name: string): boolean => flag(toParams(given[name]), "enable", false);
  return {
    delete: enabled("delete"),
    insert: enabled("insert"),
    mark: enabled("mark"),
    subscript: enabled("subscript"),
    superscript: enabled("superscript"),
  };
}

/** A boolean in 0.147, a map in later versions: both are read. */
function compileFootnote(extensions: Params): MarkupConfig["goldmark"]["extensions"]["footnote"] {
  const map = toParams(extensions.footnote);
  return {
    enable: isParams(extensions.footnote) ? flag(map, "enable", true) : flag(extensions, "footnote", true),
    backlinkHTML: toText(map.backlinkhtml) || "&#x21a9;&#xfe0e;",
    enableAutoIDPrefix: flag(map, "enableautoidprefix", false),
  };
}

const TYPOGRAPHER = {
  leftSingleQuote: "&lsquo;",
  rightSingleQuote: "&rsquo;",
  leftDoubleQuote: "&ldquo;",
  rightDoubleQuote: "&rdquo;",
  enDash: "&ndash;",
  emDash: "&mdash;",
  ellipsis: "&hellip;",
  leftAngleQuote: "&laquo;",
  rightAngleQuote: "&raquo;",
  apostrophe: "&rsquo;",
};

/** A boolean before 0.112. */
function compileTypographer(extensions: Params): { [name: string]: string } | null {
  const map = toParams(extensions.typographer);
  if (toBoolean(extensions.typographer) === false || flag(map, "disable", false)) return null;
  const replacement = ([name, standard]: [string, string]): [string, string] => {
    const own = map[name.toLowerCase()];
    return [name, own === undefined ? standard : toText(own)];
  };
  return Object.fromEntries(Object.entries(TYPOGRAPHER).map(replacement));
}

/** A boolean for titles before 0.81. */
function compileAttribute(parser: Params): { block: boolean; title: boolean } {
  if (!isParams(parser.attribute)) return { block: false, title: flag(parser, "attribute", true) };
  return { block: flag(parser.attribute, "block", false), title: flag(parser.attribute, "title", true) };
}

function readIdType(text: string): "github" | "github-ascii" | "blackfriday" {
  return text === "github-ascii" || text === "blackfriday" ? text : "github";
}

/** `useEmbedded` is the name from 0.148 on. */
function compileRenderHooks(given: Params, byItself: boolean): MarkupConfig["goldmark"]["renderHooks"] {
  const hook = (name: string): { enableDefault: boolean } => {
    const map = toParams(given[name]);
    const embedded = toText(map.useembedded).toLowerCase();
    if (embedded === "always" || embedded === "fallback") return { enableDefault: true };
    if (embedded === "never") return { enableDefault: false };
    return { enableDefault: flag(map, "enabledefault", byItself) };
  };
  return { image: hook("image"), link: hook("link") };
}

/** The old names count only where the new one was left at its default, as in Hugo. */
function compileHighlight(given: Params, root: Params): MarkupConfig["highlight"] {
  const options = readPygmentsOptions(toText(root.pygmentsoptions));
  const useClasses = toBoolean(root.pygmentsuseclasses);
  const lineNos = options.linenos ?? toText(given.linenos);
  const style = toText(given.style);
  return {
    anchorLineNos: toBoolean(options.anchorlinenos) ?? flag(given, "anchorlinenos", false),
    codeFences: flag(given, "codefences", true) && (toBoolean(root.pygmentscodefences) ?? true),
    guessSyntax:
      flag(given, "guesssyntax", false) || (toBoolean(root.pygmentscodefencesguesssyntax) ?? false),
    hl_Lines: options.hl_lines ?? toText(given.hl_lines),
    hl_inline: flag(given, "hl_inline", false),
    lineAnchors: options.lineanchors ?? toText(given.lineanchors),
    lineNoStart: toInteger(options.linenostart) ?? toInteger(given.linenostart) ?? 1,
    lineNos: lineNos === "table" || lineNos === "inline" || (toBoolean(lineNos) ?? false),
    lineNumbersInTable:
      lineNos === "table" || (lineNos !== "inline" && flag(given, "linenumbersintable", true)),
    noClasses:
      toBoolean(options.noclasses) ??
      (flag(given, "noclasses", true) && (useClasses === null || !useClasses)),
    style:
      options.style ??
      ((style === "" || style === "monokai" ? toText(root.pygmentsstyle) : style) || "monokai"),
    tabWidth: toInteger(options.tabwidth) ?? toInteger(given.tabwidth) ?? 4,
    wrapperClass: toText(given.wrapperclass) || "highlight",
  };
}

/** `linenos=table,style=friendly`. */
function readPygmentsOptions(text: string): { [key: string]: string } {
  const out: { [key: string]: string } = Object.create(null);
  for (const option of text.split(",")) {
    const [key = "", value] = option.split("=");
    if (value !== undefined) out[key.trim().toLowerCase()] = value.trim();
  }
  return out;
}

function compileTableOfContents(given: Params): MarkupConfig["tableOfContents"] {
  return {
    startLevel: toInteger(given.startlevel) ?? 2,
    endLevel: toInteger(given.endlevel) ?? 3,
    ordered: flag(given, "ordered", false),
  };
}

function flag(map: Params, key: string, fallback: boolean): boolean {
  return toBoolean(map[key]) ?? fallback;
}
