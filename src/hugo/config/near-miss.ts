// A word that is known for one that is not: a letter more or less, or another, or two exchanged.

export function nearMiss(word: string, known: Iterable<string>): string | null {
  for (const candidate of known) if (isNear(word, candidate)) return candidate;
  return null;
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  const areExchanged = restOfA.length > 1 && restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0];
  return (
    restOfA.slice(1) === restOfB ||
    restOfA === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB.slice(1) ||
    (areExchanged && restOfA.slice(2) === restOfB.slice(2))
  );
}
