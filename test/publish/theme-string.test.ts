import assert from "node:assert/strict";
import { test } from "node:test";
import { stringsOf } from "../../src/publish/theme-string.ts";
import type { Warning } from "../../src/site/problem.ts";

const FORMS: { [path: string]: string } = {
  "i18n/en.yaml":
    "# words\n- id: home\n  translation: Start\n\n- id: read_time\n  translation:\n    one: one minute\n    other: '{{ .Count }} minutes'\n",
  "i18n/en.yml": "home: Start\nread_time: { one: one minute, other: '{{ .Count }} minutes' }\n",
  "i18n/en.json":
    '[{"id": "home", "translation": "Start"}, {"id": "read_time", "translation": {"one": "one minute", "other": "{{ .Count }} minutes"}}]',
  "i18n/en.toml": 'home = "Start"\n[read_time]\none = "one minute"\nother = "{{ .Count }} minutes"\n',
};

test("words in groups, as other themes have them, are read by their whole name", () => {
  const text =
    'article:\n  back: { other: Back }\n  readingTime:\n    other: "{{ .Count }} minutes"\nodd: [a, { b: c }]\n';
  assert.deepEqual(stringsOf("en", [{ path: "i18n/en.yaml", text }], []), {
    "article.back": { other: "Back" },
    "article.readingtime": { other: "{{ .Count }} minutes" },
  });
});

for (const [path, text] of Object.entries(FORMS)) {
  test(`the words of ${path} are read`, () => {
    const warnings: Warning[] = [];
    assert.deepEqual(stringsOf("en", [{ path, text }], warnings), {
      home: "Start",
      read_time: { one: "one minute", other: "{{ .Count }} minutes" },
    });
    assert.deepEqual(warnings, []);
  });
}
