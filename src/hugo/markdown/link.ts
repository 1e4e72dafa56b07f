// Links and images: brackets wait on a stack, and the closing one decides.

import { isBlank } from "./character.ts";
import type { Delimiter } from "./delimiter.ts";
import { Inline } from "./inline.ts";
import type { InlineState, Taken } from "./inline-parser.ts";
import { findClosing, type Reference, readTarget, referenceKey, skipSpaces } from "./link-reference.ts";

class Bracket extends Inline {
  readonly image: boolean;
  /** Position of the sign, and of the text after it. */
  readonly start: number;
  readonly inner: number;
  /** The delimiter before it: emphasis inside may not reach beyond. */
  readonly bottom: Delimiter | null;
  /** A link was made inside, so this cannot be one. */
  holdsLink = false;

  constructor(text: string, start: number, image: boolean, bottom: Delimiter | null) {
    super("bracket", text);
    this.start = start;
    this.inner = start + text.length;
    this.image = image;
    this.bottom = bottom;
  }
}

/** CommonMark's longest label; Goldmark counts open brackets by it too. */
const MAX_LABEL = 999;

export class Brackets {
  readonly #open: Bracket[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  open(state: InlineState, at: number, image: boolean): Taken {
    const bracket = new Bracket(image ? "![" : "[", at, image, state.delimiters.last);
    this.#open.push(bracket);
    return { node: bracket, end: bracket.inner };
  }

  /** The innermost one, taken off; `null` if none is open. */
  pop(): Bracket | null {
    return this.#open.pop() ?? null;
  }

  /** From the outermost to the innermost open bracket. */
  get spread(): number {
    const first = this.#open[0];
    const last = this.#open.at(-1);
    return first && last ? last.inner - first.start : 0;
  }

  linkMade(): void {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const bracket = this.#open[i];
      if (!bracket || bracket.holdsLink) break;
      bracket.holdsLink = true;
    }
  }

  /** What is still open is text. */
  close(): void {
    for (const bracket of this.#open) bracket.becomeText();
    this.#open.length = 0;
  }
}

export function parseLinkEnd(state: InlineState, at: number): Taken | null {
  const bracket = state.brackets.pop();
  if (!bracket) return null;
  const found =
    state.brackets.spread >= MAX_LABEL || (!bracket.image && bracket.holdsLink)
      ? null
      : findTarget(state, bracket, at);
  if (!found) {
    bracket.becomeText();
    return null;
  }
  const node = new Inline(bracket.image ? "image" : "link");
  node.target = found.target;
  node.title = found.title;
  state.delimiters.process(bracket.bottom);
  state.root.moveBetween(bracket, null, node);
  state.root.remove(bracket);
  if (!bracket.image) state.brackets.linkMade();
  return { node, end: found.end };
}

type Target = Reference & { end: number };

function findTarget(state: InlineState, bracket: Bracket, at: number): Target | null {
  const { text } = state;
  const next = text.charCodeAt(at + 1);
  if (next === 40) {
    const inline = readInlineTarget(state, at + 2);
    if (inline) return inline;
  } else if (next === 91) {
    const close = findClosing(text, at + 2, 91, 93, state.scope.budget);
    if (close >= 0) {
      const label = text.slice(at + 2, close);
      return lookUp(state, isBlank(label) ? text.slice(bracket.inner, at) : label, close + 1);
    }
  }
  return lookUp(state, text.slice(bracket.inner, at), at + 1);
}

function lookUp(state: InlineState, label: string, end: number): Target | null {
  if (label.length > MAX_LABEL || state.scope.references.size === 0) return null;
  const reference = state.scope.references.get(referenceKey(label));
  return reference ? { ...reference, end } : null;
}

/** `(target "title")`, from after the bracket. */
function readInlineTarget(state: InlineState, start: number): Target | null {
  const { text } = state;
  const { budget } = state.scope;
  const at = skipSpaces(text, start);
  if (text.charCodeAt(at) === 41) return { target: "", title: null, end: at + 1 };
  const target = readTarget(text, at, budget);
  if (!target) return null;
  const after = skipSpaces(text, target.end);
  if (text.charCodeAt(after) === 41) return { target: target.text, title: null, end: after + 1 };
  const opener = text.charCodeAt(after);
  if (opener !== 34 && opener !== 39 && opener !== 40) return null;
  const close = findClosing(text, after + 1, opener, opener === 40 ? 41 : opener, budget);
  if (close < 0) return null;
  const end = skipSpaces(text, close + 1);
  if (text.charCodeAt(end) !== 41) return null;
  return { target: target.text, title: text.slice(after + 1, close), end: end + 1 };
}
