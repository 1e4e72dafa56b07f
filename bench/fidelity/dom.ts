// An HTML fragment as a tree that two engines' output can be compared by, and the levels of
// tolerance at which it is: what a browser shows alike counts as alike.

import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type ParsedNode = DefaultTreeAdapterMap["childNode"];
type ParsedElement = DefaultTreeAdapterMap["element"];

export type Level = "strict" | "frame" | "loose";

/** Text, or an element. Comments are left out. */
export type DomNode = string | DomElement;

export interface DomElement {
  tag: string;
  attributes: { [name: string]: string };
  children: DomNode[];
}

export interface Difference {
  /** Differences of one kind have one name. */
  kind: string;
  where: string;
  left: string;
  right: string;
}

export function domOf(html: string, level: Level): DomNode[] {
  return tidy(join(parseFragment(html).childNodes.flatMap((node) => convert(node, level, false))), true);
}

/** The first difference, or `null`. */
export function compareHtml(left: string, right: string, level: Level): Difference | null {
  return left === right ? null : firstDifference(domOf(left, level), domOf(right, level), "");
}

const VERBATIM = new Set(["pre", "textarea", "script", "style"]);

const BLOCKS = new Set(
  (
    "address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup " +
    "col iframe video audio script style"
  ).split(" "),
);

function convert(node: ParsedNode, level: Level, verbatim: boolean): DomNode[] {
  if (node.nodeName === "#text" && "value" in node) {
    return [verbatim ? node.value : node.value.replace(/[ \t\n\f\r]+/g, " ")];
  }
  if (!("tagName" in node)) return [];
  const attributes = attributesOf(node, level);
  const inner = verbatim || VERBATIM.has(node.tagName) || /\bcode-inline\b/.test(attributes.class ?? "");
  const children = (): DomNode[] => join(childrenOf(node).flatMap((child) => convert(child, level, inner)));
  if (level !== "strict") {
    if (verbatim && node.tagName === "span" && isToken(attributes)) return children();
    dropColours(node.tagName, attributes, verbatim);
  }
  if (level === "loose" && (node.tagName === "pre" || /\bhighlight\b/.test(attributes.class ?? ""))) {
    return [
      {
        tag: "pre",
        attributes: {},
        children: [
          codeOf(lastCell(node) ?? node)
            .replace(/^(\s*\n)+/, "")
            .trimEnd(),
        ],
      },
    ];
  }
  const kids = children();
  return [{ tag: node.tagName, attributes, children: inner ? kids : tidy(kids, BLOCKS.has(node.tagName)) }];
}

const childrenOf = (node: ParsedElement): ParsedNode[] =>
  "content" in node ? (node as DefaultTreeAdapterMap["template"]).content.childNodes : node.childNodes;

function attributesOf(node: ParsedElement, level: Level): { [name: string]: string } {
  const out: { [name: string]: string } = {};
  for (const { name, value } of node.attrs) {
    if (level === "loose" && name === "id") continue;
    if (name === "class") {
      const classes = value.trim().split(/\s+/).sort().join(" ");
      if (classes !== "") out.class = classes;
    } else if (name === "style")
      out.style = value
        .replace(/\s*([:;])\s*/g, "$1")
        .replace(/;$/, "")
        .trim();
    else out[name] = name === "href" || name === "src" ? sameAddress(value.trim()) : value;
  }
  return out;
}

function sameAddress(address: string): string {
  try {
    return encodeURI(decodeURI(address));
  } catch {
    return address;
  }
}

/** A span that colours a token, not one of the frame's. Chroma prints an empty style for some errors. */
function isToken({ class: name, style }: { [name: string]: string }): boolean {
  if (name !== undefined) return !/^(line|cl|hl|ln|lnt|lnlinks)( (line|cl|hl|ln|lnt|lnlinks))*$/.test(name);
  return style !== undefined && !/display:|user-select/.test(style);
}

function dropColours(tag: string, attributes: { [name: string]: string }, verbatim: boolean): void {
  if (attributes.style === undefined || !(tag === "pre" || tag === "div" || verbatim)) return;
  const kept = attributes.style.split(";").filter((part) => !/^(background-)?color:/.test(part));
  if (kept.length > 0) attributes.style = kept.join(";");
  else delete attributes.style;
}

/** With line numbers in a table the code is in the last cell. */
function lastCell(node: ParsedElement): ParsedElement | null {
  let found: ParsedElement | null = node.tagName === "td" ? node : null;
  for (const child of node.childNodes) if ("tagName" in child) found = lastCell(child) ?? found;
  return found;
}

function codeOf(node: ParsedNode): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!("tagName" in node)) return "";
  const of = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value ?? "";
  if (/\b(lnt|ln|lnlinks)\b/.test(of("class")) || /user-select:\s*none/.test(of("style"))) return "";
  return node.childNodes.map(codeOf).join("");
}

function join(nodes: DomNode[]): DomNode[] {
  const out: DomNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (typeof node === "string" && typeof last === "string") out[out.length - 1] = last + node;
    else if (node !== "") out.push(node);
  }
  return out;
}

/** Blanks that no browser shows: at the ends of blocks, beside blocks and line breaks. */
function tidy(nodes: DomNode[], inBlock: boolean): DomNode[] {
  const swallows = (node: DomNode | undefined): boolean =>
    node === undefined ? inBlock : typeof node !== "string" && (BLOCKS.has(node.tag) || node.tag === "br");
  const out: DomNode[] = [];
  for (const [i, node] of nodes.entries()) {
    if (typeof node !== "string") {
      out.push(node);
      continue;
    }
    let text = node.replace(/ +/g, " ");
    if (swallows(out.at(-1))) text = text.replace(/^ /, "");
    if (swallows(nodes[i + 1])) text = text.replace(/ $/, "");
    if (text !== "") out.push(text);
  }
  return out;
}

function firstDifference(left: DomNode[], right: DomNode[], where: string): Difference | null {
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a, b] = [left[i], right[i]];
    const at = `${where}/${nameOf(a)}[${i}]`;
    if (nameOf(a) !== nameOf(b))
      return { kind: `${nameOf(a)} against ${nameOf(b)}`, where: at, left: show(a), right: show(b) };
    if (typeof a === "string" || typeof b === "string" || a === undefined || b === undefined) {
      if (a !== b)
        return {
          kind: `text in ${where
            .split("/")
            .pop()
            ?.replace(/\[\d+\]/, "")}`,
          where: at,
          ...around(a, b),
        };
      continue;
    }
    for (const name of new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)])) {
      if (a.attributes[name] === b.attributes[name]) continue;
      const [x, y] = [JSON.stringify(a.attributes), JSON.stringify(b.attributes)];
      return { kind: `<${a.tag} ${name}>`, where: at, left: x, right: y };
    }
    const below = firstDifference(a.children, b.children, at);
    if (below) return below;
  }
  return null;
}

const nameOf = (node: DomNode | undefined): string =>
  node === undefined ? "nothing" : typeof node === "string" ? "#text" : node.tag;

const show = (node: DomNode | undefined): string =>
  node === undefined ? "" : JSON.stringify(node).slice(0, 200);

function around(a: DomNode | undefined, b: DomNode | undefined): { left: string; right: string } {
  const [x, y] = [String(a), String(b)];
  let i = 0;
  while (i < x.length && x[i] === y[i]) i++;
  const from = Math.max(0, i - 30);
  return { left: x.slice(from, i + 60), right: y.slice(from, i + 60) };
}
