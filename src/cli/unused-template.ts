// Templates of the author's own that nothing runs: Deckle makes pages with its own theme, and of layouts/
// only what a page's text calls. Told once, since it is one thing to know about a site.

import { FRAGMENTS } from "../site/fragment.ts";
import type { Finding } from "./finding.ts";
import type { Rehearsal } from "./rehearsal.ts";

/** Run when a page calls them; and those partials of which publishing says itself whether they are printed. */
const CALLED = new RegExp(
  `^layouts/(?:.*/)?(?:_markup|_?shortcodes)/|^layouts/_?partials/(?:${FRAGMENTS.join("|")})\\.html$`,
);

/** Files of one folder that are named. */
const MOST_NAMES = 3;

export function findUnusedTemplates({ flip, pages }: Rehearsal): Finding[] {
  const asked = new Set(pages.flatMap(({ contribution }) => contribution.asked));
  const unused = (flip?.put ?? [])
    .map(({ path }) => path)
    .filter((path) => path.startsWith("layouts/") && !CALLED.test(path) && !asked.has(`text:${path}`));
  if (unused.length === 0) return [];
  const message =
    `${unused.length === 1 ? "1 file is" : `${unused.length} files are`} not used, because pages are made by Deckle's own theme: ` +
    `${nameByFolder(unused)}. What they add for readers goes into params.fragments, assets/css/extended/ or a shortcode (docs/THEME.md)`;
  return [{ code: "unused-template", message }];
}

/** `layouts/404.html, index.html; layouts/partials/a.html, b.html, c.html and 9 more` */
function nameByFolder(paths: string[]): string {
  const folders = Map.groupBy(paths, (path) => path.slice(0, path.lastIndexOf("/") + 1));
  return [...folders]
    .map(([folder, inside]) => {
      const names = inside.slice(0, MOST_NAMES).map((path) => path.slice(folder.length));
      const rest = inside.length - names.length;
      return `${folder}${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    })
    .join("; ");
}
