// The feeds: parsed by a strict parser, every address in them absolute, and read by a real feed reader.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { runProgram } from "./program.ts";
import type { Audited, Finding } from "./site-page.ts";

type Parse = (text: string) => { format: string; feed: { items?: unknown[]; entries?: unknown[] } };

const FEEDS = ["/index.xml", "/atom.xml", "/feed.json", "/posts/index.xml"];

export async function auditFeeds({ origin, tools }: Audited): Promise<Finding[]> {
  const { parseFeed } = (await tools.load("feedsmith")) as { parseFeed: Parse };
  const findings: Finding[] = [];
  for (const path of FEEDS) {
    const answer = await fetch(origin + path);
    if (answer.status === 404) continue;
    const text = await answer.text();
    const { items, wrong } = inspect(text, parseFeed);
    findings.push({ what: `${path}, ${items} entries`, wrong });
    if (!path.endsWith(".json")) findings.push(await readByNewsboat(origin + path, items));
  }
  return findings;
}

function inspect(text: string, parse: Parse): { items: number; wrong: string[] } {
  try {
    const { feed } = parse(text);
    const items = (feed.items ?? feed.entries ?? []).length;
    const relative =
      text.match(/(?:href|src)=(?:"|&quot;|\\")(?!https?:|mailto:|data:|tel:|#)[^"&\\]*/g) ?? [];
    return { items, wrong: relative.map((address) => `not absolute: ${address}`) };
  } catch (error) {
    return { items: 0, wrong: [String(error)] };
  }
}

/**
 * Newsboat keeps what it read in SQLite: title, address and text of each entry. By the entry's GUID,
 * so each feed gets a cache of its own: those of a site share their entries.
 */
async function readByNewsboat(url: string, items: number): Promise<Finding> {
  const what = `${new URL(url).pathname} in newsboat`;
  const folder = mkdtempSync(join(tmpdir(), "deckle-newsboat-"));
  const [urls, cache, config] = [join(folder, "urls"), join(folder, "cache.db"), join(folder, "config")];
  try {
    writeFileSync(urls, `${url}\n`);
    writeFileSync(config, "");
    if ((await runProgram("newsboat", ["-u", urls, "-c", cache, "-C", config, "-x", "reload"])) === null)
      return { what, wrong: ["not run: it is not installed"] };
    const database = new DatabaseSync(cache);
    const { n, poor } = database.prepare(COUNT).get() ?? {};
    database.close();
    const wrong = [
      n !== items && `it shows ${n} of ${items} entries`,
      Number(poor) > 0 && `${poor} entries lack title, address or text`,
    ];
    return { what, wrong: wrong.filter((line) => line !== false) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const COUNT = "select count(*) as n, sum(title = '' or url = '' or content = '') as poor from rss_item";
