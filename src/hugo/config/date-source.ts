// Where a page's dates come from: `frontmatter` in the configuration, with Hugo's defaults and its
// other names for the same keys.

import type { Params } from "../../site/page.ts";
import type { HugoConfig } from "./config.ts";
import { toWords } from "./loose-value.ts";

const DATE_SOURCES = {
  date: ["date", "publishdate", "lastmod"],
  lastmod: [":git", "lastmod", "date", "publishdate"],
  publishDate: ["publishdate", "date"],
  expiryDate: ["expirydate"],
};

const DATE_ALIASES: { [key: string]: string[] } = {
  lastmod: ["modified"],
  publishdate: ["pubdate", "published"],
  expirydate: ["unpublishdate"],
};

export function readDateSources(given: Params): HugoConfig["frontmatter"] {
  const sources = (name: keyof typeof DATE_SOURCES): string[] => {
    const own = given[name.toLowerCase()];
    const names = own === undefined ? [":default"] : toWords(own).map((source) => source.toLowerCase());
    const expanded = names
      .flatMap((source) => (source === ":default" ? DATE_SOURCES[name] : [source]))
      .flatMap((source) => [source, ...(DATE_ALIASES[source] ?? [])]);
    return [...new Set(expanded)];
  };
  return {
    date: sources("date"),
    lastmod: sources("lastmod"),
    publishDate: sources("publishDate"),
    expiryDate: sources("expiryDate"),
  };
}
