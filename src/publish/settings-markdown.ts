// The few places of a configuration that PaperMod prints as Markdown, rendered when it is published.

import type { HugoConfig, LanguageConfig } from "../hugo/config/config.ts";
import { paramAt } from "../hugo/config/params.ts";
import type { ContentSource } from "../hugo/markdown/content.ts";
import { renderContent } from "../hugo/markdown/render-content.ts";
import type { TrustedHtml } from "../site/page.ts";
import { createWorld, HOME, noAnswers } from "./question.ts";

/** Dotted keys below a language; those of one line lose their paragraph. */
const INLINE = ["copyright", "params.footer.text", "params.homeinfoparams.title", "params.profilemode.title"];
/** HTML already, as PaperMod takes it. */
const ICON = "params.label.iconsvg";
const BLOCK = ["params.homeinfoparams.content", "params.profilemode.subtitle"];

export function renderSettingsMarkdown(
  config: HugoConfig,
  language: LanguageConfig,
): { [key: string]: TrustedHtml } {
  const rendered: { [key: string]: TrustedHtml } = {};
  for (const key of [...INLINE, ...BLOCK]) {
    const text = paramAt({ copyright: language.copyright, params: language.params }, key);
    if (typeof text !== "string" || text === "") continue;
    const html = renderText(text, { config, language });
    rendered[key] = (INLINE.includes(key) ? html.replace(/^<p>(.*)<\/p>\s*$/s, "$1") : html) as TrustedHtml;
  }
  const icon = paramAt({ params: language.params }, ICON);
  if (typeof icon === "string" && icon.startsWith("<svg")) rendered[ICON] = icon as TrustedHtml;
  return rendered;
}

function renderText(body: string, where: { config: HugoConfig; language: LanguageConfig }): string {
  const source: ContentSource = {
    file: "hugo.yaml",
    fileBelow: "",
    bundle: "branch",
    baseName: "",
    format: "md",
    body,
    bodyLine: 1,
    title: "",
    relPermalink: "/",
    permalink: where.config.baseURL,
    date: "",
    lastmod: "",
    publishDate: "",
    expiryDate: "",
    section: "",
    type: "page",
    kind: "home",
    path: "/",
    parent: null,
    params: {},
    summary: "",
    isCJKLanguage: false,
    resources: [],
  };
  const langs = where.config.languages.map(({ lang }) => lang);
  const { world } = createWorld(noAnswers(), { at: HOME, langs });
  return renderContent(source, { ...where, world, theme: "papermod" }).html;
}
