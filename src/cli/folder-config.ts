// The configuration of a site's folder, without a look at the rest of it.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HugoConfig } from "../hugo/config/config.ts";
import { isConfigFile, readConfig } from "../hugo/config/read-config.ts";

export async function readFolderConfig(folder: string): Promise<HugoConfig> {
  const names = await Promise.all(
    ["", "config/_default", "config/production"].map(async (below) =>
      (await readdir(join(folder, below)).catch(() => [])).map((name) =>
        below === "" ? name : `${below}/${name}`,
      ),
    ),
  );
  return readConfigFiles(names.flat().map((path) => ({ path, disk: join(folder, path) })));
}

/** Of those of a site's files that make it. */
export async function readConfigFiles(files: readonly { path: string; disk: string }[]): Promise<HugoConfig> {
  const texts = files
    .filter(({ path }) => isConfigFile(path))
    .map(async ({ path, disk }) => ({ path, text: await readFile(disk, "utf8") }));
  return readConfig(await Promise.all(texts)).config;
}
