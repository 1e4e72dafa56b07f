// Packages that a benchmark or an audit wants and the project does not depend on: installed once into the
// system's temporary folder, each at its exact version.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Packages {
  /** Below the folder that has them. */
  path(...names: string[]): string;
  /** A package's module as `import()` gives it; what is in it only its caller knows. */
  load(name: string): Promise<Record<string, unknown>>;
}

/** `versions` as in `{ jsdom: "31.0.1" }`; `name` is that of their folder. */
export function installOnDemand(name: string, versions: { [name: string]: string }): Packages {
  const home = join(tmpdir(), name);
  const missing = Object.entries(versions).filter(([wanted, version]) => versionIn(home, wanted) !== version);
  if (missing.length > 0) {
    const packages = missing.map(([wanted, version]) => `${wanted}@${version}`);
    const options = ["--prefix", home, "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact"];
    execFileSync("npm", ["install", ...options, ...packages], { stdio: ["ignore", "ignore", "inherit"] });
  }
  const path = (...names: string[]) => join(home, "node_modules", ...names);
  const { resolve } = createRequire(join(home, "package.json"));
  return { path, load: (wanted) => import(pathToFileURL(resolve(wanted)).href) };
}

function versionIn(home: string, name: string): string | null {
  const file = join(home, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : null;
}
