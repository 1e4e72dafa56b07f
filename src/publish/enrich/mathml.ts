// KaTeX's MathML as browsers read it: MathML Core has neither `mathvariant` nor the attributes that
// align a table's columns. Letters become their Unicode forms, tables get styles.

import { toVariant } from "./math-letter.ts";

export function toCoreMathml(mathml: string): string {
  return styleTables(mathml.replace(VARIANT, printVariant));
}

/** `normal` of a single letter is Core's own. */
const VARIANT = /<(m[inost]|mtext|ms) mathvariant="(?!normal")([a-z-]+)"([^>]*)>([^<]*)/g;

function printVariant(_: string, tag: string, variant: string, rest: string, text: string): string {
  if (tag !== "mtext") return `<${tag}${rest}>${toVariant(text, variant)}`;
  // Words stay words, for screen readers and for letters with marks.
  const style = TEXT_STYLES.filter(([name]) => variant.includes(name)).map(([, css]) => css);
  return `<${tag}${rest}${style.length === 0 ? "" : ` style="${style.join(";")}"`}>${text}`;
}

const TEXT_STYLES = [
  ["bold", "font-weight:bold"],
  ["italic", "font-style:italic"],
  ["sans-serif", "font-family:sans-serif"],
  ["monospace", "font-family:monospace"],
] as const;

interface Table {
  align: string[];
  lines: string[];
  /** Between two columns. */
  gap: string;
  rowLines: string[];
  row: number;
  column: number;
}

/** Cells get what their table says of their column; the glue beside a numbered equation is no column. */
function styleTables(mathml: string): string {
  if (!mathml.includes("<mtable")) return mathml;
  const open: Table[] = [];
  return mathml.replace(/<(\/?)(mtable|mtr|mtd)\b([^>]*)>/g, (tag, close, name, attributes) => {
    if (close !== "") {
      if (name === "mtable") open.pop();
      return tag;
    }
    if (name === "mtable") {
      open.push(readTable(attributes));
      return attributes.includes('width="100%"') ? '<mtable style="width:100%">' : "<mtable>";
    }
    const table = open.at(-1);
    if (table === undefined) return tag;
    if (name === "mtr") {
      table.column = 0;
      table.row += 1;
      return tag;
    }
    if (attributes.includes("mml-eqn-num")) return '<mtd class="equation-number">';
    if (/mtr-glue|width="50%"/.test(attributes)) return '<mtd style="width:50%">';
    const style = cellStyle(table);
    table.column += 1;
    return `<mtd${style === "" ? "" : ` style="${style}"`}>`;
  });
}

function readTable(attributes: string): Table {
  const list = (name: string): string[] =>
    new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]?.split(" ") ?? [];
  return {
    align: list("columnalign"),
    lines: list("columnlines"),
    rowLines: list("rowlines"),
    gap: list("columnspacing")[0] ?? "",
    row: -1,
    column: 0,
  };
}

function cellStyle({ align, lines, rowLines, gap, row, column }: Table): string {
  const side = align[column] ?? "";
  const [left, top] = [lineBefore(lines, column), lineBefore(rowLines, row)];
  return [
    ...(side === "left" || side === "right" ? [`text-align:${side}`] : []),
    ...(gap === "0em" || gap === "" ? ["padding-inline:0"] : []),
    ...(left === "none" ? [] : [`border-left:1px ${left}`]),
    ...(top === "none" ? [] : [`border-top:1px ${top}`]),
  ].join(";");
}

/** A list's last entry holds for all that follow. */
const lineBefore = (lines: string[], place: number): string =>
  place === 0 ? "none" : (lines[place - 1] ?? lines.at(-1) ?? "none");
