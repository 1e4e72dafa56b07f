/** Go's `path.Join`: no double slashes, no dots, no slash at the end; nothing is above a root. */
export function joinPath(...parts: string[]): string {
  const joined = parts.filter((part) => part !== "").join("/");
  if (joined === "") return "";
  const out: string[] = [];
  for (const part of joined.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (part !== ".." || !joined.startsWith("/")) out.push(part);
  }
  const path = out.join("/");
  return joined.startsWith("/") ? `/${path}` : path || ".";
}
