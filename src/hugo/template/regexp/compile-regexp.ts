// A regular expression's tree to the instructions that run it.

import { TemplateError } from "../value.ts";
import type { Expression, Instruction, RegexpNode } from "./node.ts";

const MAX_PROGRAM = 5000;

export function compile({ node }: Expression): Instruction[] {
  const program: Instruction[] = [{ op: "save", slot: 0 }];
  emit(node, program);
  program.push({ op: "save", slot: 1 }, { op: "match" });
  return program;
}

function emit(node: RegexpNode, program: Instruction[]): void {
  if (program.length > MAX_PROGRAM) throw new TemplateError("the regular expression repeats too much");
  switch (node.type) {
    case "character":
      program.push({ op: "character", fits: node.fits });
      return;
    case "assertion":
      program.push({ op: "assertion", holds: node.holds });
      return;
    case "sequence":
      for (const part of node.parts) emit(part, program);
      return;
    case "group":
      program.push({ op: "save", slot: node.index * 2 });
      emit(node.inner, program);
      program.push({ op: "save", slot: node.index * 2 + 1 });
      return;
    case "choice":
      emitChoice(node.options, program);
      return;
    case "repeat":
      emitRepeat(node, program);
      return;
    default:
      node satisfies never;
  }
}

function emitChoice(options: RegexpNode[], program: Instruction[]): void {
  const jumps: { op: "jump"; to: number }[] = [];
  for (const [i, option] of options.entries()) {
    const isLast = i === options.length - 1;
    const split = { op: "split" as const, first: program.length + 1, second: 0 };
    if (!isLast) program.push(split);
    emit(option, program);
    if (isLast) break;
    const jump = { op: "jump" as const, to: 0 };
    jumps.push(jump);
    program.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(node: RegexpNode & { type: "repeat" }, program: Instruction[]): void {
  const { inner, least, most, greedy } = node;
  for (let i = 0; i < least; i++) emit(inner, program);
  const branch = (): { op: "split"; first: number; second: number } => {
    const split = { op: "split" as const, first: 0, second: 0 };
    program.push(split);
    return split;
  };
  const aim = (split: { first: number; second: number }, into: number, past: number): void => {
    split.first = greedy ? into : past;
    split.second = greedy ? past : into;
  };
  if (most === Number.POSITIVE_INFINITY) {
    const at = program.length;
    const split = branch();
    emit(inner, program);
    program.push({ op: "jump", to: at });
    aim(split, at + 1, program.length);
    return;
  }
  const splits: [{ first: number; second: number }, number][] = [];
  for (let i = least; i < most; i++) {
    const split = branch();
    splits.push([split, program.length]);
    emit(inner, program);
  }
  for (const [split, into] of splits) aim(split, into, program.length);
}
