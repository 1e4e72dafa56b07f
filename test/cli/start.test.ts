import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { rename, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { enginePath } from "../../src/cli/engine-folder.ts";
import { makeToken } from "../../src/http/auth.ts";
import { deckle, makeFolder, type Started, startDeckle, writeFiles } from "./run-deckle.ts";

const post = (title: string): string => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n\nText of ${title}.\n`;

const SITE = {
  "hugo.yaml": "title: A blog\nbaseURL: https://old.example/\n",
  "content/posts/one.md": post("One"),
};

async function page(blog: Started, path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(blog.address + path);
  return { status: answer.status, text: await answer.text() };
}

// One blog for the tests that only look at it.
const folder = await makeFolder(SITE);
const blog = await startDeckle(["--site", folder]);

test("start serves the folder, and says where and with which token", async () => {
  assert.match(blog.address, /^http:\/\/localhost:\d+$/);
  assert.match(blog.token, /^dkl_\w{49}$/);
  const one = await page(blog, "/posts/one/");
  assert.equal(one.status, 200);
  assert.match(one.text, /Text of One/);
  // Absolute addresses are this machine's, not the old blog's.
  assert.match(one.text, new RegExp(`<link rel="?canonical"? href="${blog.address}/posts/one/"`));
  const files = await fetch(`${blog.address}/api/v1/files`, {
    headers: { authorization: `Bearer ${blog.token}` },
  });
  assert.equal(files.status, 200);
  if (process.platform !== "win32")
    assert.equal((await stat(join(folder, ".deckle/token"))).mode & 0o777, 0o600);
});

test("-D, -F and -E show what is not public, and a start without them hides it again", async () => {
  const hidden = (more: string) => `---\ntitle: Hidden\ndate: 2024-05-01\n${more}---\n\nText.\n`;
  const site = await makeFolder({
    ...SITE,
    "content/posts/draft.md": hidden("draft: true\n"),
    "content/posts/future.md": hidden("publishDate: 2999-01-01\n"),
    "content/posts/expired.md": hidden("expiryDate: 2024-06-01\n"),
  });
  const shown = async (...flags: string[]) => {
    const blog = await startDeckle(["--site", site, ...flags]);
    const home = (await page(blog, "/")).text;
    const found = ["draft", "future", "expired"].filter((name) => home.includes(`/posts/${name}/`));
    for (const name of found) assert.equal((await page(blog, `/posts/${name}/`)).status, 200);
    await blog.stop();
    return found;
  };
  assert.deepEqual(await shown(), []);
  assert.deepEqual(await shown("-D"), ["draft"]);
  assert.deepEqual(await shown("--buildFuture", "-E"), ["future", "expired"]);
  assert.deepEqual(await shown(), []);
});

test("Ctrl-C stops everything: no process is left, and the port is free", async () => {
  const blog = await startDeckle(["--site", await makeFolder(SITE)]);
  const family = descendantsOf(blog.pid);
  assert(process.platform === "win32" || family.length > 0, "workerd runs as a child");
  assert.equal(await blog.stop("SIGINT"), 0);
  for (const pid of family) while (isRunning(pid)) await nextTurn();
  await listenOn(Number(new URL(blog.address).port)).then((server) => server.close());
});

test("it stops with npm, which ends its shell and nothing else", async () => {
  const site = await makeFolder(SITE);
  const shell = spawn("npm", ["start", "--", "--site", site, "--port", "0"], {
    cwd: enginePath(),
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  for await (const text of shell.stdout.setEncoding("utf8")) {
    said += text;
    if (said.includes("Ctrl-C stops")) break;
  }
  const family = descendantsOf(shell.pid ?? 0);
  shell.kill("SIGTERM");
  for (const pid of family) while (isRunning(pid)) await nextTurn();
});

test("a save shows at once: changed, new in a new folder, and deleted", async () => {
  const folder = await makeFolder(SITE);
  const blog = await startDeckle(["--site", folder]);
  const reloads = await openEvents(blog);
  await writeFiles(folder, { "content/posts/one.md": post("One, rewritten") });
  await reloads.next();
  assert.match((await page(blog, "/posts/one/")).text, /Text of One, rewritten/);
  await writeFiles(folder, { "content/posts/2024/deep/two.md": post("Two") });
  await reloads.next();
  assert.match((await page(blog, "/")).text, /Two/);
  await rm(join(folder, "content/posts/one.md"));
  await reloads.next();
  assert.equal((await page(blog, "/posts/one/")).status, 404);
  await blog.saysOnce("Published 1 file: /posts/one/ is gone\n");
  await writeFiles(folder, { "content/posts/three.md": "---\ntitle: Three\ndraft: true\n---\n" });
  await blog.saysOnce(
    "Published 1 file: readers see no difference (a draft stays hidden, and what is not due yet).\n",
  );
  reloads.close();
});

test("a folder that went and came back is watched again", async () => {
  const folder = await makeFolder(SITE);
  const blog = await startDeckle(["--site", folder]);
  const reloads = await openEvents(blog);
  await rename(join(folder, "content"), join(folder, "away"));
  await reloads.next();
  assert.equal((await page(blog, "/posts/one/")).status, 404);
  await rename(join(folder, "away"), join(folder, "content"));
  await reloads.next();
  assert.equal((await page(blog, "/posts/one/")).status, 200);
  await writeFiles(folder, { "content/posts/one.md": post("One, rewritten") });
  await reloads.next();
  assert.match((await page(blog, "/posts/one/")).text, /Text of One, rewritten/);
  reloads.close();
});

test("the pages of a local run carry the reload script and a policy that lets it run; other answers do not", async () => {
  const home = await fetch(`${blog.address}/`);
  assert.match(await home.text(), /<script>[^<]*__deckle\/events[^<]*<\/script><\/body>/);
  assert.match(home.headers.get("content-security-policy") ?? "", /script-src [^;]*'sha256-/);
  assert.doesNotMatch((await page(blog, "/index.xml")).text, /__deckle/);
});

test("a second start loses nothing: what came by the API stays, what left the folder goes", async () => {
  const folder = await makeFolder({ ...SITE, "content/posts/two.md": post("Two") });
  const first = await startDeckle(["--site", folder]);
  const made = await fetch(`${first.address}/api/v1/posts`, {
    method: "POST",
    headers: { authorization: `Bearer ${first.token}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "By the API", body: "Live." }),
  });
  assert.equal(made.status, 201);
  await first.stop();
  await rm(join(folder, "content/posts/two.md"));
  const second = await startDeckle(["--site", folder]);
  assert.equal(second.token, first.token);
  assert.equal((await page(second, "/posts/by-the-api/")).status, 200);
  assert.equal((await page(second, "/posts/one/")).status, 200);
  assert.equal((await page(second, "/posts/two/")).status, 404);
});

test("a taken port is one line that says what to do", async () => {
  const server = await listenOn(0);
  const taken = server.address();
  assert(taken !== null && typeof taken === "object");
  const run = await deckle(["start", "--site", await makeFolder(SITE), "--port", String(taken.port)]);
  server.close();
  assert.equal(run.code, 1);
  assert.match(run.stderr, new RegExp(`^Port ${taken.port} is taken\\..*--port ${taken.port + 1}\\n$`));
});

test("a second start on the same folder is refused while the first runs", async () => {
  const run = await deckle(["start", "--site", folder, "--port", "0"]);
  assert.equal(run.code, 1);
  assert.match(run.stderr, /is running already/);
  assert.equal((await page(blog, "/")).status, 200);
});

test("a blog below a path is said to be there, and the gravest warning comes first", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "title: A blog\nbaseURL: https://old.example/below/\n",
    "content/posts/a.md": `${post("A")}\n![](missing.png)\n`,
    "content/posts/b.md": `${post("B")}\n{{< nobody >}}\n`,
  });
  const blog = await startDeckle(["--site", folder]);
  assert.match(blog.address, /^http:\/\/localhost:\d+\/below$/);
  assert.equal((await page(blog, "/")).status, 200);
  assert.match(blog.output(), /warning: .*nobody[\s\S]*warning: .*missing\.png/);
});

test("what was deleted on the blog alone is told with the command that deletes it here, once", async () => {
  const folder = await makeFolder({ ...SITE, "content/posts/two.md": post("Two") });
  const blog = await startDeckle(["--site", folder]);
  const headers = { authorization: `Bearer ${blog.token}`, "if-match": "*" };
  await fetch(`${blog.address}/api/v1/files/content/posts/two.md`, { method: "DELETE", headers });
  await writeFiles(folder, { "hugo.yaml": "title: [" });
  await blog.saysOnce("not published: hugo.yaml");
  await writeFiles(folder, { "hugo.yaml": "title: Mended\n" });
  await blog.saysOnce("Published 1 file.");
  await blog.saysOnce("npx deckle pull --delete\n");
  assert.equal(blog.output().split("two.md (deleted)").length, 2);
});

test("a configuration that breaks is named with file and line, and the blog goes on", async () => {
  const folder = await makeFolder(SITE);
  const blog = await startDeckle(["--site", folder]);
  await writeFiles(folder, {
    "hugo.yaml": 'title: A blog\nparams:\n  a: "never closed\n',
    "content/posts/two.md": post("Two"),
  });
  await blog.saysOnce("hugo.yaml:");
  assert.match(blog.output(), /^not published: hugo\.yaml:\d+: ./m);
  assert.equal((await page(blog, "/posts/one/")).status, 200);
});

test("a post that cannot be read is named with file and line, and the rest is served", async () => {
  const bad = {
    "content/posts/bad.md": '---\ntitle: "Bad\n---\n\nText.\n',
    "content/posts/big.md": "word ".repeat(3_000_000),
  };
  const folder = await makeFolder({ ...SITE, ...bad });
  const blog = await startDeckle(["--site", folder]);
  assert.match(blog.output(), /content\/posts\/bad\.md:\d+: ./);
  assert.match(blog.output(), /^not published: content\/posts\/big\.md: ./m);
  assert.equal((await page(blog, "/posts/one/")).status, 200);
});

test("DECKLE_TOKEN is the token of a local run; a mistyped one is refused", async () => {
  const folder = await makeFolder(SITE);
  const token = makeToken();
  const blog = await startDeckle(["--site", folder], { env: { DECKLE_TOKEN: token } });
  assert.equal(blog.token, token);
  await blog.stop();
  const run = await deckle(["start", "--site", folder, "--port", "0"], {
    env: { DECKLE_TOKEN: token.slice(0, -2) },
  });
  assert.equal(run.code, 1);
  assert.match(run.stderr, /^DECKLE_TOKEN cannot be right/);
});

test("a token that a request carried is on no line of the output", async () => {
  const before = blog.output();
  const foreign = makeToken();
  for (const token of [foreign, blog.token]) {
    const headers = { authorization: `Bearer ${token}` };
    const digest = "0".repeat(64);
    for (const [method, path] of [
      ["PUT", `/api/v1/blobs/${digest}`],
      ["POST", "/api/v1/changes"],
      ["DELETE", "/api/v1/files/content/posts/none.md"],
    ] as const) {
      const answer = await fetch(blog.address + path, {
        method,
        headers,
        ...(method === "DELETE" ? {} : { body: "{" }),
      });
      assert(answer.status >= 400, `${method} ${path}: ${answer.status}`);
      assert(!(await answer.text()).includes(token));
    }
  }
  const said = blog.output().slice(before.length);
  assert(!said.includes(foreign) && !said.includes(blog.token), said);
});

test("a large upload without a good token is told so, and one with it arrives whole", async () => {
  const body = new Uint8Array(8_000_000).fill(7);
  const put = (token: string) =>
    fetch(`${blog.address}/api/v1/files/static/large.bin`, {
      ...{ method: "PUT", body, headers: { authorization: `Bearer ${token}`, "if-none-match": "*" } },
    });
  assert.equal((await put(makeToken())).status, 401);
  assert.equal((await put(blog.token)).status, 201);
  const { size } = await (await fetch(`${blog.address}/large.bin`)).blob();
  assert.equal(size, body.length);
  const headers = { authorization: `Bearer ${blog.token}`, "if-match": "*" };
  await fetch(`${blog.address}/api/v1/files/static/large.bin`, { method: "DELETE", headers });
});

test("push and token find a running blog by its folder", async () => {
  const pushed = await deckle(["push"], { cwd: folder });
  assert.equal(pushed.stdout, `${blog.address} has everything already.\n`);
  const made = await deckle(["token", "make", "--name", "phone's"], { cwd: folder });
  assert.match(made.stdout, /^dkl_\w{49}\n$/);
  const ask = () =>
    fetch(`${blog.address}/api/v1/files`, { headers: { authorization: `Bearer ${made.stdout.trim()}` } });
  assert.equal((await ask()).status, 200);
  const listed = await deckle(["token"], { cwd: folder });
  const id = /^(\w+) .* phone's$/m.exec(listed.stdout)?.[1];
  assert(id, listed.stdout);
  const revoked = await deckle(["token", "revoke", id], { cwd: folder });
  assert.equal(revoked.code, 0, revoked.stderr);
  assert.equal((await ask()).status, 401);
});

/** The event stream as a browser reads it; `next` resolves at the next reload. */
async function openEvents(blog: Started) {
  const abort = new AbortController();
  const answer = await fetch(`${blog.address}/__deckle/events`, { signal: abort.signal });
  assert(answer.body);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async next() {
      while (!text.includes("event: reload\n")) {
        const { value, done } = await reader.read();
        assert(!done, "the event stream ended");
        text += value;
      }
      text = text.slice(text.indexOf("event: reload\n") + "event: reload\n".length);
    },
    close: () => abort.abort(),
  };
}

function listenOn(port: number) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function descendantsOf(pid: number): number[] {
  if (process.platform === "win32") return [];
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const children = pairs.filter(([, parent]) => parent === pid).map(([child = 0]) => child);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** A process that nobody has collected yet (`Z`) runs no more. */
function isRunning(pid: number): boolean {
  try {
    const state = execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
    return !state.trim().startsWith("Z");
  } catch {
    return false;
  }
}
