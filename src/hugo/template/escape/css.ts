// Values inside CSS: Go's html/template/css.go.

const REFUSED = "ZgotmplZ";

/** A value between signs: a keyword, a number, a colour; nothing that ends the declaration. */
export function filterCss(text: string): string {
  const decoded = decode(text);
  if (/[\0"'()/;@[\\\]`{}<>]|--/.test(decoded)) return REFUSED;
  const word = decoded.replace(/[^\w-]/g, "").toLowerCase();
  return word.includes("expression") || word.includes("mozbinding") ? REFUSED : decoded;
}

const decode = (text: string): string =>
  text.replace(/\\(?:([0-9a-fA-F]{1,6})[ \t\n\f\r]?|([\s\S]))/g, (_, hex, sign) => {
    if (hex === undefined) return sign;
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });

export const escapeCssString = (text: string): string =>
  text.replace(/[\0\t\n\f\r"&'()+/:;<>\\{}]/g, (sign, at: number) => {
    if (sign === "\\") return "\\\\";
    const next = text.charAt(at + 1);
    const code = `\\${sign.charCodeAt(0).toString(16)}`;
    return next === "" || /[0-9a-fA-F \t\n\f\r]/.test(next) ? `${code} ` : code;
  });
