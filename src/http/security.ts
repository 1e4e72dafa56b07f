// What a browser may do with an answer: the content security policy of each kind, and the headers
// that every answer carries. Which styles and scripts a page has, the view says.

/** Sources as a policy writes them: `sha256-…` without quotes. */
export interface InlineHashes {
  styles: readonly string[];
  scripts: readonly string[];
}

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
 * A page runs and styles what the theme put there and nothing else. `style` attributes stay allowed:
 * tables' alignment and highlighting without classes are written that way. Pictures, films and
 * embeds may come from anywhere that is encrypted, as authors' posts have them.
 */
export function pagePolicy({ styles, scripts }: InlineHashes): string {
  return [
    "default-src 'none'",
    `style-src 'self'${hashed(styles)}`,
    "style-src-attr 'unsafe-inline'",
    scripts.length > 0 ? `script-src${hashed(scripts)}` : "script-src 'none'",
    "img-src 'self' https: data:",
    "media-src 'self' https:",
    "font-src 'self' data:",
    "frame-src 'self' https:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/**
 * A file of the author's, opened by itself. SVG and XML can carry scripts and get none; an HTML file
 * may run its own, but in an origin of its own, where it can reach nothing of the site's.
 */
export function filePolicy(mediaType: string): string {
  const type = essence(mediaType);
  if (type === "text/html" || type === "application/xhtml+xml")
    return "sandbox allow-scripts allow-forms allow-popups allow-downloads; frame-ancestors 'self'";
  const own =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src data:";
  // Chromium shows no PDF in a sandbox.
  return type === "application/pdf"
    ? `${own}; frame-ancestors 'self'`
    : `${own}; frame-ancestors 'self'; sandbox`;
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

const hashed = (hashes: readonly string[]): string => hashes.map((hash) => ` '${hash}'`).join("");
