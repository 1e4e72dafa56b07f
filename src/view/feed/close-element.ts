// A summary ends where its text is long enough, as in Hugo, be that inside a list: what is open then is closed.

import type { TrustedHtml } from "../../site/page.ts";

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/gi;
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

export function closeElements(html: TrustedHtml): TrustedHtml {
  const open: string[] = [];
  for (const [tag, slash, written = ""] of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (VOID.has(name) || tag.endsWith("/>")) continue;
    if (slash === "") open.push(name);
    else if (open.at(-1) === name) open.pop();
  }
  const ends = open.reverse().map((name) => `</${name}>`);
  return (html + ends.join("")) as TrustedHtml;
}
