// Whole pages, lists, feeds and sitemaps of a site as its readers meet them, ours and those of Hugo with PaperMod:
// which entries stand where, in what order, how they are named, what is told of them.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { serveSite } from "../audit/served-site.ts";
import { askHugo, type OracleOptions, removeRefused } from "./oracle.ts";
import { type Facts, factsOf } from "./page-facts.ts";
import { themedPages } from "./themed-site.ts";

/** Pagers of one list, and posts, that are looked at. */
const PAGERS = 3;
const POSTS = 200;

export interface WholePages {
  hugo: string;
  pages: { [path: string]: Facts };
}

export interface ThemedPages extends WholePages {
  /** Content files that Hugo refuses to build: neither has them. */
  refused: string[];
}

export function themedFacts(site: string, options: OracleOptions): ThemedPages {
  const { overlay: theme } = options;
  if (theme === null) throw new Error("--pages wants --overlay and the path of a PaperMod checkout");
  const { hugo, pages, refused } = askHugo(site, options);
  const lists = pages.filter(({ kind }) => kind !== "page");
  const posts = pages.filter(({ kind }) => kind === "page");
  const every = Math.ceil(posts.length / POSTS);
  const paths = [
    ...lists.flatMap((list) => [
      list.relPermalink,
      ...list.pagers.slice(0, PAGERS),
      // A taxonomy's has terms, which are no posts.
      ...list.outputs.filter((address) => address.endsWith(".xml") && list.kind !== "taxonomy"),
    ]),
    ...posts.filter((_, i) => i % every === 0).map(({ relPermalink }) => relPermalink),
    ...["/sitemap.xml", ...new Set(pages.map(({ lang }) => `/${lang}/sitemap.xml`))],
  ].filter((address) => address !== "");
  const made = themedPages({ site, theme, paths: [...new Set(paths)], refused });
  const isPage = (text: string) => !/<meta[^>]*http-equiv="?refresh/i.test(text);
  const facts = [...made].filter(([, text]) => isPage(text)).map(([at, text]) => [at, factsOf(at, text)]);
  return { hugo, pages: Object.fromEntries(facts), refused };
}

export interface Otherwise {
  /** `entries`, `status`. */
  what: string;
  path: string;
  hugo: string;
  ours: string;
}

/** What differs, of pages that `ask` answers. */
export async function compareWhole(
  { pages }: WholePages,
  ask: (path: string) => Promise<{ status: number; text(): Promise<string> }>,
): Promise<Otherwise[]> {
  const found: Otherwise[] = [];
  for (const [at, hugo] of Object.entries(pages)) {
    const answer = await ask(at);
    if (answer.status !== 200) {
      found.push({ what: "status", path: at, hugo: "200", ours: String(answer.status) });
      continue;
    }
    const ours = factsOf(at, await answer.text());
    for (const [what, value] of Object.entries(hugo)) {
      const other = ours[what] ?? "";
      if (JSON.stringify(value) !== JSON.stringify(other))
        found.push({ what, path: at, ...firstOther(value, other) });
    }
  }
  return found;
}

/** Of lists the first place at which they part. */
function firstOther(hugo: Facts[string], ours: Facts[string]): { hugo: string; ours: string } {
  if (typeof hugo === "string" || typeof ours === "string") return { hugo: String(hugo), ours: String(ours) };
  const at = hugo.findIndex((item, i) => item !== ours[i]);
  const place = at < 0 ? hugo.length : at;
  return { hugo: hugo[place] ?? "(no more)", ours: ours[place] ?? "(no more)" };
}

export async function compareServed(site: string, { refused, ...whole }: ThemedPages): Promise<Otherwise[]> {
  const home = mkdtempSync(path.join(tmpdir(), "deckle-whole-"));
  const copy = path.join(home, "site");
  cpSync(site, copy, { recursive: true });
  for (const name of refused) removeRefused(copy, name);
  const { origin, close } = await serveSite(copy);
  try {
    return await compareWhole(whole, (at) => fetch(origin + at, { redirect: "manual" }));
  } finally {
    await close();
    rmSync(home, { recursive: true, force: true });
  }
}
