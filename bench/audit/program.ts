// Programs of the machine's own, beside which the site goes on being served.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What it printed; `null` when the machine has no such program. Throws when it fails. */
export async function runProgram(name: string, args: string[]): Promise<string | null> {
  try {
    return (await promisify(execFile)(name, args, { maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
