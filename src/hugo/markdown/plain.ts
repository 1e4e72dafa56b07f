// HTML to text as Hugo's `.Plain` does it, and the counts made from it.

/**
 * Tags and comments dropped, the contents of scripts and styles too; references stay as they are.
 * As Go's html/template does it: a tag with a stray quote or `<` in it swallows the rest of the text.
 */
export function stripTags(html: string): string {
  let out = "";
  let position = 0;
  for (;;) {
    const open = nextTag(html, position);
    if (open < 0) return out + html.slice(position);
    // The first tag's name is the end of all, as in a word of a summary: it stays.
    if (position === 0 && /^<(?:!--|\/?[A-Za-z][A-Za-z0-9]*)$/.test(html.slice(open))) return html;
    out += html.slice(position, open);
    const end = html.startsWith("<!--", open)
      ? commentEnd(html, open)
      : (simpleEnd(html, open) ?? tagEnd(html, open));
    if (end < 0) return out;
    position = end;
    TEXT_ELEMENT.lastIndex = open;
    const name = TEXT_ELEMENT.exec(html)?.[1];
    if (name === undefined) continue;
    const close = endTag(name, html, position);
    if (close < 0) return out + html.slice(position);
    // Go looks back for what ended the text, and finds any `<` in it.
    const text = html.slice(position, close);
    out += text.includes("<") ? text.slice(0, text.lastIndexOf("<")) : text;
    position = close;
  }
}

/** What stands in them is text, whatever it looks like. */
const TEXT_ELEMENT = /<(title|textarea)(?=[\s/>])/iy;

const TAG = /<(?:!--|\/?[A-Za-z])/g;

function nextTag(html: string, start: number): number {
  TAG.lastIndex = start;
  return TAG.exec(html)?.index ?? -1;
}

function commentEnd(html: string, open: number): number {
  const end = html.indexOf("-->", open + 4);
  return end < 0 ? -1 : end + 3;
}

/** What Markdown prints itself, in one look. */
const SIMPLE = /<\/?(?!script|style|title|textarea)[a-z][a-z0-9]*(?: [a-z][a-z-]*="[^"]*")*>/y;

function simpleEnd(html: string, open: number): number | null {
  SIMPLE.lastIndex = open;
  return SIMPLE.test(html) ? SIMPLE.lastIndex : null;
}

const NAME = /<\/?([A-Za-z](?:[A-Za-z0-9]|[:-](?=[A-Za-z0-9]))*)/y;
const SPACE = /[ \t\n\f\r]*/y;
const ATTRIBUTE_NAME = /[^ \t\n\f\r=>'"<]+/y;
const UNQUOTED = /[^ \t\n\f\r>]*/y;

/** Where the tag at `open`, and the script or style that it begins, ends; -1 if it never does. */
function tagEnd(html: string, open: number): number {
  NAME.lastIndex = open;
  const name = NAME.exec(html)?.[1]?.toLowerCase() ?? "";
  let position = NAME.lastIndex;
  for (;;) {
    position = skip(SPACE, html, position);
    if (html.charAt(position) === ">") break;
    const end = skip(ATTRIBUTE_NAME, html, position);
    if (end === position || /['"<]/.test(html.charAt(end))) return -1;
    position = skip(SPACE, html, end);
    if (html.charAt(position) !== "=") continue;
    position = valueEnd(html, skip(SPACE, html, position + 1));
    if (position < 0) return -1;
  }
  position++;
  if (html.charAt(open + 1) === "/" || (name !== "script" && name !== "style")) return position;
  return endTag(name, html, position);
}

function endTag(name: string, html: string, from: number): number {
  const tag = new RegExp(`</${name}(?=[ \\t\\n\\f/>])`, "gi");
  tag.lastIndex = from;
  return tag.exec(html)?.index ?? -1;
}

function valueEnd(html: string, start: number): number {
  const quote = html.charAt(start);
  if (quote !== '"' && quote !== "'") {
    const end = skip(UNQUOTED, html, start);
    return end < html.length ? end : -1;
  }
  const end = html.indexOf(quote, start + 1);
  return end < 0 ? -1 : end + 1;
}

function skip(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** Hugo's `.Plain` of rendered content. */
export function plainText(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const spaced = html.replace(/\n|<\/p>|<br>|<br \/>/g, (part) => (part === "\n" ? " " : "\n"));
  return withSingleBlanks(stripTags(spaced));
}

/** Of blanks in a row the first stays. A loop: on every word of a post a pattern would begin anew. */
function withSingleBlanks(text: string): string {
  let out = "";
  let from = 0;
  let inBlanks = false;
  for (let i = 0; i < text.length; i++) {
    const blank = isBlank(text.charCodeAt(i));
    if (blank && inBlanks) {
      out += text.slice(from, i);
      from = i + 1;
    }
    inBlanks = blank;
  }
  return out + text.slice(from);
}

/** Go's `unicode.IsSpace`: a byte order mark inside of a text is none, the next line (U+0085) is. */
const isBlank = (c: number): boolean =>
  c === 32 || (c >= 9 && c <= 13) || c === 0x85 || c === 0xa0 || (c >= 0x1680 && WIDE_BLANKS.has(c));

const WIDE_BLANKS = new Set(
  [
    ..."\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
  ].map((blank) => blank.charCodeAt(0)),
);

/** On a CJK page every character of a word that is not all ASCII counts. */
export function countWords(plain: string, cjk: boolean): number {
  let count = 0;
  for (let start = 0; start < plain.length; ) {
    let end = start;
    while (end < plain.length && !isBlank(plain.charCodeAt(end))) end++;
    if (end > start) count += cjk ? countCharacters(plain.slice(start, end)) : 1;
    start = end + 1;
  }
  return count;
}

const countCharacters = (word: string): number =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  /^[\x00-\x7f]*$/.test(word) ? 1 : Array.from(word).length;

export const readingMinutes = (wordCount: number, cjk: boolean): number =>
  Math.ceil(wordCount / (cjk ? 501 : 213));

export const hasCjk = (source: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(source);
