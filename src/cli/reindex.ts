// `deckle reindex`: makes a blog's search index again, out of what is rendered there already.

import { resolve } from "node:path";
import { connectAuthorApi } from "./author-api.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { findServer } from "./server-address.ts";
import { openSiteFolder } from "./site-folder.ts";
import { openStateFolder, stateFolderOf } from "./state-folder.ts";

const help = `deckle reindex [--to URL] [--site DIR] [--state DIR]

Throws a blog's search index away and makes it again. Nothing is published; until it is done,
search does not find everything. Stopped half-way, the blog's cron goes on with it.

  --to URL     the blog (DECKLE_URL, else the one that runs here, else the site's baseURL)
  --site DIR   the site's folder (the current one)
  --state DIR  where this machine keeps what was last pushed (.deckle in the site's folder)`;

const options = {
  to: { type: "string" },
  site: { type: "string", default: "." },
  state: { type: "string" },
} as const;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, options);
  const folder = resolve(values.site);
  const site = await openSiteFolder(folder);
  const state = openStateFolder(resolve(values.state ?? stateFolderOf(folder)));
  const server = await findServer("--to", values.to, state, await site.scan());
  await connectAuthorApi(server).reindex();
  console.log(`The search index of ${server.origin} is made again.`);
}

export const reindex: Verb = { help, run };
