// Runs one template as the shortcode of a small page, with files beside it.

import type { Content } from "../../../src/hugo/markdown/content.ts";
import { render } from "../markdown/render.ts";

export interface Given {
  /** Files of the site by path. */
  files?: { [path: string]: string };
  /** What the page says; it calls the shortcode `t` if not given. */
  body?: string;
  /** Every page; `null`: too many. */
  pages?: [] | null;
  /** The site's configuration, YAML. */
  config?: string;
}

/** What stands in the page, and what was asked of the site on the way. */
export function run(
  template: string,
  { files = {}, body = "{{< t >}}", pages = [], config = "" }: Given = {},
): Content & {
  asked: string[];
} {
  const texts = new Map(Object.entries({ "layouts/shortcodes/t.html": template, ...files }));
  const asked: string[] = [];
  const content = render(body, {
    config,
    world: {
      text(path) {
        asked.push(`text:${path}`);
        return texts.get(path) ?? null;
      },
      pages(lang) {
        asked.push(`pages:${lang}`);
        return pages;
      },
      /** Each is a picture of three pixels by two. */
      file(path) {
        asked.push(`file:${path}`);
        return texts.has(path) ? { path, sha256: "", mediaType: "image/png", width: 3, height: 2 } : null;
      },
      names(folder) {
        asked.push(`folder:${folder}`);
        return [...texts.keys()].filter((path) => path.startsWith(folder));
      },
      reads(setting) {
        asked.push(`site:${setting}`);
      },
      hooks: [...texts.keys()].filter((path) => path.includes("/_markup/")),
    },
  });
  return { ...content, asked };
}
