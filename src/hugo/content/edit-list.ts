// Which of a list's written items stay, change or come, so that changing one of them touches only it.

export interface WrittenItem {
  value: string;
  /** As it stands in the file. */
  source: string;
}

/**
 * The new list's items as text: those that were there keep their own, in the new order; `change`
 * writes a new value in the place of an old item, `add` one where there was none.
 */
export function rewriteItems(
  old: WrittenItem[],
  values: string[],
  { change, add }: { change: (item: WrittenItem, value: string) => string; add: (value: string) => string },
): string[] {
  const left = [...old];
  const kept = values.map((value) => {
    const index = left.findIndex((item) => item.value === value);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  });
  return values.map((value, index) => {
    const item = kept[index];
    if (item) return item.source;
    const replaced = old[index];
    return replaced && left.includes(replaced) ? change(replaced, value) : add(value);
  });
}

/** Items of `[a, b]` joined again as they were: the brackets' inner space, the text between two items. */
export function joinFlow(source: string, spans: { start: number; end: number }[], items: string[]): string {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return `[${items.join(", ")}]`;
  if (items.length === 0) return "[]";
  const second = spans[1];
  const between = second ? source.slice(first.end, second.start) : ", ";
  const separator = between.includes("#") ? ", " : between;
  return source.slice(0, first.start) + items.join(separator) + source.slice(last.end);
}
