// Reads a tag of the page's HTML.

/**
 * What stands in a tag, for a pattern to build on. Ends at the next `<` outside of quotes: of tags that never
 * close, none is read twice.
 */
export const ATTRIBUTES = `(?:[^<>"']|"[^"]*"|'[^']*')*`;

export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? "");
}
