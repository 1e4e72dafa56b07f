// Go's html/template escaping, as the shortcodes need it: text, attributes, and addresses.

const SIGNS: { [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** For text and for quoted attributes. */
export const escapeGo = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** What Go prints in place of an address with a scheme that could run something. */
const REFUSED = "#ZgotmplZ";

/** For `href` and `src`: dangerous schemes refused, what may not stand in an address encoded. */
export function escapeAddress(address: string): string {
  const scheme = /^([^/?#]*?):/.exec(address)?.[1];
  if (scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme)) return REFUSED;
  return escapeGo(normaliseAddress(address));
}

function normaliseAddress(address: string): string {
  return address.replace(/%(?![0-9a-fA-F]{2})|[^\w!#$%&*+,\-./:;=?@[\]~]+/gu, (part) =>
    part === "%"
      ? "%25"
      : encodeURIComponent(part.toWellFormed()).replace(/['()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  );
}

/** ` name="value"`, or nothing for an empty value. */
export const attribute = (name: string, value: string): string =>
  value === "" ? "" : ` ${name}="${escapeGo(value)}"`;

export const addressAttribute = (name: string, value: string): string =>
  value === "" ? "" : ` ${name}="${escapeAddress(value)}"`;
