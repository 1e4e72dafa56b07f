// Whether the blog in a database came from this folder. A deploy asks, because all of an account's blogs
// have the names of wrangler.toml, until somebody gives them others.

import { isConfigFile } from "../hugo/config/read-config.ts";
import type { Query } from "./author-token.ts";
import type { FolderScan } from "./site-folder.ts";
import type { StateFolder } from "./state-folder.ts";

/** An empty one may become anybody's. Else this machine remembers having pushed to it, or it is configured as the folder is. */
export async function mayBeOwnBlog(
  query: Query,
  { scan, state }: { scan: FolderScan; state: StateFolder },
): Promise<boolean> {
  const tables = await query("select name from sqlite_master where type = 'table' and name = 'file'");
  if (tables.length === 0) return true;
  const [site] = await query("select name, (select count(*) from file) as files from site");
  if (site === undefined || Number(site.files) === 0) return true;
  if ((await state.readBase(String(site.name))).size > 0) return true;
  const files = await query("select path, sha256 from file where path like 'hugo.%' or path like 'config%'");
  const settings = files.filter(({ path }) => isConfigFile(String(path)));
  const digests = new Map<string, string>(scan.digests);
  return settings.length > 0 && settings.every(({ path, sha256 }) => digests.get(String(path)) === sha256);
}
