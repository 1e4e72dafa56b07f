// A regular expression as it is read and as it is run.

export type RegexpNode =
  /** One character that fits. */
  | { type: "character"; fits: (char: string) => boolean }
  | { type: "assertion"; holds: Assertion }
  | { type: "sequence"; parts: RegexpNode[] }
  | { type: "choice"; options: RegexpNode[] }
  | { type: "group"; index: number; inner: RegexpNode }
  | { type: "repeat"; inner: RegexpNode; least: number; most: number; greedy: boolean };

export type Assertion = "start" | "end" | "lineStart" | "lineEnd" | "word" | "noWord";

export interface Expression {
  node: RegexpNode;
  /** The whole match counts as one. */
  groups: number;
  names: Map<string, number>;
}

export type Instruction =
  | { op: "character"; fits: (char: string) => boolean }
  | { op: "assertion"; holds: Assertion }
  | { op: "split"; first: number; second: number }
  | { op: "jump"; to: number }
  | { op: "save"; slot: number }
  | { op: "match" };
