// What a page's own HTML may run: exactly what stands in it, however it is written.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { allowedSources } from "../../src/publish/allowed-source.ts";
import { cpuTime } from "../cpu-time.ts";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("scripts and styles by hash or address; data runs nothing", async () => {
  assert.deepEqual(
    await allowedSources(
      [
        "<script>let a = '<style>';</script><SCRIPT type=module>b</SCRIPT >",
        "<script src='https://a.example/x.js?v=1&amp;w=2'></script><script src=/own.js></script>",
        '<script type="application/ld+json">{}</script><script type="text/template"><script>c</script>',
        "<style>p { color: red }</style><link href=//b.example/s.css rel=stylesheet><link rel=icon href=//c.example/i>",
      ].join("\n"),
    ),
    {
      scripts: [hash("let a = '<style>';"), hash("b"), "https://a.example/x.js", "'self'"],
      styles: [hash("p { color: red }"), "https://b.example/s.css"],
    },
  );
});

test("what is never closed runs nothing, and a page without either needs no leave", async () => {
  assert.equal(await allowedSources("<p>text</p><script>a<style>b</style>"), null);
  assert.equal(await allowedSources("<scripted>a</scripted><link rel=me href=//a.example>"), null);
});

test("hostile tags take no longer than they are long", async () => {
  const time = async (text: string, length: number) => {
    const start = cpuTime();
    await allowedSources(text.repeat(length / text.length));
    return cpuTime() - start;
  };
  for (const text of ["<script ", "<script>", "<style><script>", "<link ", '<link a="', "</script "]) {
    const [short, long] = [await time(text, 10_000), await time(text, 200_000)];
    assert.ok(long < 80 * Math.max(short, 5), `${text}: ${short} ms, then ${long} ms`);
  }
});
