// The application: what it needs from the outside, which route group answers what, and the last
// words (404, 500), said once. Knows no binding; worker.ts makes the ports from them.

import type { Clock } from "./http/clock.ts";
import type { PageReader } from "./site/document.ts";
import type { MediaReader } from "./site/media.ts";
import type { Publisher } from "./site/publisher.ts";
import type { SiteFiles } from "./site/site-files.ts";
import type { TokenStore } from "./site/token.ts";

/** Ourselves as the cache sees us: `ctx.exports.default` in production. */
export interface Front {
  fetch(request: Request): Promise<Response>;
}

/** Made per request by worker.ts and given as Hono's `env`: `app.fetch(request, ports)`. */
export interface Ports {
  reader: PageReader;
  media: MediaReader;
  tokens: TokenStore;
  /** Its implementation is loaded by `import()` at its first use: readers never pay for it. */
  publisher: Publisher;
  files: SiteFiles;
  front: Front;
  clock: Clock;
  /** Stands in the place of the configured `baseURL` (`BASE_URL`), or `null`. Absolute. */
  baseURL: string | null;
  /** Names this build in every validator: letters, digits, `-`. */
  buildId: string;
}
