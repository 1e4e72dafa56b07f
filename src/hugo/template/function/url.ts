// Addresses and paths (Hugo's namespaces urls and path).

import { encodeUrlPath } from "../../../site/url.ts";
import { basePathOf, originOf } from "../../config/base-url.ts";
import { joinPath } from "../../content/join-path.ts";
import { toLower } from "../../content/lower.ts";
import { languagePrefix } from "../../content/permalink.ts";
import { foldToAscii } from "../../content/slug.ts";
import { anchorName } from "../../markdown/heading-id.ts";
import { refer as referTo } from "../../shortcode/ref.ts";
import { UrlObject } from "../object/url.ts";
import { toText } from "../print.ts";
import type { GoFunction, Runtime } from "../runtime.ts";
import { fail, GoMap, GoObject, html, listOf, mapOf, type Value } from "../value.ts";
import { given, text } from "./argument.ts";

type Language = "plain" | "language";

/** `en`, or empty for the language that has no folder. */
const languageFolder = ({ context }: Runtime): string =>
  languagePrefix(context.language, context.config).slice(1);

function withPrefix(path: string, prefix: string): string {
  const bare = path.replace(/^\//, "");
  if (prefix === "" || bare === prefix || bare.startsWith(`${prefix}/`)) return path;
  return joinPath(prefix, path) + (path === "" || path.endsWith("/") ? "/" : "");
}

/** Absolute, or with a colon where a scheme's would stand: nothing that has a base. */
const HAS_SCHEME = /^[^/?#]*:/;

function relative(address: string, language: Language, runtime: Runtime): string {
  const base = runtime.context.config.baseURL;
  const own = base !== "" && address.startsWith(base.replace(/\/$/, ""));
  if ((!own && HAS_SCHEME.test(address)) || address.startsWith("//")) return address;
  // What starts with a slash is below the server's root, the rest below the site's.
  let path = own ? address.slice(base.replace(/\/$/, "").length) : address;
  const root = !own && address.startsWith("/") ? "/" : basePathOf(runtime.context.config);
  if (language === "language")
    path = withPrefix(path, languageFolder(runtime)).replace(/^(?!\/)/, root === "/" ? "/" : "");
  return join(root, path, (text) => text);
}

/** Below the root; a slash at the end, a query and a fragment stay. */
function join(root: string, address: string, encode: (path: string) => string): string {
  const [, path = "", rest = ""] = /^([^?#]*)([\s\S]*)$/.exec(address) ?? [];
  const joined = joinPath(root, path) || "/";
  const slash = (path === "" || path.endsWith("/")) && !joined.endsWith("/") ? "/" : "";
  return encode(joined + slash) + rest;
}

const encodePath = (path: string): string => {
  try {
    return encodeUrlPath(decodeURIComponent(path));
  } catch {
    return encodeUrlPath(path);
  }
};

function absolute(address: string, language: Language, runtime: Runtime): string {
  const { config } = runtime.context;
  if (HAS_SCHEME.test(address) || address.startsWith("//")) return address;
  const path = language === "language" ? withPrefix(address, languageFolder(runtime)) : address;
  return originOf(config) + join(address.startsWith("/") ? "/" : basePathOf(config), path, encodePath);
}

const urlize: GoFunction = (args, { context }) => {
  const { removePathAccents, disablePathToLower } = context.config;
  const given = text(args, 0).trim();
  const plain = removePathAccents ? foldToAscii(given) : given;
  const cased = disablePathToLower ? plain : toLower(plain);
  const path = cased
    .replace(/[^\p{L}\p{N}\p{M}./\\_#+~\s-]/gu, "")
    .replace(/\s+/gu, "-")
    .replace(/-{2,}/g, "-");
  return encodeUrlPath(path);
};

const ref =
  (form: "absolute" | "relative"): GoFunction =>
  (args, runtime) =>
    html(refer(form, given(args, 1), runtime));

/** Of a page's `ref` and `relref`: a path, or a map or list with it. */
export function refer(form: "absolute" | "relative", given: Value, runtime: Runtime): string {
  const options = mapOf(given);
  const option = (name: string): string => toText(options?.get(name) ?? "");
  const path = toText(options?.get("path") ?? listOf(given)?.[0] ?? given);
  const reference = { path, lang: option("lang"), outputFormat: option("outputFormat") };
  return referTo(form, reference, runtime.context, (message) => runtime.warn(message));
}

const relURL: GoFunction = (args, runtime) => relative(text(args, 0), "plain", runtime);
const absURL: GoFunction = (args, runtime) => absolute(text(args, 0), "plain", runtime);
const relLangURL: GoFunction = (args, runtime) => relative(text(args, 0), "language", runtime);
const absLangURL: GoFunction = (args, runtime) => absolute(text(args, 0), "language", runtime);
const anchorize: GoFunction = (args, { context }) =>
  anchorName(text(args, 0), context.config.markup.goldmark.parser.autoHeadingIDType);

const base = (path: string): string =>
  path === "" ? "." : (path.replace(/\/+$/, "").split("/").at(-1) ?? "/") || "/";
const extension = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? "";
const withoutExtension = (name: string): string => name.slice(0, name.length - extension(name).length);
const folder = (path: string): string => {
  const at = path.lastIndexOf("/");
  return at < 0 ? "." : joinPath(path.slice(0, at) || "/");
};

/** A text, or a page's file. */
const pathText = (args: Value[]): string => {
  const value = given(args, 0);
  return value instanceof GoObject ? toText(value.member("Path", []) ?? "") : toText(value);
};

const joined: GoFunction = (args) => joinPath(...args.flatMap((arg) => (listOf(arg) ?? [arg]).map(toText)));

const joinAddress: GoFunction = (args) => {
  const [first = "", ...rest] = args.flatMap((arg) => (listOf(arg) ?? [arg]).map(toText));
  const host = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/.exec(first)?.[0] ?? "";
  const parts = [first.slice(host.length), ...rest];
  const path = joinPath(...parts);
  const slash = parts.at(-1)?.endsWith("/") && !path.endsWith("/") ? "/" : "";
  return host + (host !== "" && path !== "" && !path.startsWith("/") ? "/" : "") + path + slash;
};

const parse: GoFunction = (args) => new UrlObject(text(args, 0));

export const urlFunctions: { [name: string]: GoFunction } = {
  relURL,
  absURL,
  relLangURL,
  absLangURL,
  urlize,
  anchorize,
  ref: ref("absolute"),
  relref: ref("relative"),
  "urls.RelURL": relURL,
  "urls.AbsURL": absURL,
  "urls.RelLangURL": relLangURL,
  "urls.AbsLangURL": absLangURL,
  "urls.URLize": urlize,
  "urls.Anchorize": anchorize,
  "urls.Ref": ref("absolute"),
  "urls.RelRef": ref("relative"),
  "urls.Parse": parse,
  "urls.JoinPath": joinAddress,
  "urls.PathEscape": (args) => encodeURIComponent(text(args, 0).toWellFormed()),
  "urls.PathUnescape": (args) => decode(text(args, 0)),
  "path.Base": (args) => base(pathText(args)),
  "path.BaseName": (args) => withoutExtension(base(pathText(args))),
  "path.Dir": (args) => folder(pathText(args)),
  "path.Ext": (args) => extension(pathText(args)),
  "path.Clean": (args) => joinPath(pathText(args)) || ".",
  "path.Join": joined,
  "path.Split": (args) => {
    const path = pathText(args);
    const at = path.lastIndexOf("/") + 1;
    return new GoMap(
      new Map([
        ["Dir", path.slice(0, at)],
        ["File", path.slice(at)],
      ]),
    );
  },
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return fail("the text is no percent-encoded one");
  }
}
