// What a page may load and run: our stylesheet and the author's, named by their hashes, what the
// author's own HTML runs, pictures and frames from anywhere, nothing else. Which answers carry it is
// decided in http/.

import type { Document } from "../site/document.ts";
import { STYLESHEET_HASHES } from "./stylesheet.ts";

const { math: MATH_STYLE, ...COMMON_STYLES } = STYLESHEET_HASHES;
const THEME_STYLES = Object.values(COMMON_STYLES)
  .map((hash) => `'sha256-${hash}'`)
  .join(" ");

/** The value of the header, for a document's page; `null` stands for a page that knows no settings. */
export function contentSecurityPolicy(document: Document | null): string {
  const settings = document?.settings;
  const own = settings !== undefined && settings.customCss !== "";
  const page = document !== null && "page" in document && "needs" in document.page ? document.page : null;
  const allowed = page?.allowed;
  const styles = [
    THEME_STYLES,
    ...(page?.needs.includes("math") ? [`'sha256-${MATH_STYLE}'`] : []),
    ...(own ? [`'sha256-${settings.customCssHash}'`] : []),
    ...(allowed?.styles ?? []),
  ];
  const scripts = allowed?.scripts ?? [];
  return [
    "default-src 'none'",
    `style-src ${styles.join(" ")}`,
    // A script that an author put into a post mostly asks its own service for something. Without one only
    // the browser's own tools ask: an audit that may not read /robots.txt takes it for broken.
    ...(scripts.length > 0
      ? [`script-src ${scripts.join(" ")}`, "connect-src 'self' https:"]
      : ["connect-src 'self'"]),
    // Alignment of table cells and colours of highlighted code stand in attributes, as in Hugo.
    "style-src-attr 'unsafe-inline'",
    "img-src * data:",
    "media-src *",
    "frame-src 'self' https:",
    ...(own ? ["font-src 'self' https: data:"] : []),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
