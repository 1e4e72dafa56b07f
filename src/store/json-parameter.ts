// What has no bound travels to D1 as JSON in one parameter (`… from json_each(?)`), cut so that no
// parameter comes near the 2 MB that a value may have.

/** UTF-16 units; at three bytes each still below 2 MB. */
const LIMIT = 600_000;

/** The items as one or more JSON arrays. No items: no arrays. An item over the limit goes alone. */
export function jsonParameters(items: readonly unknown[]): string[] {
  const arrays: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const item of items) {
    const json = JSON.stringify(item);
    if (open.length > 0 && length + json.length > LIMIT) {
      arrays.push(`[${open.join(",")}]`);
      open = [];
      length = 0;
    }
    open.push(json);
    length += json.length + 1;
  }
  if (open.length > 0) arrays.push(`[${open.join(",")}]`);
  return arrays;
}
