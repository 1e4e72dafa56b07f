import assert from "node:assert/strict";
import { test } from "node:test";
import { addToken, listTokens, revokeToken } from "../../src/cli/author-token.ts";
import { makeToken } from "../../src/http/auth.ts";
import { openLocalBlog } from "./local-blog.ts";
import { deckle, makeFolder } from "./run-deckle.ts";

test("of a token only the hash is stored; a name may hold whatever it likes", async () => {
  const { query } = await openLocalBlog();
  const token = makeToken();
  const name = `it's "mine"; drop table token -- ${"\0"}`;
  const id = await addToken(query, { token, name });
  await addToken(query, { token, name: "again" });
  const listed = (await listTokens(query)).filter((entry) => entry.id === id);
  assert.deepEqual(
    listed.map((entry) => entry.name),
    [name.replace("\0", "")],
  );
  assert(!JSON.stringify(await query("select * from token")).includes(token.slice(4)));
});

test("revoking answers the name once, and then that there is none", async () => {
  const { query } = await openLocalBlog();
  const id = await addToken(query, { token: makeToken(), name: "phone" });
  assert.equal(await revokeToken(query, `${id}' or '1`), null);
  assert.equal(await revokeToken(query, id), "phone");
  assert.equal(await revokeToken(query, id), null);
});

test("token says how to make a local blog when there is none, and which deeds there are", async () => {
  const cwd = await makeFolder();
  const none = await deckle(["token"], { cwd });
  assert.equal(none.code, 1);
  assert.match(none.stderr, /^There is no local blog.*npm start.*--remote\.\n$/);
  const wrong = await deckle(["token", "show"], { cwd });
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /^token can list, make and revoke, not 'show'\.\n$/);
});
