// The site's own addresses: decoded, below the site's root, as Hugo names the published file or
// folder (`/posts/từ-bỏ/`, `/index.xml`). Owns their one encoding for print; what a page's URL is,
// is decided in hugo/content.

declare const checked: unique symbol;

/** Decoded, NFC, starts with `/`, no `.` or `..` segment, no query. Relative to the site's root. */
export type UrlPath = string & { readonly [checked]: "UrlPath" };

/** Reads a decoded path. `null` when it is not one (control characters, `..`, no leading slash). */
export function parseUrlPath(decoded: string): UrlPath | null {
  if (PLAIN.test(decoded)) return decoded as UrlPath;
  const path = decoded.normalize("NFC");
  if (!path.startsWith("/") || path.includes("//")) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return null;
  if (path.split("/").some((segment) => segment === "." || segment === "..")) return null;
  return path as UrlPath;
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

/** For print, as Hugo prints `.RelPermalink`: `/tags/c%23/`, `/posts/t%E1%BB%AB-b%E1%BB%8F/`. */
export function encodeUrlPath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
