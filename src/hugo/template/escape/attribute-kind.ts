// What an attribute's value is, by its name: Go's html/template/attr.go. Unknown names that look like
// addresses or event handlers are taken for that.

import type { AttributeKind } from "./context.ts";

const ADDRESSES = new Set(
  "action archive background cite classid codebase data formaction href icon longdesc manifest poster profile src usemap".split(
    " ",
  ),
);

/** Names whose value decides how a page is read, so that no template may make them up. */
const UNSAFE = new Set(
  "accept-charset async challenge charset content crossorigin defer enctype form formenctype formmethod formnovalidate http-equiv keytype language method novalidate pattern rel sandbox srcdoc type value".split(
    " ",
  ),
);

const PLAIN = new Set("alt class dir height id lang name style title width target".split(" "));

export function attributeKind(given: string): Exclude<AttributeKind, "scriptType"> | "unsafe" {
  let name = given.toLowerCase();
  const colon = name.indexOf(":");
  if (name.startsWith("data-")) name = name.slice(5);
  else if (colon >= 0) {
    if (name.slice(0, colon) === "xmlns") return "url";
    name = name.slice(colon + 1);
  }
  if (name === "style") return "css";
  if (name === "srcset") return "srcset";
  if (ADDRESSES.has(name)) return "url";
  if (UNSAFE.has(name)) return "unsafe";
  if (PLAIN.has(name)) return "";
  if (name.startsWith("on")) return "js";
  return /src|uri|url/.test(name) ? "url" : "";
}
