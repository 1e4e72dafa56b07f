// Raw HTML as a block: the seven ways in which CommonMark lets one begin, and how each ends.

import { Block } from "./block.ts";
import type { BlockRule } from "./block-parser.ts";
import { isBlank } from "./character.ts";
import { ATTRIBUTE } from "./raw-html.ts";

const BLOCK_TAGS = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem meta nav noframes ol optgroup option p param search section summary table tbody td tfoot th " +
    "thead title tr track ul"
  ).split(" "),
);

const VERBATIM = /^ {0,3}<(?:script|pre|style|textarea)(?:\s.*|>.*|\/>.*|)\n?$/is;
const VERBATIM_END = /<\/(?:script|pre|style|textarea)>/i;
const COMMENT = /^ {0,3}<!--/;
const INSTRUCTION = /^ {0,3}<\?/;
const DECLARATION = /^ {0,3}<![A-Z]+.*\n?$/s;
const CDATA = /^ {0,3}<!\[CDATA\[/;
const OPEN_OR_CLOSED = /^ {0,3}<(?:\/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(?: .*|>.*|\/>.*|)\n?$/s;
const ALONE = new RegExp(`^ {0,3}<(/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(${ATTRIBUTE}*) *(?:>|/>) *\\n?$`);

/** What ends the types 2 to 5. */
const ENDS: { [type: number]: string } = { 2: "-->", 3: "?>", 4: ">", 5: "]]>" };

export const htmlBlock: BlockRule = {
  triggers: "<",
  priority: 900,
  interruptsParagraph: true,
  acceptsIndented: false,
  open(_parent, line, context) {
    if (line.charAt(context.offset) !== "<") return null;
    const type = htmlType(line, context.lastOpen?.kind === "paragraph");
    if (type === 0) return null;
    const block = new Block("html");
    block.size = type;
    block.lines.push(line);
    context.reader.advanceToEnd();
    return { block, children: false };
  },
  continue(block, line, context) {
    const ended = endsWith(block.size);
    if (ended) {
      if (block.lines.length === 1 && ended(block.lines[0] ?? "")) return "closed";
      if (ended(line)) {
        block.closure = line;
        context.reader.advanceToEnd();
        return "closed";
      }
    } else if (isBlank(line)) return "closed";
    block.lines.push(line);
    context.reader.advanceToEnd();
    return "leaf";
  },
  close() {},
};

function endsWith(type: number): ((line: string) => boolean) | null {
  if (type === 1) return (line) => VERBATIM_END.test(line);
  const end = ENDS[type];
  return end === undefined ? null : (line) => line.includes(end);
}

function htmlType(line: string, inParagraph: boolean): number {
  if (VERBATIM.test(line)) return 1;
  if (COMMENT.test(line)) return 2;
  if (INSTRUCTION.test(line)) return 3;
  if (DECLARATION.test(line)) return 4;
  if (CDATA.test(line)) return 5;
  const alone = ALONE.exec(line);
  if (alone) {
    const tag = (alone[2] ?? "").toLowerCase();
    if (BLOCK_TAGS.has(tag)) return 6;
    const closesWithAttributes = alone[1] !== undefined && alone[3] !== "";
    if (tag !== "script" && tag !== "style" && tag !== "pre" && !inParagraph && !closesWithAttributes)
      return 7;
  }
  const tag = OPEN_OR_CLOSED.exec(line)?.[1];
  return tag !== undefined && BLOCK_TAGS.has(tag.toLowerCase()) ? 6 : 0;
}
