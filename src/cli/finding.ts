// What `deckle check` finds, in its order of weight: what readers would lose first. Owns the codes of
// its JSON (docs/CHECK.md), and which of them make the check fail.

import type { Problem, Warning } from "../site/problem.ts";

export interface Finding {
  code: FindingCode;
  message: string;
  /** Of the file, below the site's folder. */
  path?: string;
  line?: number;
}

interface Group {
  /** Whether readers lose something that they have: then the check fails. */
  fails: boolean;
  title: string;
}

/** In the order in which they are shown. */
export const GROUPS = {
  refused: { fails: true, title: "Files that cannot be published" },
  "lost-url": { fails: true, title: "Addresses that would be lost" },
  "damaged-text": { fails: true, title: "Damaged text" },
  "not-rendered": { fails: true, title: "Shortcodes, hooks and formulas that are not rendered" },
  "same-url": { fails: true, title: "Pages with the same address" },
  configuration: { fails: false, title: "Configuration" },
  "unused-template": { fails: false, title: "Page templates that are not used" },
  "missing-picture": { fails: false, title: "Pictures that are not there" },
  "broken-link": { fails: false, title: "Links that lead nowhere" },
  other: { fails: false, title: "Other remarks" },
} as const satisfies { [code: string]: Group };

export type FindingCode = keyof typeof GROUPS;

export const CODES = Object.keys(GROUPS) as FindingCode[];

export const failing = (findings: Finding[]): Finding[] => findings.filter(({ code }) => GROUPS[code].fails);

export function findingOfProblem({ message, path, line }: Problem): Finding {
  return { code: "refused", message, ...placed(path, line) };
}

export function findingOfWarning({ code, message, path, line }: Warning): Finding {
  return {
    code: code ?? (path.startsWith("content/") ? "other" : "configuration"),
    message,
    ...placed(path, line),
  };
}

function placed(path: string | undefined, line: number | undefined): Pick<Finding, "path" | "line"> {
  return { ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }) };
}
