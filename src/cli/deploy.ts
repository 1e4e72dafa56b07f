// `deckle deploy`: puts the blog on Cloudflare, step by step, each of which may have been done before:
// after a failure it is simply run again. Content goes only into an empty site; what was written
// there is never overwritten by a deploy.

import { resolve } from "node:path";
import { makeToken } from "../http/auth.ts";
import { renderOutdated } from "./apply-change.ts";
import { type AuthorApi, connectAuthorApi } from "./author-api.ts";
import { addToken, listTokens } from "./author-token.ts";
import { type Cloud, connectCloud, deployArguments } from "./cloud.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { CommandFailure } from "./failure.ts";
import { mayBeOwnBlog } from "./own-blog.ts";
import { pushFolder } from "./push.ts";
import { configuredBaseURL, parseGivenToken } from "./server-address.ts";
import { type FolderScan, openSiteFolder } from "./site-folder.ts";
import { openStateFolder, type StateFolder, stateFolderOf } from "./state-folder.ts";
import { runWrangler } from "./wrangler.ts";

const help = `deckle deploy [--site DIR] [--dry-run]      (npm run deploy -- …)

Puts the blog on Cloudflare: creates its database and bucket, migrates, deploys the Worker, makes the
first author token, and publishes the folder if the blog is still empty. Can be run again at any time.

A deployed blog that this folder was never pushed to, and that is configured otherwise, is left alone:
a second blog needs names of its own (docs/OPERATIONS.md).

  --site DIR   the site's folder (the current one)
  --same-blog  it is this folder's all the same, pushed from another machine
  --dry-run    build and check, and say what would be done; needs no account`;

const options = {
  site: { type: "string", default: "." },
  "same-blog": { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
} as const;

async function run(args: string[]): Promise<void> {
  const { values } = parseOptions(args, options);
  const site = await openSiteFolder(resolve(values.site));
  const scan = await site.scan();
  if (values["dry-run"]) return rehearse(site.folder, scan);
  await deployBlog({
    cloud: connectCloud(),
    scan,
    state: openStateFolder(stateFolderOf(site.folder)),
    otherBlog: values["same-blog"] ? "take" : "stop",
    givenToken: process.env.DECKLE_TOKEN,
    connect: (origin, token) => connectAuthorApi({ origin, token, patience: 2000 }),
    say: console.log,
  });
}

export interface Deployment {
  cloud: Cloud;
  scan: FolderScan;
  state: StateFolder;
  /** A blog that is there and does not look like this folder's. */
  otherBlog: "stop" | "take";
  givenToken: string | undefined;
  connect(origin: string, token: string): AuthorApi;
  say(line: string): void;
}

export async function deployBlog(deployment: Deployment): Promise<void> {
  const { cloud, scan, state, say } = deployment;
  if (!(await cloud.isLoggedIn()))
    throw new CommandFailure(
      "You are not logged in to Cloudflare. Run: npx wrangler login (or set CLOUDFLARE_API_TOKEN), then this again.",
    );
  // The tables first, so that the new Worker finds them; only the very first deploy makes the database.
  const existed = await cloud.hasDatabase();
  if (existed && deployment.otherBlog === "stop" && !(await mayBeOwnBlog(cloud.query, deployment)))
    throw new CommandFailure(
      "Another blog is deployed under the names in wrangler.toml, and nothing was done to it. To deploy this folder beside it, " +
        "follow “A second blog” in docs/OPERATIONS.md. If it is this folder's blog, pushed from another machine, add --same-blog.",
    );
  if (existed) await cloud.migrate();
  const origin = await deployWorker(deployment);
  if (!existed) await cloud.migrate();

  const token = await settleToken(deployment);
  const [counted] = await cloud.query("select count(*) as files from file");
  if (Number(counted?.files) > 0) {
    say("The blog has content already, and it was left as it is. Publish changes with: npx deckle push");
    if (token !== null) await renderOutdated(deployment.connect(origin, token));
    else say("What this version renders differently shows with the next write, whichever it is.");
  } else if (token === null) {
    throw new CommandFailure(
      "The blog is empty, and its first token is not at hand. Set DECKLE_TOKEN to it (or make another: " +
        "npx deckle token make --remote) and run this again.",
    );
  } else {
    await pushFolder({
      api: deployment.connect(origin, token),
      origin,
      state,
      scan,
      message: "",
      deletions: "leave",
      conflicts: "stop",
      dryRun: false,
    });
  }
  say(`The blog is at ${origin}/`);
}

/**
 * Deploys with the address at which the blog will be reached as `BASE_URL`. That is known only from
 * wrangler's answer: if it is another than before, the Worker is deployed once more with the right one.
 */
async function deployWorker({ cloud, scan, state, say }: Deployment): Promise<string> {
  const baseURLOfSite = await configuredBaseURL(scan);
  const configured = URL.canParse(baseURLOfSite) ? new URL(baseURLOfSite).host : null;
  const expected = await state.findDeployed();
  const targets = await cloud.deploy(expected ?? "");
  const hosts = targets.map(hostOf);
  const own = hosts.find((host) => host === configured);
  const host = own ?? hosts[0];
  if (host === undefined)
    throw new CommandFailure(
      "The Worker is deployed, but at no address: add a route to wrangler.toml, or set workers_dev = true.",
    );
  const origin = `https://${host}`;
  // The configured host is served by this Worker: the site's own baseURL holds.
  const baseURL = own === undefined ? origin : "";
  if (baseURL !== (expected ?? "")) await cloud.deploy(baseURL);
  await state.keepDeployed(baseURL);
  if (configured !== null && own === undefined)
    say(`baseURL names ${configured}, which is no route of this Worker yet: until then links say ${origin}.`);
  return origin;
}

async function settleToken({ cloud, givenToken, say }: Deployment): Promise<string | null> {
  if (givenToken !== undefined && givenToken !== "") {
    const token = parseGivenToken(givenToken);
    if ((await listTokens(cloud.query)).length === 0) await addToken(cloud.query, { token, name: "first" });
    return token;
  }
  if ((await listTokens(cloud.query)).length > 0) return null;
  const token = makeToken();
  await addToken(cloud.query, { token, name: "first" });
  say(`Your author token, shown this once: ${token}`);
  say("Keep it, and set DECKLE_TOKEN to it before you push.");
  return token;
}

/** wrangler says `https://deckle.me.workers.dev`, and of routes `blog.example/*` or `blog.example (custom domain)`. */
const hostOf = (target: string): string => target.replace(/^https?:\/\//, "").split(/[/\s]/)[0] ?? "";

async function rehearse(folder: string, scan: FolderScan): Promise<void> {
  const { code, stdout, stderr } = await runWrangler([...(await deployArguments()), "--dry-run"]);
  if (code !== 0)
    throw new CommandFailure(`The Worker could not be built: ${stderr.trim() || stdout.trim()}`);
  console.log(`${afterModules(stdout)}
Nothing was done. A deploy would, each step only if it is still to do:
  1. check your Cloudflare login (npx wrangler whoami)
  2. create the D1 database and the R2 bucket that wrangler.toml names
  3. apply migrations/ to the database
  4. deploy the Worker, with BASE_URL set to its address
  5. make the first author token and show it
  6. publish ${scan.files.length} files from ${folder}, if the blog is still empty`);
}

/** wrangler lists some 150 modules before it comes to the size and the bindings. */
const afterModules = (said: string): string =>
  said.slice(Math.max(0, said.indexOf("Total Upload"))).replace("--dry-run: exiting now.\n", "");

export const deploy: Verb = { help, run };
