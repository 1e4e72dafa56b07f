// Templates made to be slow, large or deep: each ends soon, with a note.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run } from "./template-site.ts";

/** Of the processor's time, not the clock's. What takes longer takes more than linear time: it is far above what is needed. */
const SECONDS = 4;

function soon<T>(work: () => T): T {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < SECONDS * 1e6, `it took ${user + system} µs`);
  return result;
}

const HOSTILE: [name: string, template: string, files?: { [path: string]: string }][] = [
  [
    "loops in loops",
    "{{ range seq 2000 }}{{ range seq 2000 }}{{ range seq 2000 }}{{ end }}{{ end }}{{ end }}",
  ],
  ["a text that doubles", '{{ $x := "ab" }}{{ range seq 100 }}{{ $x = print $x $x }}{{ end }}{{ $x }}'],
  [
    "a text that doubles by replacement",
    '{{ $x := "aa" }}{{ range seq 60 }}{{ $x = replace $x "a" "aa" }}{{ end }}',
  ],
  [
    "a text that doubles by printf",
    '{{ $x := "a" }}{{ range seq 60 }}{{ $x = printf "%s%s" $x $x }}{{ end }}',
  ],
  [
    "a list that doubles",
    "{{ $x := slice 1 2 }}{{ range seq 60 }}{{ $x = append $x $x }}{{ end }}{{ len $x }}",
  ],
  [
    "a list in a list, many times",
    "{{ $x := slice 1 }}{{ range seq 60 }}{{ $x = slice $x $x $x }}{{ end }}{{ $x }}",
  ],
  [
    "the same as JSON",
    "{{ $x := slice 1 }}{{ range seq 60 }}{{ $x = slice $x $x $x }}{{ end }}{{ jsonify $x }}",
  ],
  [
    "a deep map",
    '{{ $x := dict }}{{ range seq 2000 }}{{ range seq 20 }}{{ $x = dict "a" $x }}{{ end }}{{ end }}{{ $x }}',
  ],
  ["a template that calls itself", '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}'],
  [
    "a partial that calls itself",
    '{{ partial "p" . }}',
    { "layouts/partials/p.html": '{{ partial "p" . }}' },
  ],
  ["a long sequence", "{{ seq 1000000000 }}"],
  ["a text repeated", '{{ strings.Repeat 1000000000 "x" }}'],
  [
    "a width without measure",
    '{{ $x := "a" }}{{ range seq 2000 }}{{ range seq 2000 }}{{ $x = printf "%999999999d" 1 }}{{ end }}{{ end }}',
  ],
  [
    "a regular expression on much text, again and again",
    '{{ range seq 2000 }}{{ $x := replaceRE "a.*b.*c|a" "x" (strings.Repeat 10000 "a") }}{{ end }}',
  ],
  ["a regular expression that repeats too much", '{{ findRE "(((a{30}){30}){30}){30}" "a" }}'],
  ["parentheses in parentheses", `{{ ${"(".repeat(100_000)}1${")".repeat(100_000)} }}`],
  ["ifs in ifs", "{{ if true }}".repeat(50_000)],
];

describe("hostile templates", () => {
  for (const [name, template, files = {}] of HOSTILE) {
    it(`${name}: a note, within seconds`, () => {
      const { html } = soon(() => run(template, { files }));
      assert.match(html, /^<span class="deckle-problem"/);
    });
  }

  const SLOW = [
    "<",
    '<a "',
    "<script>",
    "</scrip",
    "<!--",
    "<style>/*",
    "`${",
    "<a b='",
    "{{/*x*/}}",
    "{{- ",
    "<script>'",
  ];
  for (const part of SLOW) {
    it(`${JSON.stringify(part)} many times is read in linear time`, () => {
      const { html } = soon(() => run(part.repeat(200_000 / part.length)));
      assert.equal(typeof html, "string");
    });
  }

  for (const part of ["<a\\n", "<a \\n", "<"]) {
    it(`${part} many times is cut in linear time`, () => {
      const { html } = soon(() => run(`{{ strings.Repeat 50000 "${part}" | safeHTML | truncate 1000000 }}`));
      assert.equal(typeof html, "string");
    });
  }

  it("a script full of strings is followed in linear time", () => {
    const { html } = soon(() => run(`<script>${"a='b';".repeat(50_000)}x={{ 1 }}</script>`));
    assert.match(html, /x= 1 <\/script>\n$/);
  });

  it("a map's key can't reach into the engine", () => {
    assert.equal(
      run('[{{ index (dict "a" 1) "__proto__" }}] [{{ .Page.Params.constructor }}]').html,
      "[] []\n",
    );
  });

  it("a data file's name can't leave its folder", () => {
    const { asked } = run('{{ index site.Data "../hugo" }}{{ index site.Data "a/../../b" }}');
    assert.deepEqual(
      asked.filter((question) => question.includes("..")),
      [],
    );
  });
});
