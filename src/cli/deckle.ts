#!/usr/bin/env node
// The command `deckle`: finds the verb, and is the last to see what went wrong. What a verb does is
// in the file of its name.

import { readFile } from "node:fs/promises";
import type { Verb } from "./command-line.ts";
import { enginePath } from "./engine-folder.ts";
import { CommandFailure } from "./failure.ts";

const VERBS: { [name: string]: { summary: string; load(): Promise<Verb> } } = {
  init: { summary: "make a new blog in a folder", load: async () => (await import("./init.ts")).init },
  new: { summary: "begin a new post", load: async () => (await import("./new.ts")).newPost },
  start: { summary: "serve a site on this machine", load: async () => (await import("./start.ts")).start },
  preview: {
    summary: "the same, with a model of the platform's cache in front",
    load: async () => (await import("./preview.ts")).preview,
  },
  check: {
    summary: "say what publishing a folder would do, and publish nothing",
    load: async () => (await import("./check.ts")).checkSite,
  },
  push: { summary: "publish a folder to a blog", load: async () => (await import("./push.ts")).push },
  pull: {
    summary: "bring what is on a blog into a folder",
    load: async () => (await import("./pull.ts")).pull,
  },
  reindex: {
    summary: "make a blog's search index again",
    load: async () => (await import("./reindex.ts")).reindex,
  },
  token: {
    summary: "make, list or revoke author tokens",
    load: async () => (await import("./token.ts")).token,
  },
  doctor: {
    summary: "whether a blog does all that it could",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  deploy: { summary: "put the blog on Cloudflare", load: async () => (await import("./deploy.ts")).deploy },
};

const HELP = `deckle <verb> [options]

${Object.entries(VERBS)
  .map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`)
  .join("\n")}

deckle <verb> --help says more.`;

async function main([name = "--help", ...args]: string[]): Promise<void> {
  if (name === "--help" || name === "-h" || name === "help") {
    console.log(HELP);
    return;
  }
  if (name === "--version") {
    console.log(await readVersion());
    return;
  }
  const known = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (known === undefined)
    throw new CommandFailure(`There is no verb '${name}'. Verbs: ${Object.keys(VERBS).join(", ")}.`, 2);
  const verb = await known.load();
  if (args.includes("--help") || args.includes("-h")) console.log(verb.help);
  else await verb.run(args);
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(enginePath("package.json"), "utf8"));
  return String(version);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  // A server or workerd may be up already: they end with the process.
  process.stderr.write(`${error.message}\n`, () => process.exit(error.exitCode));
}
