// The visible text of tokens, as Hugo's `PlainText`: what hooks are told. For what ids are made of, see
// plain-inline.ts, which follows the same rules before there are tokens.

import type { Token } from "marked";
import { resolveNames } from "./plain-inline.ts";

/** `PlainText` of tokens: see plain-inline.ts. */
export const plainTokens = (tokens: Token[]): string => resolveNames(tokens.map(plainToken).join(""));

function plainToken(token: Token): string {
  if (token.type === "text" || token.type === "codespan") return token.text;
  if (token.type === "string") return token.name ?? token.text;
  if (token.type === "lineBreak") return "\n";
  const first = "tokens" in token ? token.tokens?.[0] : undefined;
  return first ? plainToken(first) : "";
}
