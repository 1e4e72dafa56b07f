// Line breaks between East Asian characters, which a browser would turn into a space.
// Source: Goldmark's two styles, "simple" and CSS Text Level 3's draft.

const wide = (char: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Yi}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u.test(
    char,
  );
const spaceDiscarding = (char: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Yi}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u.test(
    char,
  );

export function dropsLineBreak(
  before: string,
  after: string,
  style: "none" | "simple" | "css3draft",
): boolean {
  if (style === "none") return false;
  const last = before.match(/.$/su)?.[0] ?? "";
  const first = after.match(/^./su)?.[0] ?? "";
  // With nothing but text on both sides Goldmark prints the break; else it is dropped.
  if (last === "" || first === "") return true;
  if (style === "simple") return wide(last) && wide(first);
  return spaceDiscarding(last) && spaceDiscarding(first);
}
