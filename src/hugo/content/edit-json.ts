// One key of JSON front matter, changed where it stands.

import type { Change, KeyEdit } from "./edit-front-matter.ts";
import { joinFlow, rewriteItems } from "./edit-list.ts";

export function editJson({ source, key, change, eol }: KeyEdit): string | null {
  const members = readMembers(source);
  if (!members) return null;
  const index = members.findLastIndex((member) => member.key.toLowerCase() === key.toLowerCase());
  const member = members[index];
  if (!member) return change === null ? source : addMember(source, members, key, change, eol);
  if (change === null) return removeMember(source, members, index);
  const old = source.slice(member.valueStart, member.end);
  const text =
    Array.isArray(change) && old.startsWith("[") ? rewriteArray(old, change) : JSON.stringify(change);
  return source.slice(0, member.valueStart) + text + source.slice(member.end);
}

interface Member {
  key: string;
  start: number;
  valueStart: number;
  end: number;
}

function addMember(
  source: string,
  members: Member[],
  key: string,
  change: NonNullable<Change>,
  eol: string,
): string {
  const last = members.at(-1);
  const text = `${JSON.stringify(key)}: ${JSON.stringify(change)}`;
  if (!last) return `{${eol}  ${text}${eol}}`;
  // The new member stands as its neighbour does: on a line of its own or on the same.
  const [first] = members;
  const lead = first ? (/\s*$/.exec(source.slice(0, first.start))?.[0] ?? "") : "";
  return `${source.slice(0, last.end)},${lead.includes("\n") ? lead : " "}${text}${source.slice(last.end)}`;
}

function removeMember(source: string, members: Member[], index: number): string {
  const member = members[index];
  const [before, after] = [members[index - 1], members[index + 1]];
  if (!member) return source;
  if (after) return source.slice(0, member.start) + source.slice(after.start);
  return source.slice(0, before ? before.end : member.start) + source.slice(member.end);
}

function rewriteArray(source: string, values: string[]): string {
  const spans = readValues(source);
  if (!spans) return JSON.stringify(values);
  const old = spans.map(({ start, end }) => {
    const item = source.slice(start, end);
    return { source: item, value: String(JSON.parse(item)) };
  });
  const write = (value: string): string => JSON.stringify(value);
  return joinFlow(
    source,
    spans,
    rewriteItems(old, values, { change: (_, value) => write(value), add: write }),
  );
}

/** An array's strings; `null` if it holds anything else. */
function readValues(source: string): { start: number; end: number }[] | null {
  const spans = [...source.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  const rest = source.replace(/"(?:[^"\\]|\\.)*"/g, "");
  return /^\[[\s,]*\]$/.test(rest) ? spans : null;
}

/** The members of the outermost object. The text has been read as JSON before. */
function readMembers(source: string): Member[] | null {
  const members: Member[] = [];
  let depth = 0;
  let open: { key: string; start: number; valueStart: number } | null = null;
  let key: { text: string; start: number } | null = null;
  let lastEnd = 0;
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g)) {
    const closes = token === "}" || token === "]";
    if (closes) depth -= 1;
    if (open && ((depth === 1 && token === ",") || (depth === 0 && closes))) {
      members.push({ ...open, end: lastEnd });
      open = null;
      key = null;
    } else if (depth === 1 && !open && token.startsWith('"')) key = { text: token, start: index };
    else if (depth === 1 && !open && token === ":" && key) {
      const valueStart = index + 1 + (/^\s*/.exec(source.slice(index + 1))?.[0].length ?? 0);
      open = { key: String(JSON.parse(key.text)), start: key.start, valueStart };
    }
    if (token === "{" || token === "[") depth += 1;
    lastEnd = index + token.length;
  }
  return depth === 0 ? members : null;
}
