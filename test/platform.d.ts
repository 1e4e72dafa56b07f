// The few names of the Workers platform that code under test speaks of. The platform's own global types
// cannot be loaded whole beside Node's and the browser's.

import type * as Platform from "@cloudflare/workers-types";

declare global {
  type D1Database = Platform.D1Database;
  type D1PreparedStatement = Platform.D1PreparedStatement;
  type D1Result<T = unknown> = Platform.D1Result<T>;
  type R2Bucket = Platform.R2Bucket;
}
