// Reads one content file whole, from the parts in content/: where it stands, what its front matter
// says, what its text renders to.

import type { Card, Params, ParamValue, TermLink } from "../site/page.ts";
import type { Warning } from "../site/problem.ts";
import { encodeUrlPath, type UrlPath } from "../site/url.ts";
import { basePathOf, originOf } from "./config/base-url.ts";
import { type HugoConfig, inLanguage, type LanguageConfig } from "./config/config.ts";
import { fillEntry, type MenuPage } from "./config/menu.ts";
import { emptyParams } from "./config/params.ts";
import { coverOf } from "./content/cover.ts";
import type { Fields } from "./content/fields.ts";
import type { ContentFile } from "./content/front-matter.ts";
import { matchesGlob } from "./content/glob.ts";
import { termTitle } from "./content/list-title.ts";
import { bundleFoldersOf, languageOf, mountOf, normalizePath } from "./content/path.ts";
import { aliasUrl, isUgly, type Permalink, termPath, termUrl } from "./content/permalink.ts";
import { readableText } from "./content/readable-text.ts";
import { type PageResource, readResources } from "./content/resource.ts";
import { sortKey } from "./content/sort-key.ts";
import { sourceOf } from "./content/source.ts";
import type { Content, ContentSource } from "./markdown/content.ts";
import type { HugoPage, ReadPageInput } from "./page.ts";
import { placePage, translationBase } from "./place-page.ts";

export function readPage(input: ReadPageInput): HugoPage {
  const { at, text } = input;
  const { file, language } = at;
  const config = inLanguage(input.config, language);
  const { source, fields, kind, parent, permalink } = placePage(at, text, input);
  const basePath = basePathOf(config);
  const resources = readResources({
    folders: bundleFoldersOf(at, config),
    files: input.siblings,
    fields: fields.resources,
    base: permalink.resourceBase,
    basePath,
    lang: language.lang,
    defaultLang: config.defaultContentLanguage,
    langOf: (path) => languageOf(path, mountOf(path, at, config), config),
    baseIn: (lang) =>
      config.markup.goldmark.duplicateResourceFiles
        ? permalink.resourceBase
        : translationBase(at, lang, input),
  });
  const type = fields.type || at.section || "page";
  const build = config.disableKinds.includes(kind)
    ? { ...fields.build, render: "never" as const, list: "never" as const }
    : fields.build;
  const isUnrendered = build.render === "never";
  const relPermalink = isUnrendered ? "" : basePath.slice(0, -1) + encodeUrlPath(permalink.url);
  const contentSource: ContentSource = {
    ...sourceOf(at, source, fields),
    relPermalink,
    permalink: isUnrendered ? "" : originOf(config) + relPermalink,
    section: at.section,
    type,
    kind,
    path: at.path,
    parent,
    resources,
  };
  const render = (given: ContentSource): Content =>
    input.renderContent(given, { config, language, world: input.world, theme: input.theme });
  const content = render(contentSource);
  const renderInline = (summary: string) => render({ ...contentSource, body: "", summary }).summary;
  const image = previewImageOf(resources, fields.params.images);
  const terms = termsOf(fields, config, language);
  const linkTitle = fields.linkTitle || fields.title;
  const { aliases, warnings: aliasWarnings } = aliasesOf({
    fields,
    permalink,
    isUgly: isUgly(at.section, config),
    file: source,
    path: file,
  });

  const isNameless =
    fields.title === "" && kind === "page" && fields.build.list === "always" && source.problem === null;

  return {
    file,
    card: {
      kind,
      lang: language.lang,
      url: permalink.url,
      ...(isUnrendered && { isUnrendered }),
      ...(permalink.spelling === null ? {} : { spelling: permalink.spelling }),
      title: fields.title,
      linkTitle,
      date: fields.date,
      lastmod: fields.lastmod,
      publishDate: fields.publishDate,
      description: fields.description,
      ...(kind === "page" || !/[*_`[\]<&~:]/.test(fields.description)
        ? {}
        : { descriptionHtml: renderInline(fields.description) }),
      summary: content.summary,
      summaryText: readableText(content.summary),
      truncated: content.truncated,
      wordCount: content.wordCount,
      readingTime: content.readingTime,
      terms: terms.links,
      cover: coverOf({
        ...{
          cover: fields.cover,
          resources,
          url: permalink.url,
          basePath: decodeURI(basePath),
          world: input.world,
        },
        renderInline,
      }),
      ...(image === null ? {} : { image }),
      layout: fields.layout.toLowerCase(),
      params: cardParams(fields.params, language),
    },
    path: at.path,
    section: at.section,
    type,
    parent,
    weight: fields.weight,
    content: content.html,
    toc: content.toc,
    plain: content.plain,
    formulas: content.formulas,
    needs: content.needs,
    termPaths: terms.paths,
    termPathsAbove: [...terms.above],
    aliases,
    visibility: {
      draft: source.problem !== null || (fields.draft && !config.buildDrafts),
      from: config.buildFuture ? null : (fields.publishDate?.epoch ?? null),
      until: config.buildExpired ? null : (fields.expiryDate?.epoch ?? null),
    },
    build,
    outputs: fields.outputs,
    sortKey: sortKey({
      kind,
      weight: fields.weight,
      date: fields.date,
      title: linkTitle,
      lang: language.lang,
      path: normalizePath(`/${contentSource.fileBelow}`),
    }),
    resources,
    menus: filledMenus(fields.menus, { ...fields, linkTitle, url: permalink.url }),
    translationKey: fields.translationKey || at.path,
    warnings: [
      ...fields.warnings,
      ...(isNameless
        ? [{ message: "it has no `title`: lists and feeds show it without a name", path: file }]
        : []),
      ...(permalink.warning ? [{ message: permalink.warning, path: file }] : []),
      ...aliasWarnings,
      ...content.warnings,
    ],
    problems: source.problem ? [source.problem] : [],
  };
}

/** As PaperMod looks for it: the first of `images`, else by a telling name. */
function previewImageOf(resources: readonly PageResource[], images: ParamValue | undefined): UrlPath | null {
  const pictures = resources.filter(({ mediaType }) => mediaType.startsWith("image/"));
  const [wanted] = Array.isArray(images) ? images : [images];
  const patterns = typeof wanted === "string" ? [wanted] : ["*feature*", "*cover*", "*thumbnail*"];
  for (const pattern of patterns) {
    const found = pictures.find(({ name }) => matchesGlob(name.toLowerCase(), pattern.toLowerCase()));
    if (found) return found.url;
  }
  return null;
}

/** Terms whose paths are the same are one; the last spelling stands, as in Hugo. */
function termsOf(fields: Fields, config: HugoConfig, language: LanguageConfig) {
  const links: Card["terms"] = {};
  const paths: string[] = [];
  const above = new Set<string>();
  const given = config.disableKinds.includes("term") ? {} : fields.terms;
  for (const [taxonomy, names] of Object.entries(given)) {
    const found = new Map<string, TermLink>();
    for (const term of names) {
      const title = termTitle(term, config);
      const url = termUrl({ taxonomy, term, title, config, language });
      const path = termPath(taxonomy, term, "logical");
      found.delete(path); // of a term that is named twice the last one counts
      found.set(path, { name: term, ...(title !== term && { title }), url });
      const root = termPath(taxonomy, "", "logical").length;
      for (let end = path.lastIndexOf("/"); end > root; end = path.lastIndexOf("/", end - 1))
        above.add(path.slice(0, end));
    }
    links[taxonomy] = [...found.values()];
    paths.push(...found.keys());
  }
  for (const path of paths) above.delete(path);
  return { links, paths, above };
}

function aliasesOf(input: {
  fields: Fields;
  permalink: Permalink;
  isUgly: boolean;
  file: ContentFile;
  path: string;
}): { aliases: UrlPath[]; warnings: Warning[] } {
  const aliases = new Set<UrlPath>();
  const warnings: Warning[] = [];
  for (const alias of input.fields.aliases) {
    const url = aliasUrl(alias, input.permalink, input.isUgly);
    if (url) aliases.add(url);
    else {
      const line = input.file.lines.aliases;
      const message = `The alias \`${alias}\` is no address of this site: it is left out. Write a path, as in \`/old/\`.`;
      warnings.push({ message, path: input.path, ...(line === undefined ? {} : { line }) });
    }
  }
  return { aliases: [...aliases], warnings };
}

/** What the card says in fields of its own is not said twice. */
function cardParams(params: Params, language: LanguageConfig): Params {
  const said = new Set([...IN_CARD, ...Object.values(language.taxonomies)]);
  const out = emptyParams();
  for (const [key, value] of Object.entries(params)) if (!said.has(key)) out[key] = value;
  return out;
}

const IN_CARD =
  `title linktitle date lastmod publishdate expirydate pubdate published unpublishdate modified draft
  weight slug url aliases description summary type layout cover menu menus resources build _build cascade outputs
  headless iscjklanguage translationkey`.split(/\s+/);

function filledMenus(menus: Fields["menus"], page: MenuPage): HugoPage["menus"] {
  return Object.fromEntries(Object.entries(menus).map(([menu, entry]) => [menu, fillEntry(entry, page)]));
}
