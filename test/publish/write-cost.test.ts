// What a write asks of the database, and what a change of the configuration renders again.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { createPlanMemo } from "../../src/publish/plan.ts";
import { createPublisher, type PublishPorts } from "../../src/publish/publish.ts";
import type { FilePath, Outcome, PutFile, Sha256 } from "../../src/site/change-set.ts";
import type { ChangeStore } from "../../src/site/change-store.ts";
import { createChangeStore } from "../../src/store/change-store.ts";
import { openDatabase } from "../store/open-database.ts";
import { countRows, NO_MEDIA } from "../store/sample-rows.ts";

const POSTS = 1000;

const CONFIG = `baseURL: https://blog.example/
title: A blog
languageCode: vi
menus: { main: [{ name: Posts, url: /posts/ }] }
`;

const db = await openDatabase();
const { rows, counted } = countRows(db);
const store = createChangeStore(counted, NO_MEDIA);

/** Methods of the store in the order of their calls: each is one round trip. */
let asked: string[] = [];

const ports: PublishPorts = {
  store: new Proxy(store, {
    get(target, name: keyof ChangeStore) {
      asked.push(name);
      return target[name];
    },
  }),
  purge: { purge: async () => ({ done: false, reason: "no-cache" }) },
  clock: () => 2_000_000_000,
  renderer: "one",
  plans: createPlanMemo(),
};
const publisher = createPublisher(ports);

function put(path: string, text: string): PutFile {
  const sha256 = createHash("sha256").update(text).digest("hex") as Sha256;
  const given = { text, size: Buffer.byteLength(text), mediaType: "text/plain" };
  return { path: path as FilePath, sha256, given };
}

/** What each request of the same change set answers. */
async function publish(...files: PutFile[]): Promise<Outcome[]> {
  asked = [];
  const outcomes: Outcome[] = [];
  for (;;) {
    const outcome = await publisher.publish({ put: files, delete: [], dryRun: false, message: "" });
    outcomes.push(outcome);
    if (outcome.status !== "rendering") return outcomes;
  }
}

const post = (n: number, body = "Text "): PutFile =>
  put(
    `content/posts/p${n}.md`,
    `---\ntitle: ${n}\ndate: 2024-01-01\ntags: [a, b]\n---\n${body.repeat(60)}“${n}”...\n`,
  );

const urlsOf = (outcome: Outcome | undefined) => {
  assert.equal(outcome?.status, "done", JSON.stringify(outcome));
  return outcome?.status === "done" ? outcome.urls : null;
};

const renderings = async () => (await db.prepare("select id, html from rendering order by id").all()).results;

await publish(
  put("hugo.yaml", CONFIG),
  put("content/posts/_index.md", "---\ntitle: Posts\ncascade: { author: An }\n---\n"),
  ...Array.from({ length: POSTS }, (_, n) => post(n)),
);

describe("round trips", () => {
  test("an edit of a post's text is two: one reads, one writes", async () => {
    const [outcome] = await publish(post(7, "Other "));
    assert.deepEqual(urlsOf(outcome)?.changed, ["/posts/p7/"]);
    assert.deepEqual(asked, ["begin", "flip"]);
  });

  test(`an edit reads rows of what it concerns, not of ${POSTS} posts`, async () => {
    await publish(post(8, "First "));
    rows.read = 0;
    await publish(post(8, "Then "));
    assert.ok(rows.read <= 100, `${rows.read} rows`);
  });

  test("a few files are one request, however long they are", async () => {
    const files = Array.from({ length: 20 }, (_, n) => post(n, "Longer text, ".repeat(60)));
    const outcome = await publisher.publish({ put: files, delete: [], dryRun: false, message: "" });
    assert.equal(outcome.status, "done");
  });

  test("a new post asks besides who its neighbours are", async () => {
    const [outcome] = await publish(
      put("content/posts/new/index.md", "---\ntitle: New\ndate: 2025-01-01\n---\n![](/a.png)"),
    );
    assert.deepEqual(urlsOf(outcome)?.added, ["/posts/new/"]);
    assert.deepEqual(asked, ["begin", "surroundings", "flip"]);
  });
});

describe(`on a site of ${POSTS} posts`, () => {
  test("a change of title and menu renders no page again", async () => {
    const before = await renderings();
    const outcomes = await publish(
      put("hugo.yaml", CONFIG.replace("A blog", "The blog").replace("name: Posts", "name: All")),
    );
    assert.deepEqual([outcomes.length, urlsOf(outcomes[0])?.changed], [1, []]);
    assert.deepEqual(await renderings(), before);
  });

  test("a change of a markup option renders every page again, in steps that say how far they are", async () => {
    const outcomes = await publish(
      put("hugo.yaml", `${CONFIG}markup: { goldmark: { extensions: { typographer: { disable: true } } } }\n`),
    );
    const progress = outcomes.flatMap((outcome) => (outcome.status === "rendering" ? [outcome] : []));
    assert.ok(progress.length >= 3, `${progress.length} steps`);
    assert.ok(
      progress.every(
        ({ rendered, of }, i) => of === POSTS + 2 && rendered > (progress[i - 1]?.rendered ?? 0),
      ),
    );
    assert.equal(urlsOf(outcomes.at(-1))?.changed.length, POSTS);
    const times = (method: keyof ChangeStore) => asked.filter((name) => name === method).length;
    assert.deepEqual([times("staged"), times("contentFiles"), times("settingFiles")], [1, 1, 1]);
    assert.ok((await renderings()).every(({ html }) => !String(html).includes("&hellip;")));
  });

  test("what is written between two steps is in what stands afterwards", async () => {
    asked = [];
    const change = { put: [put("hugo.yaml", CONFIG)], delete: [], dryRun: false, message: "" };
    assert.equal((await publisher.publish(change)).status, "rendering");
    assert.equal((await publisher.publish(change)).status, "rendering");
    await publish(post(POSTS, "Between "));
    urlsOf((await publish(...change.put)).at(-1));
    const { html } = (await db
      .prepare("select html from page join rendering on rendering.id = page.rendering where path = ?1")
      .bind(`/posts/p${POSTS}`)
      .first()) as { html: string };
    assert.match(html, /Between .*&hellip;/s);
  });

  test("an operator who allows longer steps has fewer", async () => {
    const patient = createPublisher({ ...ports, stepLength: 100_000_000 });
    const hardWraps = `${CONFIG}markup: { goldmark: { renderer: { hardWraps: true } } }\n`;
    const change = { put: [put("hugo.yaml", hardWraps)], delete: [], dryRun: true, message: "" };
    assert.equal((await publisher.publish(change)).status, "rendering");
    assert.equal((await patient.publish(change)).status, "done");
  });
});
