// `deckle reindex`: makes a blog's search index again, out of what is rendered there already.

import { connectAuthorApi } from "./author-api.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { BLOG_OPTIONS, findBlog } from "./server-address.ts";

const help = `deckle reindex [--to URL] [--site DIR] [--state DIR]

Throws a blog's search index away and makes it again. Nothing is published; until it is done,
search does not find everything. Stopped half-way, the blog's cron goes on with it.

  --to URL     the blog (DECKLE_URL, else the one that runs here, else the site's baseURL)
  --site DIR   the site's folder (the current one)
  --state DIR  where this machine keeps what was last pushed (.deckle in the site's folder)`;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, BLOG_OPTIONS);
  const { server } = await findBlog(values);
  await connectAuthorApi(server).reindex();
  console.log(`The search index of ${server.origin} is made again.`);
}

export const reindex: Verb = { help, run };
