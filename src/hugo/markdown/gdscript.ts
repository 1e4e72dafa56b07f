// GDScript's tokens. highlight.js has no grammar for it, and sites that let Chroma guess have much
// code in other languages taken for it: what Chroma then marks as errors is part of its frame.

import type { Run } from "./highlight.ts";

const RULES: [type: string, pattern: RegExp][] = [
  ["", /[^\S\n]+|\n|\\\n?/y],
  ["c", /#.*/y],
  ["p", /[\]{}:(),;[]/y],
  ["o", /(?:in|and|or|not)\b|!=|==|<<|>>|&&|\+=|-=|\*=|\/=|%=|&=|\|=|\|\||[-~+/*%=<>&^.!|$]/y],
  [
    "k",
    /(?:breakpoint|continue|onready|extends|signal|return|export|static|setget|switch|break|const|while|class|tool|pass|func|case|enum|else|elif|var|for|do|if)\b/y,
  ],
  ["s", /[rRuUbB]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$))/y],
  ["s", /[rRuUbB]{0,2}(?:"(?:[^"\\\n]|\\[\s\S])*(?:"|(?=\n)|$)|'(?:[^'\\\n]|\\[\s\S])*(?:'|(?=\n)|$))/y],
  ["", /[a-zA-Z_][\p{L}\p{Mn}\p{Nd}\p{Pc}]*/uy],
  ["m", /(?:[0-9]+\.[0-9]*|[0-9]*\.[0-9]+)(?:[eE][+-]?[0-9]+)?|0[xX][a-fA-F0-9]+|[0-9]+/y],
];

export function readGdscript(code: string): Run[] {
  const runs: Run[] = [];
  for (let position = 0; position < code.length; ) {
    const { type, end } = tokenAt(code, position);
    const last = runs.at(-1);
    const text = code.slice(position, end);
    if (last?.type === type) last.text += text;
    else runs.push({ text, type });
    position = end;
  }
  return runs;
}

/** A character that no rule takes is an error. */
function tokenAt(code: string, position: number): { type: string; end: number } {
  for (const [type, pattern] of RULES) {
    pattern.lastIndex = position;
    if (pattern.test(code) && pattern.lastIndex > position) return { type, end: pattern.lastIndex };
  }
  return { type: "err", end: position + ((code.codePointAt(position) ?? 0) > 0xffff ? 2 : 1) };
}
