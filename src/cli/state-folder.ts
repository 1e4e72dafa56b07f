// What one folder's blog remembers on this machine: the local database, the author token, the address
// while it runs, and for every site it was pushed to what that site and the folder last had in common.

import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FilePath, parseFilePath, parseSha256, type Sha256 } from "../site/change-set.ts";
import { errorCode } from "./failure.ts";

export interface StateFolder {
  folder: string;
  /** Where the local D1 and R2 lie. */
  storage: string;
  /** `null` before one was made. */
  findToken(): Promise<string | null>;
  keepToken(token: string): Promise<void>;
  /** Where the blog of this folder answers, while the process that serves it lives. */
  findAddress(): Promise<string | null>;
  /** To be removed by that process at its end. */
  addressFile: string;
  /** Says that this process serves it. */
  keepAddress(address: string): Promise<void>;
  /** The `BASE_URL` of the last deploy, empty for the site's own; `null` before the first. */
  findDeployed(): Promise<string | null>;
  keepDeployed(baseURL: string): Promise<void>;
  /** Of the site with this name (`tree.site`); empty before the first synchronisation. */
  readBase(site: string): Promise<Map<FilePath, Sha256>>;
  writeBase(site: string, base: ReadonlyMap<FilePath, Sha256>): Promise<void>;
}

/** The default for a site in `folder`. */
export const stateFolderOf = (folder: string): string => join(folder, ".deckle");

export function openStateFolder(folder: string): StateFolder {
  const addressFile = join(folder, "address");
  const baseFile = (site: string) => join(folder, `base-${site.replace(/[^\w-]/g, "_")}.json`);

  /** Whole or not at all, and never in a repository: the folder ignores itself. */
  async function keep(path: string, text: string, mode = 0o644): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, ".gitignore"), "*\n");
    const fresh = `${path}.${process.pid}`;
    await writeFile(fresh, text, { mode });
    await rename(fresh, path);
  }

  return {
    folder,
    storage: join(folder, "storage"),
    findToken: () => readText(join(folder, "token")),
    keepToken: (token) => keep(join(folder, "token"), `${token}\n`, 0o600),
    async findAddress() {
      const [address, pid] = (await readText(addressFile))?.split("\n") ?? [];
      return address !== undefined && isAlive(Number(pid)) ? address : null;
    },
    addressFile,
    keepAddress: (address) => keep(addressFile, `${address}\n${process.pid}\n`),
    findDeployed: () => readText(join(folder, "deployed")),
    keepDeployed: (baseURL) => keep(join(folder, "deployed"), `${baseURL}\n`),
    async readBase(site) {
      const text = await readText(baseFile(site));
      return text === null ? new Map() : parseBase(text);
    },
    async writeBase(site, base) {
      const sorted = [...base].sort(([a], [b]) => (a < b ? -1 : 1));
      await keep(baseFile(site), `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);
    },
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

async function readText(path: string): Promise<string | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : text.trim();
}

/** A damaged record counts as none: then nothing is overwritten that differs. */
function parseBase(text: string): Map<FilePath, Sha256> {
  const base = new Map<FilePath, Sha256>();
  try {
    for (const [name, digest] of Object.entries<unknown>(JSON.parse(text))) {
      const path = parseFilePath(name);
      const sha256 = typeof digest === "string" ? parseSha256(digest) : null;
      if (path !== null && sha256 !== null) base.set(path, sha256);
    }
  } catch {
    return new Map();
  }
  return base;
}
