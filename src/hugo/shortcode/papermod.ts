// PaperMod's shortcodes, which stand before Hugo's own of the same name.

import { figureAlt, printFigure } from "./builtin.ts";
import { addressAttribute, attribute, escapeAddress, escapeGo } from "./go-escape.ts";
import { argument, type ShortcodeCall, type ShortcodeTemplate, textArgument } from "./shortcode.ts";

export const papermodShortcodes: { [name: string]: ShortcodeTemplate } = {
  figure: { takesInner: false, render: renderFigure },
  collapse: { takesInner: true, render: renderCollapse },
  ltr: { takesInner: true, render: (call) => renderDirection(call, "ltr") },
  rtl: { takesInner: true, render: (call) => renderDirection(call, "rtl") },
  rawhtml: { takesInner: true, render: (call) => `<!-- raw html -->${call.inner}` },
  inTextImg: { takesInner: false, render: renderInTextImage },
  audio: {
    takesInner: false,
    render: (call) =>
      `\n<audio src="${escapeAddress(textArgument(call, "src"))}" controls muted loading="lazy"></audio>\n`,
  },
  video: {
    takesInner: false,
    render: (call) => `\n<video src="${escapeAddress(textArgument(call, "src"))}" controls muted></video>\n`,
  },
};

function renderFigure(call: ShortcodeCall): string {
  const get = (key: string) => textArgument(call, key);
  const center = get("align") === "center";
  const name = get("class");
  const classes = center || name !== "" ? ` class="${center ? "align-center " : ""}${escapeGo(name)}"` : "";
  const src = `${escapeAddress(get("src"))}${center ? "#center" : ""}`;
  const img = `\n    <img loading="lazy" src="${src}"${figureAlt(call)}${attribute("width", get("width"))}${attribute("height", get("height"))}/> `;
  return printFigure(call, { attributes: classes, img, title: escapeGo(get("title")) });
}

function renderCollapse(call: ShortcodeCall): string {
  const summary = textArgument(call, "summary");
  if (summary === "") call.warn('collapse needs a summary: {{< collapse summary="More" >}}');
  const open = argument(call, "openByDefault") === true ? " open=true " : "";
  return `\n\n<p><details ${open}>\n  <summary markdown="span">${call.markdownify(summary)}</summary>\n  ${call.markdownify(call.inner)}\n</details></p>\n`;
}

/** Everything but an unquoted `false` has its text rendered as Markdown. */
function renderDirection(call: ShortcodeCall, direction: string): string {
  const markdown = call.shortcode.named ? argument(call, "md") : argument(call, 0);
  const text = markdown === false ? call.inner : call.markdownify(call.inner);
  // The blank lines are the template's: they end a paragraph, and what `{{% %}}` prints is Markdown.
  return `\n\n\n\n\n\n<div dir="${direction}">\n  \n    ${text}\n  \n</div>\n`;
}

function renderInTextImage(call: ShortcodeCall): string {
  const height = textArgument(call, "height") || "15";
  const alt = escapeGo(textArgument(call, "alt"));
  return `\n\n<img class="in-text" height="${escapeGo(height)}"${addressAttribute("src", textArgument(call, "url")) || ' src=""'} alt="${alt}">\n`;
}
