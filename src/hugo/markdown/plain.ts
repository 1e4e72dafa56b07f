// HTML to text as Hugo's `.Plain` does it, and the counts made from it.

/** Tags and comments dropped, the contents of scripts and styles too; references stay as they are. */
export function stripTags(html: string): string {
  if (!html.includes("<")) return html;
  let out = "";
  for (let i = 0; i < html.length; ) {
    const open = html.indexOf("<", i);
    if (open < 0) return out + html.slice(i);
    out += html.slice(i, open);
    const end = tagEnd(html, open);
    if (end < 0) {
      out += "<";
      i = open + 1;
    } else i = end;
  }
  return out;
}

const RAW = /^<(script|style)(?=[\s/>])/i;

/** Where what begins with the `<` at `open` ends; -1 if it is no tag. */
function tagEnd(html: string, open: number): number {
  if (html.startsWith("<!--", open)) {
    const end = html.indexOf("-->", open + 4);
    return end < 0 ? html.length : end + 3;
  }
  if (!/[A-Za-z/!?]/.test(html.charAt(open + 1))) return -1;
  if (html.charAt(open + 1) === "/" && !/[A-Za-z]/.test(html.charAt(open + 2))) return -1;
  const end = closeTag(html, open + 1);
  const raw = RAW.exec(html.slice(open, open + 8));
  if (!raw) return end;
  const close = html.toLowerCase().indexOf(`</${(raw[1] ?? "").toLowerCase()}`, end);
  return close < 0 ? html.length : closeTag(html, close);
}

/** The position after the tag's `>`, quoted values skipped. */
function closeTag(html: string, start: number): number {
  let quote = 0;
  for (let i = start; i < html.length; i++) {
    const c = html.charCodeAt(i);
    if (quote) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) {
      if (html.charCodeAt(i - 1) === 61) quote = c;
    } else if (c === 62) return i + 1;
  }
  return html.length;
}

/** Hugo's `.Plain` of rendered content. */
export function plainText(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const spaced = html.replace(/\n|<\/p>|<br>|<br \/>/g, (part) => (part === "\n" ? " " : "\n"));
  const text = stripTags(spaced);
  return spaced === html ? text : text.replace(/([\s\u0085])[\s\u0085]+/g, "$1");
}

const words = (plain: string): string[] => plain.split(/[\s\u0085]+/).filter((word) => word !== "");

/** On a CJK page every character of a word that is not all ASCII counts. */
export function countWords(plain: string, cjk: boolean): number {
  const all = words(plain);
  if (!cjk) return all.length;
  let count = 0;
  for (const word of all) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
    count += /^[\x00-\x7f]*$/.test(word) ? 1 : Array.from(word).length;
  }
  return count;
}

export const readingMinutes = (wordCount: number, cjk: boolean): number =>
  Math.ceil(wordCount / (cjk ? 501 : 213));

export const hasCjk = (source: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(source);
