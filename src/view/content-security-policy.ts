// What a page may load and run: our stylesheet and the author's, named by their hashes, pictures and
// frames from anywhere, nothing else. Which answers carry it is decided in http/.

import type { Document } from "../site/document.ts";
import { STYLESHEET_HASHES } from "./stylesheet.ts";

/** The value of the header, for a document's page; `null` stands for a page that knows no settings. */
export function contentSecurityPolicy(document: Document | null): string {
  const settings = document?.settings;
  const own = settings !== undefined && settings.customCss !== "";
  const styles = [...STYLESHEET_HASHES, ...(own ? [settings.customCssHash] : [])].map(
    (hash) => `'sha256-${hash}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${styles.join(" ")}`,
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
