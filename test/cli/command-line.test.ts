import assert from "node:assert/strict";
import { test } from "node:test";
import { deckle, makeFolder } from "./run-deckle.ts";

const VERBS = ["init", "new", "start", "preview", "check", "push", "pull", "token", "deploy"];

test("deckle alone and deckle --help list every verb", async () => {
  for (const args of [[], ["--help"]]) {
    const { code, stdout } = await deckle(args);
    assert.equal(code, 0);
    for (const verb of VERBS) assert.match(stdout, new RegExp(`^  ${verb} `, "m"));
  }
});

test("every verb explains itself with --help, and does nothing else", async () => {
  for (const verb of VERBS) {
    const { code, stdout, stderr } = await deckle([verb, "--help"]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`^deckle ${verb}`));
  }
});

test("a verb that does not exist is one line and exit code 2", async () => {
  const { code, stdout, stderr } = await deckle(["pusch"]);
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, /^There is no verb 'pusch'.*push.*\n$/);
});

test("an option that does not exist is one line and exit code 2", async () => {
  for (const args of [
    ["push", "--tokn", "x"],
    ["start", "--port"],
    ["new", "a", "b"],
    ["start", "--port", "http"],
  ]) {
    const { code, stderr } = await deckle(args, { cwd: await makeFolder() });
    assert.equal(code, 2, stderr);
    assert.match(stderr, /^[^\n]+\n$/);
  }
});

test("no verb takes a token on the command line, where others could read it", async () => {
  for (const verb of VERBS) {
    const { code, stderr } = await deckle([verb, "--token", "dkl_secret"]);
    assert.equal(code, 2);
    assert.doesNotMatch(stderr, /dkl_secret/);
  }
});

test("a folder without a site is told apart from one that does not exist", async () => {
  const empty = await makeFolder();
  const none = await deckle(["push", "--site", empty]);
  assert.equal(none.code, 1);
  assert.match(none.stderr, /holds no Hugo site.*deckle init/);
  const missing = await deckle(["push", "--site", `${empty}/not-there`]);
  assert.match(missing.stderr, /not-there does not exist/);
});
