// `deckle token`: makes, lists and revokes the tokens with which authors write. A token is shown once;
// what is kept is its hash.

import { resolve } from "node:path";
import { makeToken } from "../http/auth.ts";
import { addToken, listTokens, type Query, revokeToken } from "./author-token.ts";
import { connectCloud } from "./cloud.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { CommandFailure } from "./failure.ts";
import { findLocalDatabase } from "./local-database.ts";
import { openStateFolder, stateFolderOf } from "./state-folder.ts";

const help = `deckle token [list | make [--name NAME] | revoke ID] [--remote] [--site DIR | --state DIR]

  list         who may write: id, name and date of each token
  make         make a token and show it, this once
  revoke ID    from now on it is refused

  --name NAME  what it is for, for the list
  --remote     of the deployed blog, by your Cloudflare login; else of the one on this machine
  --site DIR   the site's folder (the current one)
  --state DIR  where the local database lies (.deckle in the site's folder)`;

const options = {
  name: { type: "string", default: "" },
  remote: { type: "boolean", default: false },
  site: { type: "string", default: "." },
  state: { type: "string" },
} as const;

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, options, ["deed", "ID"]);
  const [name = "list", id] = positionals;
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
  if (deed === undefined) throw new CommandFailure(`token can list, make and revoke, not '${name}'.`, 2);
  const query = values.remote
    ? await remoteQuery()
    : await localQuery(resolve(values.state ?? stateFolderOf(values.site)));
  await deed(query, { id, name: values.name });
}

const DEEDS: {
  [name: string]: (query: Query, given: { id: string | undefined; name: string }) => Promise<void>;
} = {
  list,
  make: (query, { name }) => make(query, name),
  revoke: (query, { id }) => revoke(query, id),
};

async function list(query: Query): Promise<void> {
  const tokens = await listTokens(query);
  if (tokens.length === 0) console.log("There are no tokens. Make one: npx deckle token make");
  for (const { id, name, createdAt } of tokens)
    console.log(`${id}  ${new Date(createdAt * 1000).toISOString().slice(0, 10)}  ${name}`.trimEnd());
}

async function make(query: Query, name: string): Promise<void> {
  const token = makeToken();
  const id = await addToken(query, { token, name });
  // The token alone on standard output, so that it can be piped; what is for a person goes beside it.
  console.error(`Token ${id}, shown this once: keep it, and set DECKLE_TOKEN to it.`);
  console.log(token);
}

async function revoke(query: Query, id: string | undefined): Promise<void> {
  if (id === undefined) throw new CommandFailure("Which? npx deckle token list shows the ids.", 2);
  const name = await revokeToken(query, id);
  if (name === null)
    throw new CommandFailure(`There is no token ${id}. npx deckle token list shows the ids.`);
  console.log(`Token ${id}${name === "" ? "" : ` (${name})`} is revoked.`);
}

async function remoteQuery(): Promise<Query> {
  const cloud = connectCloud();
  if (!(await cloud.isLoggedIn()))
    throw new CommandFailure("You are not logged in to Cloudflare: npx wrangler login");
  return cloud.query;
}

async function localQuery(folder: string): Promise<Query> {
  const query = await findLocalDatabase(openStateFolder(folder));
  if (query === null)
    throw new CommandFailure(
      `There is no local blog in ${folder} yet: npm start makes it. For a deployed one add --remote.`,
    );
  return query;
}

export const token: Verb = { help, run };
