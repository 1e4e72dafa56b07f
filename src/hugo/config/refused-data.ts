// Why a text cannot be read as data, thrown inside the parsers and answered as a value by
// parse-data.ts.

export class RefusedData extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export const MAX_DEPTH = 100;
export const TOO_DEEP = "the values are nested too deeply. Flatten them.";
