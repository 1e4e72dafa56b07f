// An author's Markdown through both passes, as publishing does it: Hugo's, then the enriching one.

import { readConfig } from "../../src/hugo/config/read-config.ts";
import { enrich } from "../../src/publish/enrich/enrich.ts";
import type { Params } from "../../src/site/page.ts";
import { render } from "../hugo/markdown/render.ts";

/** `yaml` is the site's configuration, `params` the page's front matter. */
export async function enrichMarkdown(
  body: string,
  {
    yaml = "",
    params = {},
    texts = {},
  }: { yaml?: string; params?: Params; texts?: { [path: string]: string } } = {},
) {
  const { config } = readConfig([{ path: "hugo.yaml", text: `baseURL: https://blog.example/\n${yaml}` }]);
  const world = {
    file: () => null,
    text: (path: string) => texts[path] ?? null,
    page: () => null,
    hooks: Object.keys(texts).filter((path) => path.includes("/_markup/")),
  };
  const content = render(body, { config: yaml, source: { params }, world });
  const enriched = await enrich(content.html, {
    ...{ url: "/posts/a/", file: "content/posts/a.md", text: `---\ntitle: A\n---\n${body}` },
    ...{ basePath: "/", resources: new Map(), world, config, params },
    siteParams: config.languages[0]?.params ?? {},
    formulas: content.formulas,
    hasCover: false,
  });
  return { ...enriched, before: content.html, warnings: [...content.warnings, ...enriched.warnings] };
}
