// What is wrong with YAML that cannot be read, and where: the parser says where it could not go on, an
// author wants the line that made it so.

import { type Document, type LineCounter, visit } from "yaml";
import { RefusedData } from "./refused-data.ts";

/** A quoted text with a line in it that begins as a key does: its end was forgotten. */
const SWALLOWS_KEY = /^["'][\s\S]*\n *[\w.-]+:(?:\s|$)/;

/** `null` if the document can be read. */
export function findYamlFault(
  text: string,
  document: Document.Parsed,
  counter: LineCounter,
): RefusedData | null {
  const error = document.errors[0];
  if (error === undefined) return null;
  const lines = text.split("\n");
  const line = counter.linePos(error.pos[0]).line;
  if (/^(?:--|[–—]+)\s*$/.test(lines[line - 1] ?? ""))
    return new RefusedData(
      `the line “${lines[line - 1]?.trim()}” does not end it. Write \`---\` there.`,
      line,
    );
  const open = findOpen(text, document, error.pos[0]);
  if (open !== null) return new RefusedData(open.message, counter.linePos(open.at).line);
  const indented = findIndented(lines, error.code, line);
  if (indented !== null)
    return new RefusedData(
      "a key does not begin below the key before it. Take out the blanks before it.",
      indented,
    );
  return new RefusedData(remedyFor(error.message), line);
}

/** Where quotes or a bracket begin that do not end. */
function findOpen(
  text: string,
  document: Document.Parsed,
  end: number,
): { message: string; at: number } | null {
  let open: { message: string; at: number } | null = null;
  visit(document, {
    Scalar(_, { range }) {
      const [at, valueEnd] = range ?? [end, end];
      const written = text.slice(at, valueEnd);
      const next = text.indexOf("\n", valueEnd);
      const goesOn = (next < 0 || next >= end) && SWALLOWS_KEY.test(written);
      if (!goesOn && !isOpenQuote(written)) return undefined;
      open = { message: "the quotes that begin here do not end on this line. Close the quotes.", at };
      return visit.BREAK;
    },
    Collection(_, { flow, range }) {
      const [at, valueEnd] = range ?? [end, end];
      if (flow === true && at < end && !/[\]}]/.test(text.charAt(valueEnd - 1)))
        open = { message: "the bracket that begins here does not end. Close the bracket.", at };
    },
  });
  return open;
}

const isOpenQuote = (written: string): boolean =>
  /^["']/.test(written) && (written.length === 1 || !written.endsWith(written.charAt(0)));

/** The first line whose blanks make it part of a value above, or the first key's if others stand before it. */
function findIndented(lines: string[], code: string, line: number): number | null {
  const indent = (at: number): number => lines[at - 1]?.search(/\S/) ?? -1;
  const after = lines.findIndex((text, i) => i >= line && text.trim() !== "") + 1;
  if (code === "BLOCK_AS_IMPLICIT_KEY")
    return after > 0 && indent(after) > indent(line) && /^\s+[\w.-]+:/.test(lines[after - 1] ?? "")
      ? after
      : null;
  const first = lines.findIndex((text) => /^ *[\w.-]+:/.test(text)) + 1;
  return code === "UNEXPECTED_TOKEN" && first > 0 && first < line && indent(first) > indent(line)
    ? first
    : null;
}

function remedyFor(message: string): string {
  const reason = message.replace(/\s+/g, " ").replace(/\.$/, "");
  if (/tab/i.test(reason)) return `${reason}. Indent with spaces.`;
  if (/Nested mappings|implicit key|unexpected scalar|Unexpected/i.test(reason)) {
    return `${reason}. A text with a colon, a quote or a sign at its start needs quotes round the whole of it.`;
  }
  if (/quote/i.test(reason)) return `${reason}. Close the quotes.`;
  if (/flow|bracket|\]|\}/i.test(reason)) return `${reason}. Close the bracket.`;
  return `${reason}. Correct the YAML there.`;
}
