// Reads a tag of the page's HTML.

export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? "");
}
