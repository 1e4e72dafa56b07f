// Renders a text as the tests need it: a page at /a/ of a small site, configured by YAML.

import { readConfig } from "../../../src/hugo/config/read-config.ts";
import type { Content, ContentSource } from "../../../src/hugo/markdown/content.ts";
import { renderContent } from "../../../src/hugo/markdown/render-content.ts";
import type { World } from "../../../src/hugo/world.ts";

export interface Setting {
  config?: string;
  theme?: "hugo" | "papermod";
  world?: Partial<World>;
  source?: Partial<ContentSource>;
}

export function render(
  body: string,
  { config: yaml = "", theme = "papermod", world, source }: Setting = {},
): Content {
  const { config } = readConfig([{ path: "hugo.yaml", text: `baseURL: https://blog.example/\n${yaml}` }]);
  const [language] = config.languages;
  if (!language) throw new Error("a site has a language");
  return renderContent(
    {
      ...{
        file: "content/posts/a.md",
        format: "md",
        body,
        bodyLine: 4,
        title: "A",
        relPermalink: "/posts/a/",
      },
      ...{
        permalink: "https://blog.example/posts/a/",
        date: "",
        lastmod: "",
        publishDate: "",
        expiryDate: "",
        section: "posts",
        type: "posts",
      },
      ...{ kind: "page", path: "/posts/a", parent: "/posts", params: {}, summary: "", isCJKLanguage: false },
      resources: [],
      ...source,
    } as ContentSource,
    { config, language, theme, world: { file: () => null, text: () => null, page: () => null, ...world } },
  );
}
