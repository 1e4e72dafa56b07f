// Which pages are texts to be read: not those that are lists, the archive and the search among them.

import type { Card } from "../site/page.ts";

export const isText = ({ kind, layout }: Pick<Card, "kind" | "layout">): boolean =>
  kind === "page" && layout !== "archives" && layout !== "search";
