// `deckle doctor`: whether a blog that runs does all that it could, and how to mend what it does not.

import type { Health } from "../site/health.ts";
import { connectAuthorApi } from "./author-api.ts";
import { counted, parseOptions, type Verb } from "./command-line.ts";
import { CommandFailure } from "./failure.ts";
import { BLOG_OPTIONS, findBlog } from "./server-address.ts";

const help = `deckle doctor [--site DIR] [--to URL] [--state DIR]

Says whether a blog does all that it could: makes smaller versions of pictures, confirms its purges.
Ends with 1 if something wants mending.

  --site DIR      the site's folder (the current one)
  --to URL        the blog (DECKLE_URL, else the one that runs here, else the site's baseURL)
  --state DIR     the state folder (.deckle in the site's folder)

The token comes from DECKLE_TOKEN; for the blog that this machine serves from the folder it is found by
itself.`;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, BLOG_OPTIONS);
  const { server } = await findBlog(values);
  const health = await connectAuthorApi(server).health();
  const findings = findIllnesses(health, Date.now());
  if (findings.length > 0) throw new CommandFailure(findings.join("\n"));
  const purges = health.purges === null ? "no cache stands before it" : "purges are confirmed";
  console.log(`${server.origin} is well: pictures are made smaller, ${purges}.`);
}

/** Milliseconds after which the cron, which comes each minute, has missed a purge. */
const MISSED = 3 * 60_000;

/** A failure is news for so long. */
const RECENT = 7 * 24 * 60 * 60_000;

/** A sentence each, with what to do. `now` in milliseconds. */
export function findIllnesses({ pictures, purges }: Health, now: number): string[] {
  const findings: string[] = [];
  if (!pictures.bound)
    findings.push("Pictures are served as they are: bind [images] in wrangler.toml, and deploy.");
  const { lastFailure } = pictures;
  if (pictures.bound && lastFailure !== null && now - Date.parse(lastFailure.at) < RECENT)
    findings.push(
      `A smaller version of a picture was not made (${lastFailure.at}): ${lastFailure.message}. ` +
        "The picture itself is served, and it is tried again; 9422 is the end of a month's free ones.",
    );
  if (purges !== null && purges.since !== null && now - Date.parse(purges.since) > MISSED)
    findings.push(
      `${counted(purges.waiting, "purge")} waiting since ${purges.since}: the cron does not run, or the ` +
        "platform refuses (see its log for purge-refused). Readers may see former pages.",
    );
  return findings;
}

export const doctor: Verb = { help, run };
