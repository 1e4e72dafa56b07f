// Looks up who may write.

import type { TokenStore } from "../site/token.ts";

export function createTokenStore(db: D1Database): TokenStore {
  return {
    findByHash: (hash) => db.prepare("select id, hash from token where hash = ?1").bind(hash).first(),
  };
}
