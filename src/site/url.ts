// The site's own addresses: decoded, below the site's root, as Hugo names the published file or
// folder (`/posts/từ-bỏ/`, `/index.xml`). Owns their one encoding for print; what a page's URL is,
// is decided in hugo/content.

declare const checked: unique symbol;

/** Decoded, NFC, starts with `/`, no `.` or `..` segment, no query. Relative to the site's root. */
export type UrlPath = string & { readonly [checked]: "UrlPath" };

/** Reads a decoded path. `null` when it is not one (control characters, `..`, no leading slash). */
export function parseUrlPath(decoded: string): UrlPath | null {
  const plain = parsePlainPath(decoded);
  if (plain !== null) return plain;
  const path = decoded.normalize("NFC");
  if (!path.startsWith("/") || path.includes("//")) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return null;
  if (path.split("/").some((segment) => segment === "." || segment === "..")) return null;
  return path as UrlPath;
}

/** The same for what reads alike decoded and encoded, as most paths do; `null` for any other. */
export function parsePlainPath(path: string): UrlPath | null {
  return PLAIN.test(path) ? (path as UrlPath) : null;
}

/** Most paths are: letters, digits and dashes of ASCII, at most an extension. There is nothing to refuse in them. */
const PLAIN = /^(?:\/[\w-]+(?:\.\w+)?)*\/?$/;

/** Reads the path of a request's URL (`%e1%bb%ab` and the like). `null` when it cannot be one of ours. */
export function decodeUrlPath(pathname: string): UrlPath | null {
  try {
    return parseUrlPath(decodeURIComponent(pathname));
  } catch {
    return null; // a malformed escape
  }
}

/** Path and query of an absolute address, as they stand there. To parse the address costs as much as to read a row. */
export function targetOf(address: string): string {
  return address.slice(address.indexOf("/", address.indexOf("//") + 2));
}

/** `https://blog.example` of `https://blog.example/blog/`. */
export function originOf(address: string): string {
  return PLAIN_ORIGIN.exec(address)?.[0] ?? new URL(address).origin;
}

/** What no parser would write differently: no capitals, no port, no number for a name. */
const PLAIN_ORIGIN = /^https?:\/\/[a-z0-9.-]*[a-z](?=\/)/;

/** For print, as Hugo prints `.RelPermalink`: `/tags/c%23/`, `/posts/t%E1%BB%AB-b%E1%BB%8F/`. */
export function encodeUrlPath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** For an author's eyes: `/không/` of `/kh%C3%B4ng/`. */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // a malformed escape
  }
}
