// A value on its way out, escaped for the place where it stands: Go's html/template, html.go, url.go,
// js.go and css.go. What a type declares safe passes where that type fits.

import { stripTags } from "../../markdown/plain.ts";
import { printValue } from "../print.ts";
import { Nil, Safe, type SafeKind, type Value } from "../value.ts";
import { escapeAddressPart, filterSrcset, isSafeAddress, normaliseAddressPart } from "./address.ts";
import { attributeKind } from "./attribute-kind.ts";
import { type Context, isComment } from "./context.ts";
import { escapeCssString, filterCss } from "./css.ts";
import { escapeJsString, printJs } from "./js.ts";
import { enterValue } from "./transition.ts";

export interface Escaped {
  text: string;
  /** Where the text after it stands. */
  context: Context;
}

/** What Go puts in the place of what it refuses. */
const REFUSED = "ZgotmplZ";

interface Typed {
  text: string;
  kind: SafeKind | null;
}

export function escapeValue(value: Value, at: Context): Escaped {
  const context = enter(at);
  const escaped = escapeInside(value, context);
  const after: Context = context.state === "js" ? { ...context, divides: true } : context;
  if (context.delimiter === "none") return { text: escaped.text, context: after };
  const text = context.delimiter === "space" ? escapeUnquoted(escaped) : escapeAttribute(escaped);
  return { text, context: after };
}

/** Right after a tag's name or an attribute's, a value is another name; after `=` it is a value. */
function enter(context: Context): Context {
  if (context.state === "tag") return { ...context, state: "attrName" };
  if (context.state === "afterName") return { ...context, state: "attrName", attribute: "" };
  return context.state === "beforeValue" ? { ...enterValue(context, "space"), attribute: "" } : context;
}

function typed(value: Value): Typed {
  if (value === null || (value instanceof Nil && value.items() === null)) return { text: "", kind: null };
  return value instanceof Safe
    ? { text: value.text, kind: value.kind }
    : { text: printValue(value), kind: null };
}

const plain = (text: string): Typed => ({ text, kind: null });

function escapeInside(value: Value, context: Context): Typed {
  const given = typed(value);
  if (isComment(context.state)) return plain("");
  switch (context.state) {
    case "text":
      return plain(given.kind === "HTML" ? given.text : escapeText(given.text));
    case "rcdata":
      return plain(given.kind === "HTML" ? normaliseText(given.text) : escapeText(given.text));
    case "attr":
      return given;
    case "attrName":
      return plain(filterName(given));
    case "srcset":
      return plain(filterSrcset(given.text, given.kind));
    case "js":
      return plain(printJs(value));
    case "jsDouble":
    case "jsSingle":
    case "jsTemplate":
    case "jsRegexp":
      return plain(escapeJsString(given.text, given.kind === "JSStr" ? "normalise" : context.state));
    case "css":
      return plain(given.kind === "CSS" ? given.text : filterCss(given.text));
    case "cssDouble":
    case "cssSingle":
    case "cssDoubleUrl":
    case "cssSingleUrl":
    case "cssUrl":
    case "url":
      return plain(escapeAddress(given, context));
    default:
      return plain("");
  }
}

function escapeAddress(given: Typed, { state, urlPart }: Context): string {
  if (urlPart === "queryOrFragment") {
    return given.kind === "URL" ? normaliseAddressPart(given.text) : escapeAddressPart(given.text);
  }
  const filtered =
    urlPart === "none" && given.kind !== "URL" && !isSafeAddress(given.text) ? `#${REFUSED}` : given.text;
  return state === "cssDouble" || state === "cssSingle"
    ? escapeCssString(filtered)
    : normaliseAddressPart(filtered);
}

/** An attribute's name. */
function filterName({ text, kind }: Typed): string {
  if (kind === "HTMLAttr") return text;
  const name = text.toLowerCase();
  return name === "" || attributeKind(name) !== "" || !/^[a-z0-9]*$/.test(name) ? REFUSED : name;
}

const REFERENCES: { [sign: string]: string } = {
  "\0": "\ufffd",
  "\t": "&#9;",
  "\n": "&#10;",
  "\v": "&#11;",
  "\f": "&#12;",
  "\r": "&#13;",
  " ": "&#32;",
  '"': "&#34;",
  "&": "&amp;",
  "'": "&#39;",
  "+": "&#43;",
  "<": "&lt;",
  "=": "&#61;",
  ">": "&gt;",
  "`": "&#96;",
};

const reference = (sign: string): string => REFERENCES[sign] ?? sign;

const escapeText = (text: string): string => text.replace(/[\0"&'+<>]/g, reference);

/** What holds references already. */
const normaliseText = (text: string): string => text.replace(/[\0"'+<>]/g, reference);

function escapeAttribute({ text, kind }: Typed): string {
  return kind === "HTML" ? normaliseText(stripTags(text)) : escapeText(text);
}

function escapeUnquoted({ text, kind }: Typed): string {
  if (text === "") return REFUSED;
  return kind === "HTML"
    ? stripTags(text).replace(/[\0\t\n\v\f\r "'+<=>`]/g, reference)
    : text.replace(/[\0\t\n\v\f\r "&'+<=>`]/g, reference);
}
