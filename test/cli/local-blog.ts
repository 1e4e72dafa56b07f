// A blog for the command line to talk to: the Worker as it is deployed, listening on this machine.

import { createHash } from "node:crypto";
import { applyChange } from "../../src/cli/apply-change.ts";
import { type AuthorApi, connectAuthorApi } from "../../src/cli/author-api.ts";
import { addToken, type Query } from "../../src/cli/author-token.ts";
import { buildWorker } from "../../src/cli/build.ts";
import { startLocalWorker } from "../../src/cli/local-worker.ts";
import { makeToken } from "../../src/http/auth.ts";
import { parseFilePath, parseSha256 } from "../../src/site/change-set.ts";
import { emptyTables } from "../empty-tables.ts";
import { createPool } from "../pool.ts";

export interface LocalBlog {
  origin: string;
  token: string;
  query: Query;
  api: AuthorApi;
  /** Somebody else changes the site: text by path, `null` deletes. */
  changeElsewhere(files: Record<string, string | null>): Promise<void>;
  /** The bytes that stand there as text; `null` when there is no such file. */
  read(path: string): Promise<string | null>;
  paths(): Promise<string[]>;
}

const takeWorker = createPool({
  open: async () => startLocalWorker(await buildWorker(), { vars: { BASE_URL: "https://blog.example" } }),
  empty: ({ query }) => emptyTables(query),
  close: (worker) => worker.stop(),
});

export async function openLocalBlog(): Promise<LocalBlog> {
  const worker = await takeWorker();
  const token = makeToken();
  await addToken(worker.query, { token, name: "test" });
  const { origin } = worker.url;
  const api = connectAuthorApi({ origin, token, patience: 1 });

  return {
    origin,
    token,
    query: worker.query,
    api,
    async changeElsewhere(files) {
      const texts = new Map<string, string>();
      const put = [];
      const gone = [];
      for (const [name, text] of Object.entries(files)) {
        const path = parseFilePath(name);
        const sha256 = parseSha256(
          createHash("sha256")
            .update(text ?? "")
            .digest("hex"),
        );
        if (path === null || sha256 === null) throw new Error(name);
        if (text === null) {
          gone.push(path);
          continue;
        }
        texts.set(sha256, text);
        put.push({ path, sha256 });
      }
      const outcome = await applyChange(api, {
        changeSet: { put, delete: gone, dryRun: false, message: "" },
        blob: async (sha256) => ({
          path: sha256,
          sha256,
          bytes: new TextEncoder().encode(texts.get(sha256)),
          mediaType: "text/markdown",
        }),
      });
      if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
    },
    async read(path) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${origin}/api/v1/files/${encodeURI(path)}`, { headers });
      const text = await answer.text();
      return answer.status === 404 ? null : text;
    },
    async paths() {
      return (await api.tree()).files.map((file) => file.path).sort();
    },
  };
}
