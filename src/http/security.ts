// What a browser may do with an answer: the headers that every answer carries, and the policy of a
// file that the author put there. A page's own policy is made where its styles are, in view/.

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-frame-options": "SAMEORIGIN",
};

/** For every answer, last of all: what has no policy of its own gets the strictest. */
export function applySecurity(headers: Headers): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", INERT);
}

const INERT = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * A file of the author's, opened by itself. SVG and XML can carry scripts and get none; an HTML file
 * may run its own, but in an origin of its own, where it can reach nothing of the site's.
 */
export function filePolicy(mediaType: string): string {
  const type = essence(mediaType);
  if (type === "text/html" || type === "application/xhtml+xml")
    return "sandbox allow-scripts allow-forms allow-popups allow-downloads; frame-ancestors 'self'";
  // Browsers' own PDF viewers do not work in a sandbox, and let a file's scripts reach nothing.
  if (type === "application/pdf") return "frame-ancestors 'self'";
  return "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src data:; frame-ancestors 'self'; sandbox";
}

/** Types that a browser shows or uses in a page; anything else is offered for saving. */
export function isDisplayable(mediaType: string): boolean {
  const type = essence(mediaType);
  return /^(image|audio|video|text|font)\//.test(type) || DISPLAYABLE.has(type) || /\+(xml|json)$/.test(type);
}

const DISPLAYABLE = new Set([
  "application/pdf",
  "application/json",
  "application/javascript",
  "application/xml",
  "application/wasm",
]);

const essence = (mediaType: string): string => mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
