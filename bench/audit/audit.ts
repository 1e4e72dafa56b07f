// `npm run audit [-- --site DIR] [--only lighthouse,…] [/path/ …]`: the tools by which others judge a
// site, on a folder served as its readers would meet it (this repository's own by default). They are
// installed on demand; java and newsboat come from the machine, and what is not there is told.

import { parseArgs } from "node:util";
import { installOnDemand } from "../on-demand.ts";
import { auditFeeds } from "./feed.ts";
import { auditByLighthouse } from "./lighthouse.ts";
import { auditMarkup } from "./markup.ts";
import { auditReaders } from "./reader-mode.ts";
import { serveSite } from "./served-site.ts";
import { pagesOf } from "./site-page.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: "string", default: "." }, only: { type: "string" } },
});

const tools = installOnDemand("deckle-audit-tools", {
  lighthouse: "13.5.0",
  "vnu-jar": "26.9.27",
  jsdom: "31.0.1",
  "@mozilla/readability": "0.6.0",
  "open-graph-scraper": "6.12.0",
  feedsmith: "3.0.1",
});

const AUDITS = {
  markup: auditMarkup,
  feeds: auditFeeds,
  readers: auditReaders,
  lighthouse: auditByLighthouse,
} as const;

const wanted = new Set(values.only?.split(",") ?? Object.keys(AUDITS));
const site = await serveSite(values.site);
try {
  const pages = await pagesOf(site.origin, positionals);
  for (const [name, audit] of Object.entries(AUDITS)) {
    if (!wanted.has(name)) continue;
    for (const { what, wrong } of await audit({ origin: site.origin, pages, tools })) {
      console.log(`${wrong.length === 0 ? "✔" : "✖"} ${name}: ${what}`);
      for (const line of wrong) console.log(`    ${line}`);
      if (wrong.length > 0) process.exitCode = 1;
    }
  }
} finally {
  await site.close();
}
