// Addresses and lists of them as Go's html/template/url.go lets them through.

import type { SafeKind } from "../value.ts";

const REFUSED = "#ZgotmplZ";

/** No scheme, or one that runs nothing. */
export function isSafeAddress(address: string): boolean {
  const colon = address.indexOf(":");
  if (colon < 0) return true;
  const scheme = address.slice(0, colon);
  return scheme.includes("/") || /^(?:https?|mailto)$/i.test(scheme);
}

const encode = (part: string): string =>
  Array.from(new TextEncoder().encode(part), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

/** What has a meaning in an address keeps it. */
export const normaliseAddressPart = (text: string): string =>
  text.replace(/%(?![0-9a-fA-F]{2})|[^\w!#$%&*+,\-./:;=?@[\]~]+/gu, encode);

/** What may stand in one part of a query or a fragment alone. */
export const escapeAddressPart = (text: string): string => text.replace(/[^\w\-.~]+/gu, encode);

export function filterSrcset(text: string, kind: SafeKind | null): string {
  if (kind === "Srcset") return text;
  if (kind === "URL") return normaliseAddressPart(text).replaceAll(",", "%2c");
  return text.split(",").map(filterElement).join(",");
}

function filterElement(element: string): string {
  const [, before = "", address = "", rest = ""] =
    /^([ \t\n\f\r]*)([^ \t\n\f\r]*)([\s\S]*)$/.exec(element) ?? [];
  if (!isSafeAddress(address) || !/^[ \t\n\f\r0-9A-Za-z]*$/.test(rest)) return REFUSED;
  return before + normaliseAddressPart(address) + rest;
}
