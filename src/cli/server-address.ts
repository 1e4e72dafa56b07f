// Which blog a command talks to, and with which token. The token comes from the environment, or for
// this machine from the state folder; never from the command line, where others could see it.

import { resolve } from "node:path";
import { parseToken } from "../http/auth.ts";
import { CommandFailure } from "./failure.ts";
import { readConfigFiles } from "./folder-config.ts";
import { type FolderScan, openSiteFolder } from "./site-folder.ts";
import { openStateFolder, type StateFolder, stateFolderOf } from "./state-folder.ts";

export interface Server {
  origin: string;
  token: string;
}

/** How the verbs that send something to a blog are told which. */
export const BLOG_OPTIONS = {
  site: { type: "string", default: "." },
  to: { type: "string" },
  state: { type: "string" },
} as const;

/** The blog that they name, and what is in the folder. */
export async function findBlog(given: {
  site: string;
  to?: string;
  state?: string;
}): Promise<{ server: Server; state: StateFolder; scan: FolderScan }> {
  const folder = resolve(given.site);
  const site = await openSiteFolder(folder);
  const state = openStateFolder(resolve(given.state ?? stateFolderOf(folder)));
  const scan = await site.scan();
  return { server: await findServer("--to", given.to, state, scan), state, scan };
}

/** `given` on the command line by this option; else `DECKLE_URL`, the blog that runs here, the configured `baseURL`. */
export async function findServer(
  option: "--to" | "--from",
  given: string | undefined,
  state: StateFolder,
  scan: FolderScan,
): Promise<Server> {
  const origin = given === undefined ? await defaultOrigin(option, state, scan) : parseOrigin(given, option);
  return { origin, token: await findTokenFor(origin, state) };
}

async function findTokenFor(origin: string, state: StateFolder): Promise<string> {
  const given = process.env.DECKLE_TOKEN ?? (isLocal(origin) ? await state.findToken() : null);
  if (given === null || given.trim() === "") {
    throw new CommandFailure(
      isLocal(origin)
        ? `No token for ${origin}: set DECKLE_TOKEN to the one that npm start printed. It is found by itself only from the folder that is served there.`
        : `No token for ${origin}: set DECKLE_TOKEN. Make one with: npx deckle token make --remote`,
    );
  }
  return parseGivenToken(given);
}

/** Tells a mistyped token apart before it is sent anywhere. */
export function parseGivenToken(given: string): string {
  const token = parseToken(given);
  if (!token.ok) throw new CommandFailure(`DECKLE_TOKEN cannot be right: ${token.problem.message}.`);
  return token.value;
}

function parseOrigin(text: string, source: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CommandFailure(`${source} wants an address such as https://blog.example, not '${text}'.`, 2);
  if (url.protocol === "http:" && !isLocal(url.origin))
    throw new CommandFailure(`${source}: a token is not sent unencrypted; write https://${url.host}.`);
  return url.origin;
}

async function defaultOrigin(option: string, state: StateFolder, scan: FolderScan): Promise<string> {
  const named = process.env.DECKLE_URL ?? "";
  if (named !== "") return parseOrigin(named, "DECKLE_URL");
  const running = await state.findAddress();
  if (running !== null) return running;
  const baseURL = await configuredBaseURL(scan);
  if (baseURL === "")
    throw new CommandFailure(
      `Which blog? None runs here, and the site has no baseURL. Name it with ${option}.`,
    );
  return parseOrigin(baseURL, "baseURL");
}

/** Empty when the configuration names none. */
export const configuredBaseURL = async ({ files }: FolderScan): Promise<string> =>
  (await readConfigFiles(files)).baseURL;

const isLocal = (origin: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/.test(new URL(origin).hostname);
