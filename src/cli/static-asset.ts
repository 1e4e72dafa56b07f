// The files that the platform serves beside the Worker, without running it: Mermaid, in the parts that
// a browser loads one by one. Copied from the package, because wrangler wants them in one folder.

import { existsSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { MERMAID_FOLDER } from "../site/diagram.ts";
import { enginePath } from "./engine-folder.ts";
import { makeWholeFolder } from "./whole-folder.ts";

/** As wrangler.toml names it. */
const FOLDER = enginePath("dist/assets");

/** What lies there is named by its version. No year: a 404 in the middle of a deploy is kept as long. */
const HEADERS = `/_deckle/*
  Cache-Control: public, max-age=2592000, immutable
  X-Content-Type-Options: nosniff
`;

/** The folder, made once a version. */
export async function prepareAssets(): Promise<string> {
  if (existsSync(join(FOLDER, MERMAID_FOLDER))) return FOLDER;
  const from = enginePath("node_modules/mermaid/dist");
  await makeWholeFolder(FOLDER, async (fresh) => {
    const to = join(fresh, MERMAID_FOLDER);
    await mkdir(to, { recursive: true });
    await cp(join(from, "mermaid.esm.min.mjs"), join(to, "mermaid.esm.min.mjs"));
    await cp(join(from, "chunks/mermaid.esm.min"), join(to, "chunks/mermaid.esm.min"), {
      recursive: true,
      filter: (path) => !basename(path).endsWith(".map"),
    });
    await writeFile(join(fresh, "_headers"), HEADERS);
    await rm(FOLDER, { recursive: true, force: true });
  });
  return FOLDER;
}
