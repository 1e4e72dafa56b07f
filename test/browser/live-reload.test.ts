// A save, as the author sees it: the page that is open in a browser changes by itself.

/// <reference lib="dom" />

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFolder, startDeckle, writeFiles } from "../cli/run-deckle.ts";
import { launchBrowser } from "./browser.ts";
import { complaintsOf } from "./complaint.ts";

const post = (body: string): string => `---\ntitle: One\ndate: 2024-05-01\n---\n\n${body}\n`;

test("an open page shows a save by itself, and its policy refuses nothing", async (t) => {
  const folder = await makeFolder({
    "hugo.yaml": "title: A blog\n",
    "content/posts/one.md": post("Before."),
  });
  const [blog, browser] = await Promise.all([startDeckle(["--site", folder]), launchBrowser()]);
  t.after(() => browser.close());
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  const connected = page.waitForResponse((answer) => answer.url().endsWith("/__deckle/events"));
  await page.goto(`${blog.address}/posts/one/`);
  await page.getByText("Before.").waitFor();
  await connected;
  const saved = performance.now();
  await writeFiles(folder, { "content/posts/one.md": post("After.") });
  await page.getByText("After.").waitFor();
  t.diagnostic(`seen ${Math.round(performance.now() - saved)} ms after the save`);
  assert.deepEqual(complaints, []);
});
