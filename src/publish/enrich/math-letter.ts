// Letters of mathematical alphabets, `R` to `ℝ`: where Unicode has each, and the few that stood there
// before. https://www.unicode.org/charts/PDF/U1D400.pdf

/** First of `0`, of `A`, of `a`, of `Α` and of `α`; 0 where there is none. */
const ALPHABETS: { [variant: string]: readonly [number, number, number, number, number] } = {
  bold: [0x1d7ce, 0x1d400, 0x1d41a, 0x1d6a8, 0x1d6c2],
  italic: [0, 0x1d434, 0x1d44e, 0x1d6e2, 0x1d6fc],
  "bold-italic": [0, 0x1d468, 0x1d482, 0x1d71c, 0x1d736],
  script: [0, 0x1d49c, 0x1d4b6, 0, 0],
  "bold-script": [0, 0x1d4d0, 0x1d4ea, 0, 0],
  fraktur: [0, 0x1d504, 0x1d51e, 0, 0],
  "bold-fraktur": [0, 0x1d56c, 0x1d586, 0, 0],
  "double-struck": [0x1d7d8, 0x1d538, 0x1d552, 0, 0],
  "sans-serif": [0x1d7e2, 0x1d5a0, 0x1d5ba, 0, 0],
  "bold-sans-serif": [0x1d7ec, 0x1d5d4, 0x1d5ee, 0x1d756, 0x1d770],
  "sans-serif-italic": [0, 0x1d608, 0x1d622, 0, 0],
  "sans-serif-bold-italic": [0, 0x1d63c, 0x1d656, 0x1d790, 0x1d7aa],
  monospace: [0x1d7f6, 0x1d670, 0x1d68a, 0, 0],
};

const EARLIER: { [variant: string]: { [letter: string]: string } } = {
  italic: { h: "ℎ" },
  script: letters("BEFHILMR ego", "ℬℰℱℋℐℒℳℛ ℯℊℴ"),
  fraktur: letters("CHIRZ", "ℭℌℑℜℨ"),
  "double-struck": letters("CHNPQRZ", "ℂℍℕℙℚℝℤ"),
};

/** Character references and what has no such form stay. */
export function toVariant(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant];
  if (alphabet === undefined) return text;
  return text.replace(/&#?\w+;|[A-Za-zΑ-Ωα-ω0-9]/g, (letter) => {
    if (letter.length > 1) return letter;
    const earlier = EARLIER[variant]?.[letter];
    if (earlier !== undefined) return earlier;
    const row = STARTS.findLastIndex((start) => letter >= start);
    const first = alphabet[row] ?? 0;
    const start = STARTS[row] ?? letter;
    return first === 0 ? letter : String.fromCodePoint(first + letter.charCodeAt(0) - start.charCodeAt(0));
  });
}

const STARTS = ["0", "A", "a", "Α", "α"] as const;

function letters(plain: string, printed: string): { [letter: string]: string } {
  return Object.fromEntries(Array.from(plain, (letter, i) => [letter, Array.from(printed)[i] ?? letter]));
}
