// Text to HTML as Goldmark writes it: escaping, backslashes and character references resolved,
// URLs percent-encoded. Owns the signs; which text passes through which of these is the caller's.

import { decodeHTMLStrict } from "entities";
import { isPunctuation } from "./character.ts";

const ESCAPES: { [sign: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `&`, `<`, `>` and `"`, as Goldmark. */
export const escapeHtml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : text;

const GO_ESCAPES: { [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** As Go's `html.EscapeString`, which Chroma and Hugo's code blocks use. */
export const escapeCode = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => GO_ESCAPES[sign] ?? sign) : text;

const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6};|#[0-9]{1,7};|[A-Za-z0-9]+;)/g;

/** Character references that HTML5 knows become their characters; others stay. */
export const resolveReferences = (text: string): string =>
  text.includes("&") ? text.replace(REFERENCE, (whole) => resolveReference(whole)) : text;

function resolveReference(whole: string): string {
  if (whole.charCodeAt(1) !== 35) return decodeHTMLStrict(whole);
  const hex = /^&#x/i.test(whole);
  const code = hex ? Number.parseInt(whole.slice(3, -1), 16) : Number.parseInt(whole.slice(2, -1), 10);
  // No remapping of Windows-1252 as a browser would do: Goldmark takes the number as it is.
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? "\ufffd"
    : String.fromCodePoint(code);
}

/** Text of a paragraph or a title: `\*` and `&amp;` resolved, the rest escaped. */
export function writeText(text: string, escapedSpace = false): string {
  if (!/[\\&<>"\0]/.test(text)) return text;
  let out = "";
  let plain = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1);
      if (isPunctuation(next)) {
        out += escapeHtml(text.slice(plain, i)) + escapeHtml(text.charAt(i + 1));
        plain = i + 2;
        i++;
      } else if (escapedSpace && next === 32) {
        out += escapeHtml(text.slice(plain, i));
        plain = i + 2;
        i++;
      }
    } else if (c === 38) {
      REFERENCE.lastIndex = i;
      const found = /^&(?:#[xX][0-9a-fA-F]{1,6};|#[0-9]{1,7};|[A-Za-z0-9]{1,32};)/.exec(
        text.slice(i, i + 34),
      );
      if (!found) continue;
      const character = resolveReference(found[0]);
      if (character === found[0]) continue;
      out += escapeHtml(text.slice(plain, i)) + escapeHtml(character);
      plain = i + found[0].length;
      i = plain - 1;
    } else if (c === 0) {
      out += `${escapeHtml(text.slice(plain, i))}\ufffd`;
      plain = i + 1;
    }
  }
  return out + escapeHtml(text.slice(plain));
}

const unescapePunctuation = (text: string): string =>
  text.includes("\\") ? text.replace(/\\([!-/:-@[-`{-~])/g, "$1") : text;

/** A link's target as an author wrote it: backslashes and references resolved, then percent-encoded. */
export const writeTarget = (target: string): string =>
  escapeHtml(encodeTarget(resolveReferences(unescapePunctuation(target))));

/** Percent-encodes byte by byte what may not stand in a URL; `%xx` stays as it is. */
export function encodeTarget(target: string): string {
  if (/^[\w!#$&'()*+,\-./:;=?@~]*$/.test(target)) return target;
  return target.replace(/%[0-9a-fA-F][\s\S]|[^\w!#$&'()*+,\-./:;=?@~]+/gu, (part) => {
    if (part.charCodeAt(0) === 37 && part.length >= 3 && /^%[0-9a-fA-F]/.test(part)) return part;
    return encodeURIComponent(part.toWellFormed()).replace(/%25/g, "%25");
  });
}

const DANGEROUS = /^(?:javascript:|vbscript:|file:|data:(?!image\/(?:png|gif|jpeg|webp|svg\+xml);))/i;

export const isDangerous = (target: string): boolean => DANGEROUS.test(target);
