// Reading a verb's options, and the few ways in which a command talks to a terminal. A wrong option
// is one line and exit code 2.

import { type ParseArgsConfig, parseArgs } from "node:util";
import { MARK } from "../hugo/content/damage.ts";
import type { Problem, Warning } from "../site/problem.ts";
import type { Progress } from "./apply-change.ts";
import { CommandFailure } from "./failure.ts";

/** What every file of a verb exports. */
export interface Verb {
  help: string;
  run(args: string[]): Promise<void>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Positionals are only those that `positionals` names, all of them optional. */
export function parseOptions<const T extends Options>(
  args: string[],
  options: T,
  positionals: readonly string[] = [],
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
    const extra = parsed.positionals[positionals.length];
    if (extra !== undefined) throw new TypeError(`Unexpected argument '${extra}'`);
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [line = ""] = error.message.split(/\n|\. To specify/);
    throw new CommandFailure(`${line}. See --help.`, 2);
  }
}

/** `content/posts/a.md:3: what is wrong`. */
export function formatFinding({ path, line, message }: Problem | Warning): string {
  const place = [path, line].filter((part) => part !== undefined).join(":");
  return printable(place === "" ? message : `${place}: ${message}`);
}

/** What stands in an author's file may not give a terminal orders. */
export const printable = (text: string): string => text.replace(CONTROLS, MARK);

/** The same for JSON: it means what it meant. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(
    CONTROLS,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** But for tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

export interface Bar extends Progress {
  fetched(files: number, of: number): void;
  clear(): void;
}

/** A bar that grows in place on a terminal, and nothing at all elsewhere. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): Bar {
  const draw = (label: string, n: number, of: number) => {
    if (!stream.isTTY || of === 0) return;
    const width = 30;
    const full = Math.round((n / of) * width);
    stream.write(`\r\x1b[K${label} ${"█".repeat(full)}${"░".repeat(width - full)} ${n}/${of}`);
  };
  return {
    uploaded: (n, of) => draw("Uploading", n, of),
    rendered: (n, of) => draw("Rendering", n, of),
    fetched: (n, of) => draw("Fetching", n, of),
    clear: () => {
      if (stream.isTTY) stream.write("\r\x1b[K");
    },
  };
}
