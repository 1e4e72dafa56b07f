// Steps through literal text, state by state: Go's html/template/transition.go.

import { attributeKind } from "./attribute-kind.ts";
import { type Context, START, type State, type Step } from "./context.ts";

export function step(context: Context, text: string): Step {
  switch (context.state) {
    case "text":
      return stepText(context, text);
    case "tag":
      return stepTag(context, text);
    case "attrName":
      return stepAttributeName(context, text);
    case "afterName":
      return stepAfterName(context, text);
    case "beforeValue":
      return stepBeforeValue(context, text);
    case "comment":
      return stepTo(text, "-->", { ...START }, context);
    case "rcdata":
    case "attr":
    case "srcset":
      return { context, length: text.length };
    case "url":
      return stepUrl(context, text);
    case "js":
      return stepJs(context, text);
    case "jsTemplate":
      return stepTemplate(context, text);
    case "jsDouble":
    case "jsSingle":
    case "jsRegexp":
      return stepJsDelimited(context, text);
    case "jsBlockComment":
    case "cssBlockComment":
      return stepTo(
        text,
        "*/",
        { ...context, state: context.state === "jsBlockComment" ? "js" : "css" },
        context,
      );
    case "jsLineComment":
    case "cssLineComment":
      return stepLine(context, text);
    case "css":
      return stepCss(context, text);
    default:
      return stepCssString(context, text);
  }
}

const SPACES = /[ \t\n\f\r]*/y;

function skipSpaces(text: string, from: number): number {
  SPACES.lastIndex = from;
  return from + (SPACES.exec(text)?.[0].length ?? 0);
}

function stepTo(text: string, end: string, after: Context, inside: Context): Step {
  const at = text.indexOf(end);
  return at < 0 ? { context: inside, length: text.length } : { context: after, length: at + end.length };
}

function stepText(context: Context, text: string): Step {
  for (let from = 0; ; ) {
    const open = text.indexOf("<", from);
    if (open < 0 || open + 1 === text.length) return { context, length: text.length };
    if (text.startsWith("<!--", open)) return { context: { ...context, state: "comment" }, length: open + 4 };
    const closing = text.charAt(open + 1) === "/";
    const name = match(/[A-Za-z][A-Za-z0-9:-]*/y, text, open + (closing ? 2 : 1));
    if (name !== "") {
      const element = closing ? "" : elementOf(name.toLowerCase());
      const length = open + (closing ? 2 : 1) + name.length;
      return { context: { ...START, state: "tag", element }, length };
    }
    from = open + 1;
  }
}

function elementOf(name: string): Context["element"] {
  return name === "script" || name === "style" || name === "textarea" || name === "title" ? name : "";
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

const CONTENT: { [element in Context["element"]]: State } = {
  "": "text",
  script: "js",
  style: "css",
  textarea: "rcdata",
  title: "rcdata",
};

function stepTag(context: Context, text: string): Step {
  const start = skipSpaces(text, 0);
  if (start === text.length) return { context, length: text.length };
  if (text.charAt(start) === ">") {
    return {
      context: { ...START, state: CONTENT[context.element], element: context.element },
      length: start + 1,
    };
  }
  const name = match(/[^\s"'<=>/]+/y, text, start);
  // What can't begin a name (a slash, a stray quote) is passed over.
  if (name === "") return { context: { ...context, state: "tag" }, length: start + 1 };
  const end = start + name.length;
  const kind = attributeKind(name);
  const isType = context.element === "script" && name.toLowerCase() === "type";
  return {
    context: {
      ...context,
      state: end === text.length ? "attrName" : "afterName",
      attribute: isType ? "scriptType" : kind === "unsafe" ? "" : kind,
    },
    length: end,
  };
}

function stepAttributeName(context: Context, text: string): Step {
  const name = match(/[^\s"'<=>/]+/y, text, 0);
  if (name.length === text.length) return { context, length: text.length };
  return { context: { ...context, state: "afterName" }, length: name.length };
}

function stepAfterName(context: Context, text: string): Step {
  const start = skipSpaces(text, 0);
  if (start === text.length) return { context, length: text.length };
  if (text.charAt(start) !== "=") return { context: { ...context, state: "tag" }, length: start };
  return { context: { ...context, state: "beforeValue" }, length: start + 1 };
}

const VALUES: { [kind in Context["attribute"]]: State } = {
  "": "attr",
  scriptType: "attr",
  url: "url",
  css: "css",
  js: "js",
  srcset: "srcset",
};

/** The value's own state, entered unquoted: also when a value is put out right after `=`. */
export function enterValue(context: Context, delimiter: Context["delimiter"]): Context {
  return { ...context, state: VALUES[context.attribute], delimiter };
}

function stepBeforeValue(context: Context, text: string): Step {
  const start = skipSpaces(text, 0);
  if (start === text.length) return { context, length: text.length };
  const quote = text.charAt(start);
  if (quote === '"') return { context: enterValue(context, "double"), length: start + 1 };
  if (quote === "'") return { context: enterValue(context, "single"), length: start + 1 };
  return { context: enterValue(context, "space"), length: start };
}

function stepUrl(context: Context, text: string): Step {
  if (/[#?]/.test(text)) return { context: { ...context, urlPart: "queryOrFragment" }, length: text.length };
  if (context.urlPart === "none" && skipSpaces(text, 0) < text.length) {
    return { context: { ...context, urlPart: "preQuery" }, length: text.length };
  }
  return { context, length: text.length };
}

function stepJs(context: Context, text: string): Step {
  const at = text.search(/["'`/{}]|<!--|-->/);
  if (at < 0)
    return { context: { ...context, divides: divides(text, context.divides) }, length: text.length };
  const before = divides(text.slice(0, at), context.divides);
  const go = (state: State, length = 1): Step => ({ context: { ...context, state }, length: at + length });
  switch (text.charAt(at)) {
    case '"':
      return go("jsDouble");
    case "'":
      return go("jsSingle");
    case "`":
      return go("jsTemplate");
    case "<":
      return go("jsLineComment", 4);
    case "-":
      return go("jsLineComment", 3);
    case "{":
      return brace(context, at, +1);
    case "}":
      return brace(context, at, -1);
  }
  if (text.startsWith("//", at)) return go("jsLineComment", 2);
  if (text.startsWith("/*", at)) return go("jsBlockComment", 2);
  if (!before) return go("jsRegexp");
  return { context: { ...context, divides: false }, length: at + 1 };
}

function brace(context: Context, at: number, change: 1 | -1): Step {
  const braces = [...context.braces];
  const open = braces.at(-1);
  if (open !== undefined) {
    if (change < 0 && open === 0) {
      braces.pop();
      return { context: { ...context, state: "jsTemplate", braces }, length: at + 1 };
    }
    braces[braces.length - 1] = open + change;
  }
  return { context: { ...context, divides: false, braces }, length: at + 1 };
}

/** Whether a slash after this text divides: after a value it does, after a sign or a keyword it does not. */
function divides(text: string, before: boolean): boolean {
  const end = text.replace(/[\s\u2028\u2029]+$/u, "");
  if (end === "") return before;
  if (/(?:\+\+|--)$/.test(end)) return true;
  if (/[)\]]$/.test(end)) return true;
  const word = /[\p{L}\p{N}_$]+$/u.exec(end.slice(-100))?.[0];
  if (word === undefined) return false;
  return !/^(?:break|case|continue|delete|do|else|finally|in|instanceof|return|throw|try|typeof|void)$/.test(
    word,
  );
}

function stepTemplate(context: Context, text: string): Step {
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\\") i++;
    else if (c === "`") return { context: { ...context, state: "js", divides: true }, length: i + 1 };
    else if (c === "$" && text.charAt(i + 1) === "{") {
      return {
        context: { ...context, state: "js", divides: false, braces: [...context.braces, 0] },
        length: i + 2,
      };
    }
  }
  return { context, length: text.length };
}

function stepJsDelimited(context: Context, text: string): Step {
  const end = context.state === "jsDouble" ? '"' : context.state === "jsSingle" ? "'" : "/";
  let inSet = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\\") i++;
    else if (context.state === "jsRegexp" && c === "[") inSet = true;
    else if (c === "]") inSet = false;
    else if (c === end && !inSet)
      return { context: { ...context, state: "js", divides: true }, length: i + 1 };
  }
  return { context, length: text.length };
}

function stepLine(context: Context, text: string): Step {
  const at = text.search(/[\n\r\f\u2028\u2029]/u);
  if (at < 0) return { context, length: text.length };
  // The line's end belongs to the code: JavaScript may take it for a semicolon.
  return { context: { ...context, state: context.state === "jsLineComment" ? "js" : "css" }, length: at };
}

function stepCss(context: Context, text: string): Step {
  const at = text.search(/["'/(]/);
  if (at < 0) return { context, length: text.length };
  const go = (state: State, length: number): Step => ({ context: { ...context, state }, length });
  switch (text.charAt(at)) {
    case '"':
      return go("cssDouble", at + 1);
    case "'":
      return go("cssSingle", at + 1);
    case "/":
      if (text.startsWith("/*", at)) return go("cssBlockComment", at + 2);
      if (text.startsWith("//", at)) return go("cssLineComment", at + 2);
      return go("css", at + 1);
  }
  if (!/url\s*$/i.test(text.slice(Math.max(0, at - 20), at))) return go("css", at + 1);
  const inner = skipSpaces(text, at + 1);
  const quote = text.charAt(inner);
  if (quote === '"') return go("cssDoubleUrl", inner + 1);
  return quote === "'" ? go("cssSingleUrl", inner + 1) : go("cssUrl", inner);
}

function stepCssString(context: Context, text: string): Step {
  const end =
    context.state === "cssDouble" || context.state === "cssDoubleUrl"
      ? /\\|"/g
      : context.state === "cssUrl"
        ? /\\|[ \t\n\f\r)]/g
        : /\\|'/g;
  for (;;) {
    const found = end.exec(text);
    if (found === null) return { context: stepUrl(context, text).context, length: text.length };
    if (found[0] === "\\") end.lastIndex = found.index + 2;
    else return { context: { ...context, state: "css", urlPart: "none" }, length: found.index + 1 };
  }
}
