import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { connectAuthorApi } from "../../src/cli/author-api.ts";
import { type Cloud, databaseNameIn, deployArguments } from "../../src/cli/cloud.ts";
import { deployBlog } from "../../src/cli/deploy.ts";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { openStateFolder, stateFolderOf } from "../../src/cli/state-folder.ts";
import { runWrangler } from "../../src/cli/wrangler.ts";
import { type LocalBlog, openLocalBlog } from "./local-blog.ts";
import { deckle, makeFolder, writeFiles } from "./run-deckle.ts";

const SITE = {
  "hugo.yaml": "title: A blog\nbaseURL: https://old.example/blog/\n",
  "content/posts/one.md": "---\ntitle: One\n---\n\nText.\n",
};

/** Cloudflare as a deploy sees it, over a real local blog whose database only the first deploy makes. */
function fakeCloud(blog: LocalBlog, targets = ["https://deckle.me.workers.dev"]) {
  const done: string[] = [];
  let exists = false;
  const cloud: Cloud = {
    isLoggedIn: async () => true,
    hasDatabase: async () => exists,
    migrate: async () => {
      assert(exists, "there is no database to migrate yet");
      done.push("migrate");
    },
    deploy: async (baseURL) => {
      exists = true;
      done.push(`deploy ${baseURL}`);
      return targets;
    },
    query: blog.query,
  };
  return { cloud, done };
}

interface Options {
  cloud?: Cloud;
  givenToken?: string;
  /** Another than the blog's own. */
  folder?: string;
  otherBlog?: "take";
}

async function setUp(targets?: string[]) {
  const blog = await openLocalBlog();
  await blog.query("delete from token");
  const folder = await makeFolder(SITE);
  const said: string[] = [];
  const { cloud, done } = fakeCloud(blog, targets);
  const deploy = async (options: Options = {}) =>
    deployBlog({
      cloud: options.cloud ?? cloud,
      scan: await (await openSiteFolder(options.folder ?? folder)).scan(),
      state: openStateFolder(stateFolderOf(options.folder ?? folder)),
      otherBlog: options.otherBlog ?? "stop",
      givenToken: options.givenToken,
      connect: (_origin, token) => connectAuthorApi({ origin: blog.origin, token, patience: 1 }),
      say: (line) => said.push(line),
    });
  return { blog, folder, cloud, done, said, deploy };
}

test("a first deploy makes the database before it migrates, sets the address, makes a token and publishes", async () => {
  const { blog, done, said, deploy } = await setUp();
  await deploy();
  assert.deepEqual(done, ["deploy ", "deploy https://deckle.me.workers.dev", "migrate"]);
  assert.match(said.join("\n"), /^Your author token, shown this once: dkl_\w{49}$/m);
  assert.match(said.join("\n"), /baseURL names old\.example, which is no route of this Worker yet/);
  assert.deepEqual(await blog.paths().catch(() => "no token"), "no token");
  const files = await blog.query("select path from file order by path");
  assert.deepEqual(
    files.map((row) => row.path),
    Object.keys(SITE).sort(),
  );
});

test("a later deploy migrates first, deploys once, makes no token and leaves the content alone", async () => {
  const { blog, folder, done, said, deploy } = await setUp();
  await deploy();
  done.length = said.length = 0;
  await writeFiles(folder, { "content/posts/one.md": "---\ntitle: Changed\n---\n" });
  const before = await blog.query("select * from file");
  await deploy();
  assert.deepEqual(done, ["migrate", "deploy https://deckle.me.workers.dev"]);
  assert.doesNotMatch(said.join("\n"), /dkl_/);
  assert.match(said.join("\n"), /has content already, and it was left as it is/);
  assert.deepEqual(await blog.query("select * from file"), before);
});

test("another folder's blog under the same names is left alone, unless its owner says that it is the same", async () => {
  const { blog, done, deploy } = await setUp();
  await deploy();
  done.length = 0;
  const folder = await makeFolder({ ...SITE, "hugo.yaml": "title: A second blog\n" });
  await assert.rejects(
    deploy({ folder }),
    /Another blog is deployed.*“A second blog” in docs\/OPERATIONS\.md/,
  );
  assert.deepEqual(done, []);
  await deploy({ folder, otherBlog: "take" });
  assert.deepEqual(done[0], "migrate");
  assert.equal((await blog.query("select path from file")).length, Object.keys(SITE).length);
});

test("a fresh clone of the folder, which remembers nothing, deploys to its blog", async () => {
  const { done, deploy } = await setUp();
  await deploy();
  done.length = 0;
  const folder = await makeFolder({ ...SITE, "content/posts/two.md": "---\ntitle: Two\n---\n" });
  await deploy({ folder });
  assert.deepEqual(done[0], "migrate");
});

test("the database is the one that wrangler.toml names", () => {
  const toml = '[[d1_databases]]\nbinding = "DB"\ndatabase_name = "second"\n';
  assert.equal(databaseNameIn(toml), "second");
  assert.throws(() => databaseNameIn('name = "x"\n'), /wrangler\.toml needs a database/);
});

test("where the configured host is a route, absolute links keep the site's own baseURL", async () => {
  const { done, said, deploy } = await setUp(["deckle.me.workers.dev", "old.example/*"]);
  await deploy();
  assert.deepEqual(done, ["deploy ", "migrate"]);
  assert.match(said.join("\n"), /The blog is at https:\/\/old\.example\//);
});

test("a deploy that failed after the token was made says how to go on, and then does", async () => {
  const { cloud, blog, said, deploy } = await setUp();
  let queries = 0;
  const failing: Cloud = {
    ...cloud,
    query: async (sql) => {
      queries += 1;
      if (sql.startsWith("select count")) throw new Error("the line is dead");
      return cloud.query(sql);
    },
  };
  await assert.rejects(deploy({ cloud: failing }), /the line is dead/);
  assert(queries > 0);
  const token = /dkl_\w+/.exec(said.join("\n"))?.[0];
  assert(token);
  await assert.rejects(deploy(), /Set DECKLE_TOKEN to it.* and run this again/);
  await deploy({ givenToken: token });
  assert.equal((await blog.query("select path from file")).length, Object.keys(SITE).length);
});

test("without a login nothing is done, and it is said how to log in", async () => {
  const { cloud, done, deploy } = await setUp();
  await assert.rejects(deploy({ cloud: { ...cloud, isLoggedIn: async () => false } }), /npx wrangler login/);
  assert.deepEqual(done, []);
});

test("deploy --dry-run needs no account: it builds the Worker and says what would be done", async () => {
  const folder = await makeFolder(SITE);
  const { code, stdout, stderr } = await deckle(["deploy", "--dry-run", "--site", folder], {
    env: { CLOUDFLARE_API_TOKEN: "" },
  });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /env\.DB/);
  assert.ok(stdout.split("\n").length < 30, "without the list of its modules");
  assert.match(stdout, /Nothing was done/);
  assert.match(stdout, /publish 2 files/);
});

test("what only writes need is sent in modules of its own", async () => {
  const { stdout } = await runWrangler([...(await deployArguments()), "--dry-run"]);
  assert.match(stdout, /publish-\w+\.js/);
});

test("the address files of a deploy stay out of the site's repository", async () => {
  const { folder, deploy } = await setUp();
  await deploy();
  assert.equal(await readFile(join(folder, ".deckle/.gitignore"), "utf8"), "*\n");
});
