// Single pages of a site as Hugo and its theme make them: served on localhost, beside ours in the pictures of
// screenshots.ts, and as texts, beside ours in whole-page.ts.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify as printToml } from "smol-toml";
import { mediaTypeOf } from "../../src/cli/media-type.ts";
import { runEngine, walk } from "./hugo-engine.ts";
import {
  BUILT_IN,
  contentFolders,
  layOver,
  REMOTE,
  removeRefused,
  stubUnknown,
  withOracle,
} from "./oracle.ts";
import { readSiteConfig } from "./oracle-config.ts";

export interface ThemedSite {
  origin: string;
  close(): Promise<void>;
}

export interface WantedPages {
  /** The site's folder, and a checkout of PaperMod. */
  site: string;
  theme: string;
  /** As addressed: `/posts/hello/`. */
  paths: string[];
  /** Content files that Hugo refuses to build. */
  refused?: string[];
  /** With the addresses that it has and the theme's templates alone, but for shortcodes and hooks: not to be served on localhost. */
  asWritten?: boolean;
}

/** The engine builds without pictures: those are served from where they lie. */
const STATIC = ["content", "static", "assets"];

/** By path, with the site's own before it; what Hugo does not publish is not there. */
export function themedPages({ site, theme, paths, refused }: WantedPages): Map<string, string> {
  const { baseurl } = readSiteConfig(site);
  const base = new URL(String(baseurl ?? "/"), "https://blog.example/").pathname.replace(/\/$/, "");
  const below = new Map(paths.map((address) => [address, decodeURIComponent(address.slice(base.length))]));
  const home = mkdtempSync(path.join(tmpdir(), "deckle-themed-"));
  try {
    build({ site, theme, paths: [...below.values()], refused, asWritten: true }, home);
    const published = [...below].map(([address, name]) => [
      address,
      path.join(home, "out/public", fileOf(name)),
    ]);
    return new Map(
      published.flatMap(([address = "", file = ""]) =>
        statSync(file, { throwIfNoEntry: false })?.isFile()
          ? [[address, readFileSync(file, "utf8")] as const]
          : [],
      ),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export async function serveThemed(wanted: WantedPages): Promise<ThemedSite> {
  const home = mkdtempSync(path.join(tmpdir(), "deckle-themed-"));
  build(wanted, home);
  const roots = [path.join(home, "out/public"), ...STATIC.map((folder) => path.join(wanted.site, folder))];
  const server = createServer((request, response) => {
    const name = fileOf(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = roots.map((root) => path.join(root, name)).find((candidate) => existsSync(candidate));
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": mediaTypeOf(name) }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const fileOf = (address: string): string => (address.endsWith("/") ? `${address}index.html` : address);

function build(
  { site: from, theme, paths, refused = [], asWritten = false }: WantedPages,
  home: string,
): void {
  const site = path.join(home, "site");
  const config = readSiteConfig(from);
  for (const root of asWritten ? [from, theme] : [theme, from])
    for (const folder of ["assets", "i18n", "data"]) copy(root, site, folder);
  const known = new Set(BUILT_IN);
  if (asWritten) layOver(from, site, known, true);
  copy(theme, site, "layouts");
  if (asWritten) {
    layOver(theme, site, known, false);
    layOver(from, site, known, false);
  } else copy(from, site, "layouts");
  for (const folder of ["content", ...contentFolders(config)]) copy(from, site, folder);
  for (const name of refused) removeRefused(site, name);
  if (asWritten) stubUnknown(site, known);
  mkdirSync(path.join(site, "layouts/_shortcodes"), { recursive: true });
  for (const name of REMOTE)
    writeFileSync(path.join(site, `layouts/_shortcodes/${name}.html`), `<p>${name}</p>`);
  for (const name of walk(path.join(site, "layouts"))) leaveOutScripts(path.join(site, "layouts", name));
  writeFileSync(path.join(site, "layouts/home.oracle.json"), '{"baseRel":"/","pages":[]}');
  const params = { ...(config.params as object | undefined), env: "production", assets: PLAIN_NAMES };
  writeFileSync(
    path.join(site, "config.toml"),
    printToml({ ...withOracle(config), ...(asWritten ? {} : { baseurl: "/" }), params }),
  );
  writeFileSync(path.join(site, "languages"), Object.keys(config.languages ?? {}).join("\n"));
  writeFileSync(path.join(site, "wanted"), [...paths.map(fileOf), STYLESHEET].join("\n"));
  const run = runEngine(site, path.join(home, "out"));
  if (run.status !== 0)
    throw new Error(`Hugo refuses the site with this theme: ${run.stderr.slice(0, 2000)}`);
}

const STYLESHEET = "/assets/css/stylesheet.css";
const PLAIN_NAMES = { disableFingerprinting: true };

function copy(from: string, to: string, folder: string): void {
  mkdirSync(path.join(to, folder), { recursive: true });
  if (existsSync(path.join(from, folder)))
    cpSync(path.join(from, folder), path.join(to, folder), { recursive: true });
}

/** The engine has no working folder, which the bundler of scripts needs. */
function leaveOutScripts(file: string): void {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/\|\s*js\.Build[^|}]*/g, ""));
}
