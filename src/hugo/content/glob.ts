// Hugo's glob patterns on paths. A table of positions instead of a regular expression: its cost is
// pattern times path, whatever an author writes.

/** `*` and `?` within a folder, `**` across folders, `[a-z]`, `[!a]`, `{a,b}`, `\` for the next sign itself. */
export function matchesGlob(path: string, glob: string): boolean {
  return alternatives(glob).some((pattern) => matches([...path], tokensOf(pattern)));
}

/** A path's characters that a token takes: one that fits, or any number of them. */
interface Token {
  fits: (char: string) => boolean;
  repeats: boolean;
}

function matches(path: string[], tokens: Token[]): boolean {
  // `reached[i]`: the tokens so far can take exactly the first `i` characters.
  let reached: boolean[] = [true, ...path.map(() => false)];
  for (const { fits, repeats } of tokens) {
    const next: boolean[] = [repeats && reached[0] === true];
    for (const [index, char] of path.entries()) {
      const taken = fits(char) && (reached[index] === true || (repeats && next[index] === true));
      next.push(taken || (repeats && reached[index + 1] === true));
    }
    reached = next;
  }
  return reached.at(-1) === true;
}

function tokensOf(pattern: string): Token[] {
  const parts = pattern.matchAll(/\*\*|\*|\?|\[(!?)([^\]]*)\]|\\(.)|(.)/gsu);
  return Array.from(parts, ([whole, negated, set, escaped, char]): Token => {
    if (whole === "**") return { fits: () => true, repeats: true };
    if (whole === "*") return { fits: (c) => c !== "/", repeats: true };
    if (whole === "?") return { fits: (c) => c !== "/", repeats: false };
    if (set !== undefined) return { fits: (c) => isInSet(c, set) !== (negated === "!"), repeats: false };
    const literal = escaped ?? char ?? "";
    return { fits: (c) => c === literal, repeats: false };
  });
}

function isInSet(char: string, set: string): boolean {
  return Array.from(set.matchAll(/(.)-(.)|(.)/gsu)).some(([, from, to, single]) =>
    from !== undefined && to !== undefined ? char >= from && char <= to : char === single,
  );
}

/** `{a,b}c` is `ac` or `bc`. Braces within braces are not read. */
function alternatives(glob: string): string[] {
  let patterns = [""];
  for (const part of glob.split(/(\{[^{}]*\})/)) {
    const choices = part.startsWith("{") && part.endsWith("}") ? part.slice(1, -1).split(",") : [part];
    patterns = patterns
      .flatMap((start) => choices.map((choice) => start + choice))
      .slice(0, MAX_ALTERNATIVES);
  }
  return patterns;
}

const MAX_ALTERNATIVES = 64;
