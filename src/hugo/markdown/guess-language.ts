// What Chroma takes code for when a site lets it guess: of its lexers only these have an opinion.

interface Guess {
  name: string;
  score(code: string): number;
}

/** In Chroma's order: of equals the first wins. */
const GUESSES: Guess[] = [
  first("bash", [[/^#!.*\/bin\/(?:env |)(?:bash|zsh|sh|ksh)/m, 1]]),
  first("c", [
    [/^\s*#include </m, 0.1],
    [/^\s*#ifn?def /m, 0.1],
  ]),
  first("c++", [
    [/#include <[a-z_]+>/, 0.2],
    [/using namespace /, 0.4],
  ]),
  sum("gdscript", [[/^export/, 0.1]]),
  sum("gdscript3", [
    [/func (_ready|_init|_input|_process|_unhandled_input)/, 0.8],
    [/(extends |class_name |onready |preload|load|setget|func [^_])/, 0.4],
    [/(var|const|enum|export|signal|tool)/, 0.2],
  ]),
  first("dns", [[/^@\s+IN\s+SOA\s+/m, 1]]),
  { name: "go", score: (code) => (code.includes("package ") ? (code.includes("fmt.") ? 0.5 : 0.1) : 0) },
  { name: "mysql", score: scoreBackticks },
  first("php", [[/<\?php/, 0.5]]),
  { name: "zed", score: scoreZed },
];

/** The name that Chroma gives it in lower case; `fallback` if none of them knows. */
export function guessLanguage(code: string): string {
  const text = code.slice(0, 50_000);
  let best = "fallback";
  let highest = 0;
  for (const { name, score } of GUESSES) {
    const found = score(text);
    if (found > highest) {
      highest = found;
      best = name;
    }
  }
  return best;
}

function first(name: string, patterns: [RegExp, number][]): Guess {
  return { name, score: (code) => patterns.find(([pattern]) => pattern.test(code))?.[1] ?? 0 };
}

function sum(name: string, patterns: [RegExp, number][]): Guess {
  return {
    name,
    score: (code) =>
      Math.min(
        1,
        patterns.reduce((all, [pattern, score]) => all + (pattern.test(code) ? score : 0), 0),
      ),
  };
}

function scoreBackticks(code: string): number {
  const backticks = code.match(/`[a-zA-Z_]\w*`/g)?.length ?? 0;
  const brackets = code.match(/\[[a-zA-Z_]\w*\]/g)?.length ?? 0;
  if (backticks + brackets >= 1 && backticks >= 2 * brackets) return 0.5;
  if (backticks > brackets) return 0.2;
  return backticks > 0 ? 0.1 : 0;
}

function scoreZed(code: string): number {
  const definition = code.includes("definition ");
  const relation = code.includes("relation ");
  const permission = code.includes("permission ");
  if (definition && relation && permission) return 0.9;
  if (definition || relation) return 0.5;
  return permission ? 0.25 : 0;
}
