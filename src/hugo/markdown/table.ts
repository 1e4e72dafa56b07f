// Tables: lines of a paragraph that follow a header and its delimiter row.

import { type Alignment, Block } from "./block.ts";
import type { Budget } from "./budget.ts";
import { isBlank, trimSpace } from "./character.ts";
import { indentWidth } from "./line-reader.ts";

/** Wider than anybody reads; every row is filled to the header's width. */
const MAX_COLUMNS = 500;

/** Puts the table that the paragraph's lines hold after it; what stands before stays a paragraph. */
export function tableFrom(paragraph: Block, budget: Budget): void {
  const { lines, parent } = paragraph;
  for (let i = 1; i < lines.length; i++) {
    const aligns = readDelimiters(lines[i] ?? "");
    if (!aligns) continue;
    const header = readRow(lines[i - 1] ?? "", aligns, true);
    if (header.children.length !== aligns.length || aligns.length > MAX_COLUMNS) return;
    const table = new Block("table");
    table.append(header);
    for (const line of lines.slice(i + 1)) {
      budget.spend(aligns.length);
      table.append(readRow(line, aligns, false));
    }
    parent?.insertAfter(paragraph, table);
    paragraph.lines = lines.slice(0, i - 1);
    if (paragraph.lines.length === 0) parent?.remove(paragraph);
    return;
  }
}

function readDelimiters(line: string): Alignment[] | null {
  if (!/^[\s\-|:]+$/.test(line) || indentWidth(line, 0).width > 3) return null;
  const columns = line.split("|");
  if (isBlank(columns[0] ?? "")) columns.shift();
  if (isBlank(columns.at(-1) ?? "x")) columns.pop();
  const aligns: Alignment[] = [];
  for (const column of columns) {
    const found = /^(:?)-+(:?)$/.exec(trimSpace(column));
    if (!found) return null;
    const [, left, right] = found;
    aligns.push(left ? (right ? "center" : "left") : right ? "right" : null);
  }
  return aligns.length === 0 ? null : aligns;
}

function readRow(source: string, aligns: Alignment[], isHeader: boolean): Block {
  const line = trimSpace(source);
  const row = new Block("row");
  let position = line.startsWith("|") ? 1 : 0;
  const limit = line.endsWith("|") ? line.length - 1 : line.length;
  let column = 0;
  for (; position < limit; column++) {
    if (column >= aligns.length && !isHeader) return row;
    const cell = new Block("cell");
    cell.align = aligns[column] ?? null;
    let backtick = false;
    let end = position;
    for (; end < limit; end++) {
      const c = line.charCodeAt(end);
      if (c === 96) backtick = true;
      else if (c === 124) {
        if (end === 0 || line.charCodeAt(end - 1) !== 92) break;
        if (backtick) cell.escapedPipes = true;
      }
    }
    const text = trimSpace(line.slice(position, end));
    if (text !== "") cell.lines.push(text);
    row.append(cell);
    position = end + 1;
  }
  for (; column < aligns.length; column++) row.append(new Block("cell"));
  return row;
}
