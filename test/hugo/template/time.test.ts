// Dates in the words of the site's language. Expectations read off Hugo 0.147.6.

import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./template-site.ts";

const PRINTED: { [lang: string]: string } = {
  en: "Tuesday, March 5, 2024|March 5, 2024|Mar 5, 2024|Tuesday 5 March",
  vi: "Thứ Ba, 5 tháng 3, 2024|5 tháng 3, 2024|5 thg 3, 2024|Thứ Ba 5 tháng 3",
  zh: "2024年3月5日星期二|2024年3月5日|2024年3月5日|星期二 5 三月",
  pl: "wtorek, 5 marca 2024|5 marca 2024|5 mar 2024|wtorek 5 marca",
};

const LAYOUTS = [":date_full", ":date_long", ":date_medium", "Monday 2 January"];

for (const [lang, printed] of Object.entries(PRINTED)) {
  test(`time.Format speaks ${lang}, and a time's own Format English`, () => {
    const at = "2024-03-05T14:07:09+07:00";
    const calls = LAYOUTS.map((layout) => `{{ time.Format "${layout}" "${at}" }}`).join("|");
    const { html } = run(`${calls}\n{{ (time "${at}").Format "Monday 2 January :date_long" }}`, {
      config: `defaultContentLanguage: ${lang}\n`,
    });
    const [formatted, own] = html.trim().split("\n");
    assert.equal(formatted, printed);
    assert.equal(own, "Tuesday 5 March :date_long");
  });
}
