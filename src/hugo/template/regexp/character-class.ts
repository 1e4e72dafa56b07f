// `[a-z]`, `\d`, `\p{Greek}`, `[[:alpha:]]` and single escapes of RE2: which characters fit.

import { TemplateError } from "../value.ts";

type Fits = (char: string) => boolean;

const POSIX: { [name: string]: RegExp } = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  ascii: /\p{ASCII}/u,
  blank: /[\t ]/,
  cntrl: /(?=\p{ASCII})\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t\n\v\f\r ]/,
  upper: /[A-Z]/,
  word: /[0-9A-Za-z_]/,
  xdigit: /[0-9A-Fa-f]/,
};

const PERL: { [letter: string]: RegExp } = { d: /[0-9]/, w: /[0-9A-Za-z_]/, s: /[\t\n\f\r ]/ };

const CONTROL: { [letter: string]: string } = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

export interface Escape {
  fits: Fits;
  /** The one character that it means; `null` for a class. */
  char: string | null;
  end: number;
}

/** At a backslash. */
export function readEscape(source: string, at: number): Escape {
  const letter = String.fromCodePoint(source.codePointAt(at + 1) ?? 0x5c);
  const end = at + 1 + letter.length;
  const perl = PERL[letter.toLowerCase()];
  if (perl && /[dwsDWS]/.test(letter)) {
    const wanted = letter === letter.toLowerCase();
    return { fits: (char) => perl.test(char) === wanted, char: null, end };
  }
  if (letter === "p" || letter === "P") return readProperty(source, at);
  const hex = /\\x(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/y;
  hex.lastIndex = at;
  const digits = hex.exec(source);
  if (digits) {
    const code = Number.parseInt(digits[1] ?? digits[2] ?? "0", 16);
    return one(code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code), hex.lastIndex);
  }
  const control = CONTROL[letter];
  if (control !== undefined) return one(control, end);
  if (/[0-9A-Za-z]/.test(letter))
    throw new TemplateError(`\\${letter} is not supported in a regular expression`);
  return one(letter, end);
}

const one = (char: string, end: number): Escape => ({ fits: (other) => other === char, char, end });

/** `\pL`, `\p{Greek}`, `\P{^L}`. */
function readProperty(source: string, at: number): Escape {
  const found = /\\([pP])(?:\{(\^?)(\w+)\}|([A-Z]))/y;
  found.lastIndex = at;
  const [, letter, not, long, short] = found.exec(source) ?? [];
  const name = long ?? short ?? "";
  const wanted = (letter === "p") === (not !== "^");
  const test = property(name);
  return { fits: (char) => test.test(char) === wanted, char: null, end: found.lastIndex };
}

function property(name: string): RegExp {
  for (const source of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
    try {
      return new RegExp(source, "u");
    } catch {
      // a general category has one name, a script another
    }
  }
  throw new TemplateError(`a regular expression knows no characters called ${name}`);
}

/** At a `[`. */
export function readClass(source: string, at: number, ignoresCase: boolean): { fits: Fits; end: number } {
  let position = at + 1;
  const negated = source.charAt(position) === "^";
  if (negated) position++;
  const parts: Fits[] = [];
  for (let first = true; ; first = false) {
    const c = source.charAt(position);
    if (c === "") throw new TemplateError("a [ of a regular expression is not closed");
    if (c === "]" && !first) break;
    const named = /\[:(\^?)(\w+):\]/y;
    named.lastIndex = position;
    const [whole, not, name = ""] = named.exec(source) ?? [];
    const posix = POSIX[name];
    if (whole !== undefined && posix) {
      parts.push((char) => posix.test(char) === (not === ""));
      position += whole.length;
      continue;
    }
    const start = readMember(source, position);
    position = start.end;
    const ranges =
      start.char !== null && source.charAt(position) === "-" && source.charAt(position + 1) !== "]";
    if (!ranges || start.char === null) {
      parts.push(start.fits);
      continue;
    }
    const last = readMember(source, position + 1);
    position = last.end;
    parts.push(between(start.char, last.char));
  }
  const has = (char: string): boolean => parts.some((fits) => fits(char));
  const fits = ignoresCase
    ? (char: string) => has(char) || has(char.toLowerCase()) || has(char.toUpperCase())
    : has;
  return { fits: negated ? (char) => !fits(char) : fits, end: position + 1 };
}

function readMember(source: string, at: number): Escape {
  if (source.charAt(at) === "\\") return readEscape(source, at);
  const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return one(char, at + char.length);
}

function between(first: string, last: string | null): Fits {
  const [from, to] = [first.codePointAt(0) ?? 0, last?.codePointAt(0) ?? -1];
  if (to < from) throw new TemplateError("a range of a regular expression runs backwards");
  return (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= from && code <= to;
  };
}
