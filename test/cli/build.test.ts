import assert from "node:assert/strict";
import { test } from "node:test";
import { startLocalWorker } from "../../src/cli/local-worker.ts";
import { makeFolder } from "./run-deckle.ts";

test("a module that nothing has imported yet is not read over", async (t) => {
  const folder = await makeFolder({
    "worker.js": `export default { fetch: async ({ url }) =>
      new Response(url.endsWith("/write") ? await import("./write.js").catch(String) : "read") };`,
    "write.js": "this is no JavaScript",
  });
  const worker = await startLocalWorker({ folder, mainModule: "worker.js", digest: "" });
  t.after(() => worker.stop());
  const answerAt = async (path: string) => (await worker.fetch(`https://blog.example${path}`)).text();
  assert.equal(await answerAt("/"), "read");
  assert.match(await answerAt("/write"), /SyntaxError/);
});
