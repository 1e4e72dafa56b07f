// Addresses in angle brackets: `<https://a.example>`, `<me@a.example>`. Owns what counts as a
// mail address, which linkify.ts shares.

import { Inline } from "./inline.ts";
import type { Taken } from "./inline-parser.ts";

const SCHEME = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\0- <>\x7f]*)>/y;
const LOCAL = /[A-Za-z0-9!#$%&'*+\-./=?^_`{|}~]+/y;
const DOMAIN =
  /[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/y;

/** Up to where no mail address can begin: a run that ends without `@` is looked at once. */
export interface MailMemo {
  until: number;
}

/** Where the mail address that begins at `start` ends; -1 if none does. */
export function findEmail(text: string, start: number, memo: MailMemo): number {
  if (start < memo.until) return -1;
  LOCAL.lastIndex = start;
  if (!LOCAL.test(text)) return -1;
  const at = LOCAL.lastIndex;
  if (text.charCodeAt(at) !== 64) {
    memo.until = at;
    return -1;
  }
  DOMAIN.lastIndex = at + 1;
  return DOMAIN.test(text) ? DOMAIN.lastIndex : -1;
}

export function parseAutolink(text: string, at: number, memo: MailMemo): Taken | null {
  const end = findEmail(text, at + 1, memo);
  if (end >= 0 && text.charCodeAt(end) === 62) {
    const address = text.slice(at + 1, end);
    return link(/^mailto:/i.test(address) ? address : `mailto:${address}`, address, end + 1);
  }
  SCHEME.lastIndex = at;
  const target = SCHEME.exec(text)?.[1];
  return target === undefined ? null : link(target, target, SCHEME.lastIndex);
}

function link(target: string, label: string, end: number): Taken {
  const node = new Inline("autolink", label);
  node.target = target;
  return { node, end };
}
