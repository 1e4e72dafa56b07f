// What `deckle check` says, for a person: what readers would lose first, each thing once with the places
// where it stands, and one line at the end. For programs it is JSON, in check.ts.

import { styleText } from "node:util";
import { counted, printable } from "./command-line.ts";
import { CODES, type Finding, failing, GROUPS } from "./finding.ts";
import { describeCopy, type RepairedCopy } from "./repair-copy.ts";
import type { UrlChanges } from "./url-change.ts";

export interface Checked {
  files: number;
  pages: number;
  findings: Finding[];
  /** `null` without `--against`. */
  urls: (UrlChanges & { against: string }) | null;
  repaired: RepairedCopy[];
}

/** Lines of one group, and places of one message, that are shown unless everything is asked for. */
const MOST_LINES = 12;
const MOST_PLACES = 4;

export function printReport(checked: Checked, { all }: { all: boolean }, stream: NodeJS.WriteStream): void {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream });
  const lines: string[] = [];
  for (const code of CODES) {
    const findings = checked.findings.filter((finding) => finding.code === code);
    if (findings.length === 0) continue;
    const { title, fails } = GROUPS[code];
    const mark = fails ? style("red", "✖") : style("yellow", "!");
    lines.push(`${mark} ${style("bold", title)} (${findings.length})`);
    const messages = byMessage(findings, all);
    const shown = all ? messages : messages.slice(0, MOST_LINES);
    lines.push(...shown.map((line) => `  ${line}`));
    if (shown.length < messages.length)
      lines.push(`  … and ${messages.length - shown.length} more: --all shows them`);
    if (code === "damaged-text" && checked.repaired.length === 0)
      lines.push("  --repair writes a mended copy beside each that was UTF-8 once.");
    lines.push("");
  }
  if (checked.urls !== null) lines.push(...describeUrls(checked.urls, all), "");
  if (checked.repaired.length > 0) lines.push(...checked.repaired.map(describeCopy), "");
  const errors = failing(checked.findings).length;
  const remarks = checked.findings.length - errors;
  const verdict = errors > 0 ? style("red", "Fail") : style("green", "Pass");
  lines.push(
    `${verdict}: ${counted(errors, "error")}, ${counted(remarks, "warning")} in ${counted(checked.files, "file")} (${counted(checked.pages, "page")}). Nothing was published.`,
  );
  stream.write(`${lines.join("\n")}\n`);
}

/** What is said of one place stands behind it; what is said of several, before them. */
function byMessage(findings: Finding[], all: boolean): string[] {
  return [...Map.groupBy(findings, ({ message }) => printable(message))].flatMap(([message, same]) => {
    const places = same.map(({ path, line }) => [path, line].filter((part) => part !== undefined).join(":"));
    if (places.length === 1) return places[0] === "" ? [message] : [`${places[0]}  ${message}`];
    const shown = all ? places : places.slice(0, MOST_PLACES);
    const rest = places.length - shown.length;
    return [message, `    ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`];
  });
}

function describeUrls(
  { against, kept, moved, lost, ofTheme }: UrlChanges & { against: string },
  all: boolean,
) {
  const shown = all ? moved : moved.slice(0, MOST_PLACES);
  return [
    `Of ${counted(kept.length + moved.length + lost.length, "address")} in ${against}: ${kept.length} kept, ${moved.length} moved with a redirect, ${lost.length} lost.`.replace(
      "addresss",
      "addresses",
    ),
    ...shown.map(({ from, to }) => `  ${from} → ${to}`),
    ...(shown.length < moved.length
      ? [`  … and ${moved.length - shown.length} more moved: --all shows them`]
      : []),
    ...(ofTheme.length > 0
      ? [`Not counted: ${counted(ofTheme.length, "file")} that a theme or Hugo's image processing made.`]
      : []),
  ];
}
