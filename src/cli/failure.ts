// What stops a command in a way that the person at the keyboard can mend: one clear message and an
// exit code. Anything else that is thrown is a defect and shows its stack.

/** 1: it was tried and failed. 2: the command line itself was wrong. */
export type ExitCode = 1 | 2;

export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message);
    this.name = "CommandFailure";
    this.exitCode = exitCode;
  }
}

/** The `code` of a Node error (`ENOENT`, `EADDRINUSE`), or empty. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
