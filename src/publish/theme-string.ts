// The author's own words for the theme's, from `i18n/`, in any of the forms that Hugo takes.

import { isParams } from "../hugo/config/params.ts";
import { parseData } from "../hugo/config/parse-data.ts";
import type { Params, ParamValue } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import type { Settings } from "../site/settings.ts";
import type { CompileInput } from "./compile-site.ts";

/** `i18n/vi.yaml`: words of the theme by their id, plain or by plural form. */
export function stringsOf(
  lang: string,
  sources: CompileInput["sources"],
  warnings: Warning[],
): Settings["strings"] {
  const strings: Settings["strings"] = {};
  for (const { path, text } of sources) {
    const match = /^i18n\/([^/]+)\.(ya?ml|toml|json)$/i.exec(path);
    if (match?.[1]?.toLowerCase() !== lang) continue;
    const format = match[2]?.toLowerCase().replace("yml", "yaml") as "yaml" | "toml" | "json";
    const reading = parseData(asMap(text, format), format);
    if (!reading.ok) {
      warnings.push({ path, line: reading.line, message: `The words cannot be read: ${reading.message}` });
      continue;
    }
    Object.assign(strings, readStrings(reading.value));
  }
  return strings;
}

/** The older form is a list, as PaperMod's own files are: `- id: home` with its `translation`. */
function asMap(text: string, format: "yaml" | "toml" | "json"): string {
  if (format === "yaml" && /^(?:[ \t]*(?:#.*|---)?\r?\n)*- /.test(text))
    return `${LIST}:\n${text.replace(/^---$/m, "")}`;
  return format === "json" && text.trimStart().startsWith("[") ? `{"${LIST}": ${text}}` : text;
}

const LIST = "a list of words";

/** What makes a map the forms of one word; any other is a group, and its words are `group.word`. */
const FORM = /^(?:zero|one|two|few|many|other|translation)$/;

function readStrings(value: Params, group = ""): Settings["strings"] {
  const strings: Settings["strings"] = {};
  const list = value[LIST];
  const entries = Array.isArray(list)
    ? list
        .filter(isParams)
        .map(({ id, translation }): [string, ParamValue | undefined] => [String(id), translation])
    : Object.entries(value);
  for (const [name, words] of entries) {
    const id = group + name;
    if (typeof words === "string") strings[id] = words;
    else if (isParams(words)) {
      const forms = Object.entries(words).flatMap(([form, text]) =>
        FORM.test(form) && typeof text !== "object" ? [[form, String(text)]] : [],
      );
      if (forms.length > 0) strings[id] = Object.fromEntries(forms);
      else Object.assign(strings, readStrings(words, `${id}.`));
    }
  }
  return strings;
}
