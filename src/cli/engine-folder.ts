// Where Deckle itself lies: the folder with wrangler.toml, migrations/ and node_modules/. Not the
// site's folder, which may be anywhere.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ENGINE_FOLDER = fileURLToPath(new URL("../..", import.meta.url));

export const enginePath = (...segments: string[]): string => join(ENGINE_FOLDER, ...segments);
