// Hugo's `.Plain` for a person to read: one line, references resolved.

import { decodeHTMLStrict } from "entities";

export const readableText = (plain: string): string =>
  (plain.includes("&") ? decodeHTMLStrict(plain) : plain).replace(/\s+/g, " ").trim();
