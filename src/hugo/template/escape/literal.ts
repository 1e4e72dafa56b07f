// A template's literal text on its way out: follows the context through it, drops comments and makes a
// stray `<` harmless, as Go's html/template does.

import { decodeHTML } from "entities";
import { type Context, isComment, START, type Step } from "./context.ts";
import { step } from "./transition.ts";

export interface Written {
  context: Context;
  text: string;
}

export const writeLiteral = (start: Context, text: string): Written => new Literal(start, text).write();

const ENDS = { double: /"/, single: /'/, space: /[ \t\n\f\r>]/, none: /$^/ };

class Literal {
  readonly #text: string;
  #context: Context;
  #position = 0;
  /** Where the text that is not yet put out begins. */
  #written = 0;
  #out = "";
  /** The next end tag of the element, looked up once. */
  #endTag = -1;

  constructor(context: Context, text: string) {
    this.#context = context;
    this.#text = text;
  }

  write(): Written {
    while (this.#position < this.#text.length) {
      const before = this.#context;
      const { context: next, length } = this.#advance();
      const end = this.#position + length;
      this.#put(next, end);
      this.#context = next;
      this.#position = end;
      const { state, delimiter, element } = before;
      if (length === 0 && state === next.state && delimiter === next.delimiter && element === next.element)
        break;
    }
    if (!this.#inComment(this.#context)) this.#out += this.#text.slice(this.#written);
    return { context: this.#context, text: this.#out };
  }

  #inComment = ({ state, delimiter }: Context): boolean => isComment(state) && delimiter === "none";

  #put(next: Context, end: number): void {
    const { state } = this.#context;
    if (state === "text" || state === "rcdata") this.#putText(next, end);
    else if (isScriptLiteral(state)) this.#putLiteral(end);
    else if (this.#inComment(this.#context)) {
      const text = this.#text.slice(this.#written, end);
      if (state === "jsBlockComment") this.#out += /[\n\r\u2028\u2029]/u.test(text) ? "\n" : " ";
      else if (state === "cssBlockComment") this.#out += " ";
      this.#written = end;
    }
    if (state !== next.state && this.#inComment(next)) {
      const mark =
        /(?:<!--|-->|\/\*|\/\/)$/.exec(this.#text.slice(Math.max(0, end - 4), end))?.[0].length ?? 0;
      this.#out += this.#text.slice(this.#written, Math.max(this.#written, end - mark));
      this.#written = end;
    }
  }

  #putLiteral(end: number): void {
    const literal = this.#text.slice(this.#position, end);
    this.#out += this.#text.slice(this.#written, this.#position);
    this.#out += literal.replace(/<(?=script|\/script|!--)/gi, "\\x3C");
    this.#written = end;
  }

  #putText(next: Context, end: number): void {
    const tag = next.state === this.#context.state ? -1 : this.#text.lastIndexOf("<", end - 1);
    const plain = tag < this.#position ? end : tag;
    for (let i = this.#text.indexOf("<", this.#position); i >= 0 && i < plain; ) {
      if (!/^<!doctype/i.test(this.#text.slice(i, i + 9))) {
        this.#out += `${this.#text.slice(this.#written, i)}&lt;`;
        this.#written = i + 1;
      }
      i = this.#text.indexOf("<", i + 1);
    }
  }

  #advance(): Step {
    const rest = this.#text.slice(this.#position);
    const { delimiter, element } = this.#context;
    if (delimiter === "none") return this.#advanceContent(rest);
    const found = rest.search(ENDS[delimiter]);
    if (found < 0) return { context: through(this.#context, decodeHTML(rest)), length: rest.length };
    const isType = this.#context.attribute === "scriptType";
    const isOther = isType && !isJavaScript(decodeHTML(rest.slice(0, found)));
    return {
      context: { ...START, state: "tag", element: isOther ? "" : element },
      length: delimiter === "space" ? found : found + 1,
    };
  }

  /** Up to the end tag of a `script`, `style`, `textarea` or `title`, wherever it stands. */
  #advanceContent(rest: string): Step {
    const { element, state } = this.#context;
    if (element === "" || state === "text" || isInTag(state)) return step(this.#context, rest);
    // What a script says in quotes or beside it ends no script: it is put out so that a browser thinks so too.
    if (isScriptLiteral(state) || isComment(state)) return step(this.#context, rest);
    if (this.#endTag < this.#position) {
      const found = rest.search(END_TAGS[element]);
      this.#endTag = found < 0 ? this.#text.length : this.#position + found;
    }
    if (this.#endTag === this.#position) return { context: START, length: 0 };
    return step(this.#context, rest.slice(0, this.#endTag - this.#position));
  }
}

const END_TAGS = {
  script: /<\/script(?=[ \t\n\f\r>/])/i,
  style: /<\/style(?=[ \t\n\f\r>/])/i,
  textarea: /<\/textarea(?=[ \t\n\f\r>/])/i,
  title: /<\/title(?=[ \t\n\f\r>/])/i,
};

const isScriptLiteral = (state: Context["state"]): boolean =>
  state === "jsDouble" || state === "jsSingle" || state === "jsTemplate" || state === "jsRegexp";

const isInTag = (state: Context["state"]): boolean =>
  state === "tag" || state === "attrName" || state === "afterName" || state === "beforeValue";

/** Through an attribute's value, as its language reads it once its references are resolved. */
function through(start: Context, text: string): Context {
  let context = start;
  for (let rest = text; rest !== ""; ) {
    const { context: next, length } = step(context, rest);
    if (length === 0 && next.state === context.state) break;
    context = next;
    rest = rest.slice(length);
  }
  return context;
}

function isJavaScript(type: string): boolean {
  const name = (type.split(";", 1)[0] ?? "").trim().toLowerCase();
  return /^(?:module|(?:application|text)\/(?:(?:x-)?(?:java|ecma)script|jscript|livescript|json|ld\+json|jsonp))$/.test(
    name,
  );
}
