// Which of the known shortcodes an author most likely meant by a name that is none.

const MOST_LETTERS = 40;

/** The closest of `known`, at most two slips away from `name` (one from a short one): `vime`, `vimeo`; else `null`. */
export function nearName(name: string, known: readonly string[]): string | null {
  if (name.length > MOST_LETTERS) return null;
  const slips = name.length < 5 ? 1 : 2;
  const near = known
    .map((other) => ({ other, distance: slipsBetween(name.toLowerCase(), other) }))
    .filter(({ distance }) => distance <= slips)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.other ?? null;
}

/** Letters to put in, leave out or change (Levenshtein's distance). */
function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
