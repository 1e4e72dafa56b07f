// Chroma's frame where the fixtures do not show it. Expectations read off Hugo 0.147.6.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadGrammars } from "../../../src/hugo/markdown/highlight.ts";
import { render } from "./render.ts";

const GUESS = "markup: { highlight: { guessSyntax: true, style: friendly } }\n";

describe("a fence without a language, where the site lets Chroma guess", () => {
  const CASES = [
    { code: "#!/bin/bash\nls", name: "bash" },
    { code: "package main\nfmt.Println()", name: "go" },
    { code: "using namespace std;", name: "c++" },
    { code: "<?php echo 1;", name: "php" },
    { code: "const a = 1", name: "gdscript3" },
    { code: "nothing to go by", name: "fallback" },
  ];
  for (const { code, name } of CASES) {
    it(`takes ${JSON.stringify(code)} for ${name}`, () => {
      const { html } = render(`\`\`\`\n${code}\n\`\`\`\n`, { config: GUESS });
      assert.match(html, new RegExp(`data-lang="${name.replaceAll("+", "\\+")}"`));
    });
  }

  it("marks what the guessed lexer does not know, with the style's empty style", () => {
    const { html } = render("```\nvar a = b ? 1\n```\n", { config: GUESS });
    assert.match(html, /<span style="">\?<\/span>/);
  });
});

it("code keeps its frame and its text when its grammar was not loaded, and has classes when it was", async () => {
  const fence = "```rust\nfn main() {}\n```\n";
  const config = "markup: { highlight: { noClasses: false } }\n";
  const frame =
    '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-rust" data-lang="rust">';
  const plain = render(fence, { config }).html;
  assert.equal(
    plain,
    `${frame}<span class="line"><span class="cl">fn main() {}\n</span></span></code></pre></div>`,
  );
  await loadGrammars([fence]);
  assert.match(render(fence, { config }).html, /<span class="k">fn<\/span>/);
});

it("options of a fence that Chroma does not know become attributes, and event handlers do not", () => {
  const { html } = render('```go {onclick="x()" data-a="1" class="b"}\na\n```\n', {
    config: "markup: { highlight: { noClasses: false } }\n",
  });
  assert.match(html, /^<div class="highlight b" data-a="1">/);
});
