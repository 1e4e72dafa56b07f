// Keys as they are written in a configuration file, for messages: they are read in lower case.

export interface WrittenKey {
  key: string;
  /** From 1. */
  line: number;
}

/** All that look like keys, in order, by their lower case. */
export function writtenKeys(text: string): Map<string, WrittenKey[]> {
  const found = text
    .split("\n")
    .flatMap((line, i) => Array.from(line.matchAll(KEY), ([, key = ""]) => ({ key, line: i + 1 })));
  return Map.groupBy(found, ({ key }) => key.toLowerCase());
}

/** `key:`, `key =`, `"key":`, `[key]` and `[above.key]`. */
const KEY = /([\p{L}\p{N}_-]+)["']?[ \t]{0,9}[:=\].]/gu;
