import assert from "node:assert/strict";
import { test } from "node:test";
import { folderPublisher } from "../../src/cli/folder-publisher.ts";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { openStateFolder, stateFolderOf } from "../../src/cli/state-folder.ts";
import { openLocalBlog } from "./local-blog.ts";
import { makeFolder, writeFiles } from "./run-deckle.ts";

const post = (title: string): string => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n`;

test("a file that is saved while it is being sent is no trouble: the round of that save sends it", async (t) => {
  const blog = await openLocalBlog();
  const folder = await makeFolder({ "content/posts/a.md": post("A") });
  const site = await openSiteFolder(folder);
  const saves = ["A, saved again"];
  const said = t.mock.method(console, "error", () => {});
  const publish = folderPublisher({
    site: {
      folder,
      async scan() {
        const seen = await site.scan();
        const saved = saves.pop();
        if (saved !== undefined) await writeFiles(folder, { "content/posts/a.md": post(saved) });
        return seen;
      },
    },
    state: openStateFolder(stateFolderOf(folder)),
    api: blog.api,
  });
  assert.equal(await publish(), false);
  assert.deepEqual(said.mock.calls, []);
  assert.equal(await publish(), true);
  assert.equal(await blog.read("content/posts/a.md"), post("A, saved again"));
});
