import assert from "node:assert/strict";
import { test } from "node:test";
import { findAuthor, hashToken, makeToken, parseToken, unauthorised } from "../../src/http/auth.ts";
import type { TokenStore } from "../../src/site/token.ts";

test("a token is dkl_, 43 base-62 digits and a checksum of 6, and no two are alike", () => {
  const tokens = Array.from({ length: 200 }, makeToken);
  for (const token of tokens) assert.match(token, /^dkl_[0-9A-Za-z]{49}$/);
  assert.equal(new Set(tokens).size, tokens.length);
});

test("a token that was made is read back, with the line break that a paste brings", () => {
  const token = makeToken();
  assert.deepEqual(parseToken(` ${token}\n`), { ok: true, value: token });
});

test("one wrong, missing or doubled character is told as mistyped", () => {
  const token = makeToken();
  for (let i = 4; i < token.length; i++) {
    const other = token[i] === "x" ? "y" : "x";
    for (const wrong of [
      token.slice(0, i) + other + token.slice(i + 1),
      token.slice(0, i) + token.slice(i + 1),
    ]) {
      const result = parseToken(wrong);
      assert.equal(result.ok, false, wrong);
    }
  }
  assert.equal(parseToken(`${token}x`).ok, false);
  assert.equal(parseToken("").ok, false);
  assert.equal(parseToken("ghp_abc").ok, false);
});

async function storeWith(token: string): Promise<TokenStore & { asked: string[] }> {
  const row = { id: "t1", hash: await hashToken(token) };
  const asked: string[] = [];
  return {
    asked,
    async findByHash(hash) {
      asked.push(hash);
      return hash === row.hash ? row : null;
    },
  };
}

const bearing = (authorization: string) => new Headers({ authorization });

test("the bearer of a stored token is its author, whatever the case of the scheme", async () => {
  const token = makeToken();
  const store = await storeWith(token);
  assert.equal((await findAuthor(bearing(`Bearer ${token}`), store))?.id, "t1");
  assert.equal((await findAuthor(bearing(`bearer ${token}`), store))?.id, "t1");
});

test("no token, a wrong one, another scheme and two tokens are nobody, and each is looked up once", async () => {
  const token = makeToken();
  const store = await storeWith(token);
  const wrong = [
    new Headers(),
    bearing(""),
    bearing("Bearer"),
    bearing(`Bearer ${makeToken()}`),
    bearing(`Basic ${token}`),
    bearing(token),
    bearing(`Bearer ${token} ${token}`),
  ];
  for (const headers of wrong) assert.equal(await findAuthor(headers, store), null);
  assert.equal(store.asked.length, wrong.length);
});

test("a store that answers with another's hash lets nobody in", async () => {
  const store: TokenStore = { findByHash: async () => ({ id: "t1", hash: await hashToken("another") }) };
  assert.equal(await findAuthor(bearing(`Bearer ${makeToken()}`), store), null);
});

test("a 401 is always the same bytes, asks for a bearer and is never stored", async () => {
  const [one, two] = [unauthorised(), unauthorised()];
  assert.equal(one.status, 401);
  assert.equal(one.headers.get("www-authenticate"), "Bearer");
  assert.equal(one.headers.get("cache-control"), "no-store");
  assert.deepEqual([...one.headers], [...two.headers]);
  assert.equal(await one.text(), await two.text());
});
