// Code in a line: between runs of as many backticks.

import { isBlank } from "./character.ts";
import { Inline } from "./inline.ts";
import type { InlineState, Taken } from "./inline-parser.ts";

export function parseCodeSpan(state: InlineState, at: number): Taken {
  const { text, missing } = state;
  let start = at;
  while (text.charCodeAt(start) === 96) start++;
  const size = start - at;
  const close = missing.has(`\`${size}`) ? -1 : findRun(text, start, size);
  if (close < 0) {
    missing.add(`\`${size}`);
    state.root.appendText(text.slice(at, start));
    return { node: null, end: start };
  }
  state.scope.budget.spend(close - at);
  let code = text.slice(start, close);
  if (!isBlank(code) && /^[ \n]/.test(code) && /[ \n]$/.test(code)) code = code.slice(1, -1);
  code = code.replaceAll("\n", " ");
  return {
    node: new Inline("code", state.escapedPipes ? code.replaceAll("\\|", "|") : code),
    end: close + size,
  };
}

/** The next run of exactly `size` backticks; -1 if there is none. */
function findRun(text: string, start: number, size: number): number {
  for (let i = text.indexOf("`", start); i >= 0; ) {
    let end = i;
    while (text.charCodeAt(end) === 96) end++;
    if (end - i === size) return i;
    i = text.indexOf("`", end);
  }
  return -1;
}
