// What a page may load and run: the sheets and the script that it carries, the author's own, named by
// their hashes, what the author's own HTML runs, its frames, pictures from anywhere, nothing else. Which
// answers carry it is decided in http/.

import type { AllowedSources } from "../site/page.ts";
import type { Settings } from "../site/settings.ts";
import { DIAGRAM_HASH, FIRST_PAINT_HASH } from "./script.ts";
import { type Sheet, STYLESHEET_HASHES } from "./stylesheet.ts";

export interface Carried {
  sheets: readonly Sheet[];
  /** Absent on a page that knows none. */
  settings?: Pick<Settings, "customCss" | "customCssHash">;
  /** What the author's own HTML in it runs. */
  allowed?: AllowedSources | undefined;
  /** What of ours runs: in the head, from a file. */
  firstPaint?: boolean;
  script?: boolean;
  /** Mermaid's, which is a module beside our file and styles its drawings by an element in each. */
  diagrams?: boolean;
  /** Sources of its frames. */
  frames?: readonly string[];
}

/** The value of the header. */
export function contentSecurityPolicy({ sheets, settings, allowed, ...runs }: Carried): string {
  const own = settings !== undefined && settings.customCss !== "";
  const hashed = [
    ...sheets.map((sheet) => `'sha256-${STYLESHEET_HASHES[sheet]}'`),
    ...(own ? [`'sha256-${settings.customCssHash}'`] : []),
    ...(allowed?.styles ?? []),
  ];
  // Where a hash stands, browsers take no other style element.
  const styles = runs.diagrams
    ? ["'unsafe-inline'", ...hashed.filter((source) => !source.startsWith("'sha256-"))]
    : hashed;
  const foreign = allowed?.scripts ?? [];
  const scripts = [
    ...(runs.firstPaint ? [`'sha256-${FIRST_PAINT_HASH}'`] : []),
    ...(runs.diagrams ? [`'sha256-${DIAGRAM_HASH}'`] : []),
    ...((runs.script || runs.diagrams) && !foreign.includes("'self'") ? ["'self'"] : []),
    ...foreign,
  ];
  const frames = foreign.length > 0 ? ["'self'", "https:"] : (runs.frames ?? []);
  return [
    "default-src 'none'",
    ...(styles.length > 0 ? [`style-src ${styles.join(" ")}`] : []),
    ...(scripts.length > 0 ? [`script-src ${scripts.join(" ")}`] : []),
    // A script that an author put into a post mostly asks its own service for something. Without one only
    // the browser's own tools ask: an audit that may not read /robots.txt takes it for broken.
    foreign.length > 0 ? "connect-src 'self' https:" : "connect-src 'self'",
    // Alignment of table cells and colours of highlighted code stand in attributes, as in Hugo.
    "style-src-attr 'unsafe-inline'",
    "img-src * data:",
    "media-src *",
    ...(frames.length > 0 ? [`frame-src ${frames.join(" ")}`] : []),
    ...(own || allowed?.styles.length ? ["font-src 'self' https: data:"] : []),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
