// Text to inline pieces, in Goldmark's way: each sign is offered to the constructs that it may
// begin, in their order of priority, and after each construct the rest of the line begins anew.
// Owns the order; the constructs are in files of their own.

import { type MailMemo, parseAutolink } from "./autolink.ts";
import type { Budget } from "./budget.ts";
import { charBefore, isPunctuation, isSpace, trimEnd } from "./character.ts";
import { parseCodeSpan } from "./code-span.ts";
import { Delimiter, DelimiterStack, scanRun } from "./delimiter.ts";
import { parseEmoji } from "./emoji.ts";
import { type FootnoteIndex, findBracket } from "./footnote.ts";
import { Inline, type InlineKind } from "./inline.ts";
import { Brackets, parseLinkEnd } from "./link.ts";
import type { References } from "./link-reference.ts";
import { findLink } from "./linkify.ts";
import { parsePassthrough } from "./passthrough.ts";
import { parseRawHtml } from "./raw-html.ts";
import type { Typographer } from "./typographer.ts";

export interface InlineOptions {
  linkify: boolean;
  /** What `www.` gets. */
  linkifyProtocol: string;
  strikethrough: boolean;
  taskList: boolean;
  emoji: boolean;
  escapedSpace: boolean;
  extras: { delete: boolean; insert: boolean; mark: boolean; subscript: boolean; superscript: boolean };
  passthrough: { block: [string, string][]; inline: [string, string][] } | null;
  /** Replacements, as HTML; `null` when off. */
  typographer: { [name: string]: string } | null;
}

/** What a whole document shares. */
export interface InlineScope {
  options: InlineOptions;
  references: References;
  footnotes: FootnoteIndex;
  budget: Budget;
  /** Goldmark never resets its counters of open quotes, so they run through the whole document. */
  typographer: Typographer;
}

/** A construct that was read: what it became (`null` when it put itself in), and where it ended. */
export interface Taken {
  node: Inline | null;
  end: number;
}

export type InlinePlace = Pick<InlineState, "escapedPipes" | "startsItem" | "sourceLine">;

/** State of one paragraph, heading or cell while it is read. */
export class InlineState {
  readonly text: string;
  readonly scope: InlineScope;
  readonly root = new Inline("root");
  readonly delimiters = new DelimiterStack();
  readonly brackets = new Brackets();
  /** Text of a table cell in which `\|` stands for `|`, in code too. */
  readonly escapedPipes: boolean;
  /** The first text of a list item, where `[x]` may stand. */
  readonly startsItem: boolean;
  /** The source's line that the nth one of the text stands on. */
  readonly sourceLine: (nth: number) => string;
  /** Lengths of backtick runs that are known not to close, and ends of raw HTML that are known not to come. */
  readonly missing = new Set<string>();
  readonly mail: MailMemo = { until: 0 };
  #lineStarts: number[] | null = null;
  #line = 0;
  /** Whether any bare address can be in it: else no blank begins one. */
  readonly mayLink: boolean;

  constructor(text: string, scope: InlineScope, place: InlinePlace) {
    this.text = text;
    this.scope = scope;
    this.escapedPipes = place.escapedPipes;
    this.startsItem = place.startsItem;
    this.sourceLine = place.sourceLine;
    this.mayLink =
      scope.options.linkify && (text.includes("@") || text.includes("://") || text.includes("www."));
  }

  /** Where each line of the text begins. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)];
    return this.#lineStarts;
  }

  /** Which line begins at `start`. Asked from the front to the back, it costs no more than the text is long. */
  lineAt(start: number): number {
    if ((this.lineStarts[this.#line] ?? 0) > start) this.#line = 0;
    while ((this.lineStarts[this.#line] ?? start) < start) this.#line++;
    return this.#line;
  }

  /** What stands in the source before a line of the text: blanks, and the `>` of quotes. */
  sourceBefore(nth: number): string {
    const line = this.text
      .slice(this.lineStarts[nth], this.lineStarts[nth + 1] ?? this.text.length)
      .trimEnd();
    const source = this.sourceLine(nth).trimEnd();
    return source.endsWith(line) ? source.slice(0, source.length - line.length) : "";
  }

  /** The character before, by which Goldmark judges signs: of a further line it is the source's, the `>` of a quote too. */
  charBefore(at: number): string {
    const before = charBefore(this.text, at) || "\n";
    return before === "\n" && at > 0 ? this.sourceBefore(this.lineAt(at)).at(-1) || before : before;
  }
}

export function parseInline(text: string, scope: InlineScope, place: InlinePlace): Inline {
  const state = new InlineState(text, scope, place);
  readLines(state);
  state.delimiters.process(null);
  state.brackets.close();
  return state.root;
}

function readLines(state: InlineState): void {
  const { text, root } = state;
  const escapedSpace = state.scope.options.escapedSpace;
  let start = 0;
  let lineEnd = 0;
  let escaped = false;
  retry: while (start < text.length) {
    if (start >= lineEnd) {
      const newline = text.indexOf("\n", start);
      lineEnd = newline < 0 ? text.length : newline + 1;
    }
    const { end, lineBreak, keepsBlanks } = lineEnding(text, start, lineEnd);
    let from = start;
    for (let i = start; i < end; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) break;
      const space = isSpace(c);
      const sign = !space && isPunctuation(c);
      if ((sign && !escaped) || (space && !(escaped && escapedSpace)) || i === start) {
        const trigger = space || (i === start && !sign) ? BLANK : c;
        if (isTrigger(trigger) && (trigger !== BLANK || state.mayLink)) {
          root.appendText(text.slice(from, i));
          from = i;
          const taken = parseConstruct(state, trigger, i, lineEnd);
          if (taken) {
            if (taken.node) root.append(taken.node);
            start = taken.end;
            continue retry;
          }
        }
      }
      if (escaped) escaped = false;
      else if (c === 92) escaped = true;
    }
    const rest = text.slice(from, end);
    appendLine(root, keepsBlanks ? rest : trimEnd(rest), lineBreak);
    start = lineEnd;
  }
}

function appendLine(root: Inline, text: string, lineBreak: "" | "soft" | "hard"): void {
  root.appendText(text);
  if (lineBreak === "") return;
  if (root.last?.kind !== "text" || root.last.lineBreak !== "" || root.last.raw)
    root.append(new Inline("text"));
  if (root.last) root.last.lineBreak = lineBreak;
}

/** Where the line's text ends, and what its end says. */
function lineEnding(text: string, start: number, lineEnd: number) {
  const length = lineEnd - start;
  if (text.charCodeAt(lineEnd - 1) !== 10)
    return { end: lineEnd, lineBreak: "" as const, keepsBlanks: false };
  const last = text.charCodeAt(lineEnd - 2);
  const before = text.charCodeAt(lineEnd - 3);
  if (last === 92 && ((length >= 3 && before !== 92) || length === 2)) {
    return { end: lineEnd - 2, lineBreak: "hard" as const, keepsBlanks: true };
  }
  if (length >= 3 && last === 32 && before === 32) {
    return { end: lineEnd - 3, lineBreak: "hard" as const, keepsBlanks: false };
  }
  return { end: lineEnd, lineBreak: "soft" as const, keepsBlanks: false };
}

/** Any blank, or a line's start. */
const BLANK = 32;

const TRIGGERS = new Uint8Array(128);
for (const sign of " !\"'(*+-.:<=>[\\]^_`~$") TRIGGERS[sign.charCodeAt(0)] = 1;
const isTrigger = (c: number): boolean => TRIGGERS[c] === 1;

function parseConstruct(state: InlineState, trigger: number, at: number, lineEnd: number): Taken | null {
  const { options } = state.scope;
  const passed =
    options.passthrough && trigger !== BLANK ? parsePassthrough(state, at, options.passthrough) : null;
  if (passed) return passed;
  switch (trigger) {
    case BLANK:
    case 40: // (
      return linkify(state, at, lineEnd);
    case 96: // `
      return parseCodeSpan(state, at);
    case 91: // [
      return parseCheckbox(state, at) ?? parseFootnote(state, at) ?? state.brackets.open(state, at, false);
    case 33: // !
      if (state.text.charCodeAt(at + 1) !== 91) return null;
      return parseFootnote(state, at) ?? state.brackets.open(state, at, true);
    case 93: // ]
      return parseLinkEnd(state, at);
    case 60: // <
      return (
        parseAutolink(state.text, at, state.mail) ??
        parseRawHtml(state, at) ??
        state.scope.typographer.parse(state.text, at, lineEnd, state.charBefore(at))
      );
    case 42: // *
    case 95: // _
      return emphasis(state, at);
    case 126: // ~
      return tilde(state, at) ?? linkify(state, at, lineEnd);
    case 43: // +
      return options.extras.insert ? extra(state, at, 2, "ins") : null;
    case 61: // =
      return options.extras.mark ? extra(state, at, 2, "mark") : null;
    case 94: // ^
      return options.extras.superscript ? extra(state, at, 1, "sup") : null;
    case 58: // :
      return options.emoji ? parseEmoji(state.text, at) : null;
    case 92: // \
      return null;
    default: // quotes, dashes, dots
      return state.scope.typographer.parse(state.text, at, lineEnd, state.charBefore(at));
  }
}

function linkify(state: InlineState, at: number, lineEnd: number): Taken | null {
  if (!state.mayLink || state.brackets.isOpen) return null;
  const found = findLink(state.text, at, {
    lineEnd,
    protocol: state.scope.options.linkifyProtocol,
    memo: state.mail,
  });
  if (!found) return null;
  state.root.appendText(state.text.slice(at, found.start));
  const node = new Inline("autolink", state.text.slice(found.start, found.end));
  node.target = found.prefix + node.text;
  return { node, end: found.end };
}

const emphasisKind = (consumed: number): InlineKind => (consumed === 2 ? "strong" : "em");

function emphasis(state: InlineState, at: number): Taken {
  return push(
    state,
    at,
    new Delimiter(scanRun(state.text, at, { before: state.charBefore(at) }), emphasisKind),
  );
}

function push(state: InlineState, at: number, delimiter: Delimiter): Taken {
  state.delimiters.push(delimiter);
  return { node: delimiter, end: at + delimiter.size };
}

/** `~~`: deleted. With the extras on, two for deleted and one for below the line. */
function tilde(state: InlineState, at: number): Taken | null {
  const { strikethrough, extras } = state.scope.options;
  const deleted = extras.delete ? extra(state, at, 2, "deletion") : null;
  if (deleted) return deleted;
  if (strikethrough) {
    const run = scanRun(state.text, at, { before: state.charBefore(at) });
    if (run.size <= 2 && state.text.charAt(at - 1) !== "~")
      return push(state, at, new Delimiter(run, () => "del"));
  }
  return extras.subscript ? extra(state, at, 1, "sub") : null;
}

function extra(state: InlineState, at: number, least: number, kind: InlineKind): Taken | null {
  const { text } = state;
  if (at > 0 && text.charAt(at - 1) === text.charAt(at)) return null;
  // Above the line may begin with a sign: 10^-3^.
  const next = kind === "sup" && /[+\-']/.test(text.charAt(at + 1)) ? "z" : null;
  const run = scanRun(text, at, { before: state.charBefore(at), next });
  if (run.size < least || run.size > 2) return null;
  return push(state, at, new Delimiter(run, () => kind));
}

function parseCheckbox(state: InlineState, at: number): Taken | null {
  if (!state.startsItem || !state.scope.options.taskList || state.root.first) return null;
  const found = /^\[([\t\n\f\r xX])\][\t\n\f\r ]*/.exec(state.text.slice(at, at + 64));
  if (!found) return null;
  const node = new Inline("checkbox");
  node.checked = found[1] === "x" || found[1] === "X";
  return { node, end: at + found[0].length };
}

function parseFootnote(state: InlineState, at: number): Taken | null {
  const { text, root, scope } = state;
  const open = text.charCodeAt(at) === 33 ? at + 1 : at;
  if (text.charCodeAt(open + 1) !== 94 || !scope.footnotes.defined) return null;
  const close = findBracket(text, open + 2);
  if (close < 0) return null;
  scope.budget.spend(close - open);
  const reference = scope.footnotes.refer(text.slice(open + 2, close));
  if (!reference) return null;
  if (open > at) root.appendText("!");
  const node = new Inline("footnote");
  node.number = reference.number;
  node.use = reference.use;
  return { node, end: close + 1 };
}
