// Text between configured delimiters, `$$…$$` or `\(…\)`, that goes out as it is for a maths renderer.

import { Inline } from "./inline.ts";
import type { InlineState, Taken } from "./inline-parser.ts";

interface Delimiters {
  block: [string, string][];
  inline: [string, string][];
}

export function parsePassthrough(state: InlineState, at: number, delimiters: Delimiters): Taken | null {
  const { text } = state;
  const pair = pairAt(text, at, delimiters);
  if (!pair) {
    if (text.startsWith("\\\\", at)) {
      const escaped = pairAt(text, at + 2, delimiters);
      if (escaped) {
        const end = at + 2 + escaped.open.length;
        state.root.appendText(text.slice(at, end));
        return { node: null, end };
      }
    }
    return null;
  }
  const start = at + pair.open.length;
  const key = `passthrough ${pair.close}`;
  const close = state.missing.has(key) ? -1 : text.indexOf(pair.close, start);
  if (close < 0) {
    state.missing.add(key);
    state.root.appendText(pair.open);
    return { node: null, end: start };
  }
  if (close === start) return null;
  const end = close + pair.close.length;
  const whole = asInSource(state, at, end);
  const node = new Inline("passthrough", whole);
  node.target = whole.slice(pair.open.length, -pair.close.length);
  node.tex = text.slice(start, close);
  node.number = pair.block ? 1 : 0;
  return { node, end };
}

/** Goldmark takes it out of the source in one piece: with the blanks and the `>` of quotes before its further lines. */
function asInSource(state: InlineState, at: number, end: number): string {
  const { text, lineStarts } = state;
  const firstEnd = text.indexOf("\n", at) + 1;
  if (firstEnd === 0 || firstEnd >= end) return text.slice(at, end);
  let whole = text.slice(at, firstEnd);
  for (let nth = state.lineAt(firstEnd); ; nth++) {
    const start = lineStarts[nth] ?? end;
    if (start >= end) return whole;
    whole += state.sourceBefore(nth) + text.slice(start, Math.min(lineStarts[nth + 1] ?? text.length, end));
  }
}

function pairAt(text: string, at: number, { block, inline }: Delimiters) {
  let best: { open: string; close: string; block: boolean } | null = null;
  for (const [pairs, isBlock] of [
    [block, true],
    [inline, false],
  ] as const) {
    for (const [open, close] of pairs) {
      if (text.startsWith(open, at) && open.length > (best?.open.length ?? 0))
        best = { open, close, block: isBlock };
    }
  }
  return best;
}
