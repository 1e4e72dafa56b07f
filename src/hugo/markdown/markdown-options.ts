// Hugo's `markup` configuration as the Markdown parser and renderer take it.

import type { HugoConfig } from "../config/config.ts";
import type { BlockOptions } from "./block-parser.ts";
import type { InlineOptions } from "./inline-parser.ts";

export type AutoIdType = "github" | "github-ascii" | "blackfriday";

export interface RenderOptions {
  unsafe: boolean;
  hardWraps: boolean;
  xhtml: boolean;
  /** Line breaks between East Asian characters print nothing. */
  eastAsianLineBreaks: "none" | "simple" | "css3draft";
  escapedSpace: boolean;
  autoHeadingId: boolean;
  autoDefinitionTermId: boolean;
  autoIdType: AutoIdType;
  /** A lone image keeps its `<p>`. */
  wrapStandAloneImage: boolean;
  footnoteBacklink: string;
  blockAttributes: boolean;
  /** Fences go to the highlighter; else they are plain. */
  codeFences: boolean;
}

export interface MarkdownOptions {
  block: BlockOptions;
  inline: InlineOptions;
  render: RenderOptions;
}

const known = new WeakMap<HugoConfig, MarkdownOptions>();

export function markdownOptions(config: HugoConfig): MarkdownOptions {
  let options = known.get(config);
  if (!options) {
    options = readOptions(config);
    known.set(config, options);
  }
  return options;
}

function readOptions(config: HugoConfig): MarkdownOptions {
  const { extensions, parser, renderer } = config.markup.goldmark;
  const { cjk } = extensions;
  const lineBreaks = cjk.enable && cjk.eastAsianLineBreaks ? cjk.eastAsianLineBreaksStyle : "none";
  return {
    block: {
      table: extensions.table,
      definitionList: extensions.definitionList,
      footnote: extensions.footnote.enable,
      headingAttributes: parser.attribute.title,
      blockAttributes: parser.attribute.block,
    },
    inline: {
      linkify: extensions.linkify,
      linkifyProtocol: extensions.linkifyProtocol,
      strikethrough: extensions.strikethrough,
      taskList: extensions.taskList,
      emoji: config.enableEmoji,
      escapedSpace: cjk.enable && cjk.escapedSpace,
      extras: extensions.extras,
      passthrough: extensions.passthrough.enable ? extensions.passthrough : null,
      typographer: extensions.typographer,
    },
    render: {
      unsafe: renderer.unsafe,
      hardWraps: renderer.hardWraps,
      xhtml: renderer.xhtml,
      eastAsianLineBreaks: lineBreaks,
      escapedSpace: cjk.enable && cjk.escapedSpace,
      autoHeadingId: parser.autoHeadingID,
      autoDefinitionTermId: parser.autoDefinitionTermID,
      autoIdType: parser.autoIDType,
      wrapStandAloneImage: parser.wrapStandAloneImageWithinParagraph,
      footnoteBacklink: extensions.footnote.backlinkHTML,
      blockAttributes: parser.attribute.block,
      codeFences: config.markup.highlight.codeFences,
    },
  };
}
