// HTML of the author's in the places that PaperMod keeps free for it: its partials where they are plain
// HTML, else what the configuration has under `params.fragments`. Owns what they may run.

import { FRAGMENTS, type Fragment, type Fragments } from "../site/fragment.ts";
import type { AllowedSources, Params, TrustedHtml } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import { allowedSources } from "./allowed-source.ts";

interface Given {
  params: Params;
  sources: readonly { path: string; text: string }[];
}

export async function readFragments(given: Given): Promise<{ fragments: Fragments; warnings: Warning[] }> {
  const fragments: Fragments = {};
  const warnings: Warning[] = [];
  for (const name of FRAGMENTS) {
    const html = (partial(name, given.sources, warnings) ?? configured(name, given.params)).trim();
    if (html === "") continue;
    const allowed = await allowedSources(html);
    const wide = name === "comments" && allowed !== null ? withCompanions(allowed) : allowed;
    const fragment: Fragment = { html: html as TrustedHtml, ...(wide !== null && { allowed: wide }) };
    fragments[name] = fragment;
  }
  return { fragments, warnings };
}

/** `null` if there is none that can be printed: a template's actions need Hugo. */
function partial(name: string, sources: Given["sources"], warnings: Warning[]): string | null {
  const source = sources.find(({ path }) => new RegExp(`^layouts/_?partials/${name}\\.html$`).test(path));
  if (source === undefined) return null;
  const text = source.text.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, "");
  if (!text.includes("{{")) return text;
  warnings.push({
    path: source.path,
    message: `Only plain HTML is printed, and this has template actions: put what they make under params.fragments.${name} of the configuration`,
  });
  return null;
}

function configured(name: string, { fragments }: Params): string {
  if (typeof fragments !== "object" || fragments === null || Array.isArray(fragments)) return "";
  const html = fragments[name];
  return typeof html === "string" ? html : "";
}

/** What loads comments brings more scripts and a style sheet from the host that it comes from. */
function withCompanions({ scripts, styles }: AllowedSources): AllowedSources {
  const hosts = scripts.filter((source) => URL.canParse(source)).map((source) => new URL(source).origin);
  return {
    scripts: [...new Set([...scripts, ...hosts])],
    styles: [...new Set([...styles, ...hosts])],
  };
}
