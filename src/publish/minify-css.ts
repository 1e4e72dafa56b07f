// A style sheet without what only its writer reads: comments, and white space where none is needed.
// Strings and addresses stay as they are; nothing is understood, so nothing can be misunderstood.

/** What is not closed ends with the sheet. Linear: no alternative gives back what it has taken. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|url\([^)"']*\)?|\s+|[{};,]/gi;

export function minifyCss(css: string): string {
  const made: string[] = [];
  let from = 0;
  let spaced = false;
  const write = (text: string): void => {
    if (text === "") return;
    const before = made.at(-1);
    const tight = before === undefined || /[{};,]$/.test(before) || /^[{};,]/.test(text);
    if (spaced && !tight) made.push(" ");
    spaced = false;
    if (text === "}" && before === ";") made.pop();
    made.push(text);
  };
  for (const { 0: token, index } of css.matchAll(TOKEN)) {
    write(css.slice(from, index));
    from = index + token.length;
    if (token.startsWith("/*") || /^\s/.test(token)) spaced = true;
    else write(token);
  }
  write(css.slice(from));
  return made.join("");
}
