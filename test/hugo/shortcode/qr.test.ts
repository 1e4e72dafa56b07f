// A QR code has the place and the size that Hugo 0.147.6 gives it; the picture is in the page.
// Asked of Hugo by: node bench/fidelity/fidelity.ts DIR --golden FILE

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encode } from "uqr";
import { render } from "../markdown/render.ts";

describe("qr prints what Hugo prints, but for the picture's address", () => {
  const cases: [string, string][] = [
    ['{{< qr text="https://gohugo.io" />}}', '<img src="" width="132" height="132">\n'],
    [
      '{{< qr level="high" scale=2 alt="QR & code" targetDir="images/qr" class="my" id="i" title="t" loading="lazy" >}}\nXin chào {{< /qr >}}',
      '<img src="" width="66" height="66" alt="QR &amp; code" class="my" id="i" title="t" loading="lazy">\n',
    ],
    [
      '{{< qr text="HELLO 123" />}} inline {{< qr text="12345" level=low />}}',
      '<p><img src="" width="116" height="116"> inline <img src="" width="116" height="116"></p>\n',
    ],
  ];
  for (const [body, html] of cases) {
    it(body, () => assert.equal(render(body).html.replaceAll(/src="[^"]*"/g, 'src=""'), html));
  }
});

it("the picture has the modules of the code, in the white that readers of it need", () => {
  const { html } = render('{{< qr text="Từ bỏ" level="quartile" />}}');
  const svg = decodeURIComponent(/src="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1] ?? "");
  const size = Number(/viewBox='0 0 (\d+) \1'/.exec(svg)?.[1]);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  assert.deepEqual(drawn, encode("Từ bỏ", { ecc: "Q", border: 4, boostEcc: false }).data);
});

describe("a code that cannot be made is named to its author", () => {
  for (const [body, says] of [
    ['{{< qr text="" />}}', /needs a text/],
    [`{{< qr >}}${"a".repeat(8000)}{{< /qr >}}`, /cannot hold 8000 characters/],
  ] as const) {
    it(String(says), () => assert.match(render(body).warnings[0]?.message ?? "", says));
  }
});
