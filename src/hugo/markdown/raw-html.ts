// Raw HTML in a line: tags, comments, instructions, declarations, CDATA. Whether it may stand is
// the renderer's question.

import { isAlphanumeric } from "./character.ts";
import { Inline } from "./inline.ts";
import type { InlineState, Taken } from "./inline-parser.ts";

/** One attribute of a tag, its leading blanks included. */
export const ATTRIBUTE =
  "(?:[\\r\\n \\t]+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:[\\r\\n \\t]*=[\\r\\n \\t]*(?:[^\"'=<>`\\0- ]+|'[^']*'|\"[^\"]*\"))?)";
const OPEN_TAG = new RegExp(`<[A-Za-z][A-Za-z0-9-]*${ATTRIBUTE}*[ \\t\\n]*/?>`, "y");
const CLOSE_TAG = /<\/[A-Za-z][A-Za-z0-9-]*[ \t\n]*>/y;

export function parseRawHtml(state: InlineState, at: number): Taken | null {
  const { text } = state;
  const next = text.charCodeAt(at + 1);
  if (isAlphanumeric(next)) return parseTag(state, OPEN_TAG, at);
  if (next === 47) return parseTag(state, CLOSE_TAG, at);
  if (text.startsWith("<!--", at)) {
    if (text.startsWith("<!-->", at)) return take(text, at, at + 5);
    if (text.startsWith("<!--->", at)) return take(text, at, at + 6);
    return parseUntil(state, at, at + 4, "-->");
  }
  if (next === 63) return parseUntil(state, at, at, "?>");
  if (next !== 33) return null;
  const third = text.charCodeAt(at + 2);
  if (third >= 65 && third <= 90) return parseUntil(state, at, at, ">");
  return text.startsWith("<![CDATA[", at) ? parseUntil(state, at, at, "]]>") : null;
}

function parseTag(state: InlineState, tag: RegExp, at: number): Taken | null {
  tag.lastIndex = at;
  if (!tag.test(state.text)) {
    // An attribute may have been read to the end before the tag proved to be none.
    state.scope.budget.spend(quotedLength(state.text, at));
    return null;
  }
  return take(state.text, at, tag.lastIndex);
}

function quotedLength(text: string, at: number): number {
  const next = text.indexOf("<", at + 1);
  return (next < 0 ? text.length : next) - at;
}

function parseUntil(state: InlineState, at: number, from: number, end: string): Taken | null {
  const { text, missing } = state;
  if (missing.has(end)) return null;
  const found = text.indexOf(end, from);
  if (found < 0) missing.add(end);
  return found < 0 ? null : take(text, at, found + end.length);
}

const take = (text: string, start: number, end: number): Taken => ({
  node: new Inline("html", text.slice(start, end)),
  end,
});
