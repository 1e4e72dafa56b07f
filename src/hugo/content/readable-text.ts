// Text out of HTML for a person to read, as Hugo's `plainify | htmlUnescape` makes it: for list
// entries and meta descriptions.

import { resolveReferences } from "../markdown/escape.ts";
import { plainText } from "../markdown/plain.ts";

export function readableText(html: string): string {
  return resolveReferences(plainText(html)).trim();
}
