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

/** Items of `[a, b]` joined as they were: the brackets' inner space, what stood between two items, comments too. */
export function joinFlow(source: string, spans: { start: number; end: number }[], items: string[]): string {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return `[${items.join(", ")}]`;
  if (items.length === 0) return "[]";
  const gaps = spans.slice(1).map(({ start }, index) => source.slice(spans[index]?.end, start));
  const further = (gaps.at(-1) ?? ", ").replace(/[ \t]*#[^\n]*/g, "");
  const joined = items.map((item, index) => (index === 0 ? item : (gaps[index - 1] ?? further) + item));
  return source.slice(0, first.start) + joined.join("") + source.slice(last.end);
}
