// What is measured, by name, with its goal; and the two ways in which a run is told. The goals are the
// project's own (docs/decisions says where each comes from).

export interface Goal {
  unit: string;
  /** The worst value that still holds. */
  atMost?: number;
  atLeast?: number;
  /** Depends on no clock: `npm run check` holds it. */
  budget?: true;
}

export const GOALS = {
  post: { unit: "floors", atMost: 6 },
  list: { unit: "floors", atMost: 5.5 },
  "not-modified": { unit: "floors", atMost: 4.5 },
  "repeat-view-runs": { unit: "runs", atMost: 0, budget: true },
  "rows-read-worst": { unit: "rows", atMost: 50, budget: true },
  "rows-written": { unit: "rows", atMost: 30, budget: true },
  "first-visit-extra-bytes": { unit: "bytes", atMost: 4000, budget: true },
  "publish-over-smallest": { unit: "times", atMost: 3 },
  "hugo-rebuild-over-publish": { unit: "times", atLeast: 200 },
  "config-rebuild-over-hugo": { unit: "times", atMost: 1 },
  "render-posts-per-second": { unit: "posts", atLeast: 300 },
  "reading-path-gzip": { unit: "bytes", atMost: 48_000, budget: true },
  "whole-gzip": { unit: "bytes", atMost: 1_000_000, budget: true },
  "cold-start-ms": { unit: "ms", atMost: 9 },
  "search-rows": { unit: "rows", atMost: 25, budget: true },
  "save-50kb": { unit: "floors", atMost: 100 },
} as const satisfies { [name: string]: Goal };

export type FigureName = keyof typeof GOALS;

export interface Figure {
  name: FigureName;
  value: number;
  /** What it was computed from, for people. */
  raw: string;
  /** What must be so besides, and is not. */
  broken?: string[];
}

export function holds({ name, value, broken = [] }: Figure): boolean {
  const goal: Goal = GOALS[name];
  const within = value <= (goal.atMost ?? Infinity) && value >= (goal.atLeast ?? -Infinity);
  return within && broken.length === 0;
}

export function tell(figure: Figure): string {
  const { name, value, raw, broken = [] } = figure;
  const goal: Goal = GOALS[name];
  const bound = goal.atMost === undefined ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  const columns = [
    name.padEnd(26),
    print(value).padStart(9),
    goal.unit.padEnd(7),
    `goal ${bound}`.padEnd(15),
    holds(figure) ? "holds" : "short",
  ];
  return [`${columns.join(" ")}  ${raw}`, ...broken.map((line) => `${" ".repeat(27)}${line}`)].join("\n");
}

export function asJson(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value }) => {
    const goal: Goal = GOALS[name];
    return { name, value: Number(print(value)), goal: goal.atMost ?? goal.atLeast, unit: goal.unit };
  });
  return JSON.stringify(rows);
}

const print = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 2 : 0);
