// Runs a template's tree: Go's text/template/exec, with Hugo's truth and missing keys. What goes out is
// escaped for the place where it stands.

import { MAX_ITEMS, MAX_TEXT } from "./budget.ts";
import { type Context, START } from "./escape/context.ts";
import { type Escaped, escapeValue } from "./escape/escape.ts";
import { writeLiteral } from "./escape/literal.ts";
import { findFunction } from "./function/registry.ts";
import type { BranchNode, Node, Operand, Pipe, Template } from "./node.ts";
import { Attempt } from "./object/attempt.ts";
import { printValue } from "./print.ts";
import type { Runtime } from "./runtime.ts";
import {
  Float,
  GoMap,
  GoObject,
  html,
  isTrue,
  listOf,
  mapOf,
  Nil,
  Safe,
  TemplateError,
  textOf,
  typeName,
  type Value,
} from "./value.ts";

/** `{{ return x }}` of a partial. */
export class Return extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super("return stands outside of a partial");
    this.value = value;
  }
}

/** What the template prints; throws TemplateError with file and line. */
export function execute(template: Template, dot: Value, runtime: Runtime): string {
  runtime.budget.enter();
  runtime.defined.push(template);
  try {
    return new Execution(template, runtime).run(template.body, dot);
  } catch (error) {
    if (error instanceof TemplateError) error.file ??= template.file;
    throw error;
  } finally {
    runtime.defined.pop();
    runtime.budget.leave();
  }
}

type Outcome = "next" | "break" | "continue";

interface Variable {
  name: string;
  value: Value;
}

class Execution {
  readonly #template: Template;
  readonly #runtime: Runtime;
  readonly #out: string[] = [];
  #variables: Variable[] = [];
  #context: Context = START;

  constructor(template: Template, runtime: Runtime) {
    this.#template = template;
    this.#runtime = runtime;
  }

  run(nodes: Node[], dot: Value): string {
    this.#variables = [{ name: "$", value: dot }];
    this.#walk(nodes, dot);
    return this.#out.join("");
  }

  #walk(nodes: Node[], dot: Value): Outcome {
    const mark = this.#variables.length;
    for (const node of nodes) {
      this.#runtime.budget.step();
      const outcome = this.#node(node, dot);
      if (outcome !== "next") {
        this.#variables.length = mark;
        return outcome;
      }
    }
    this.#variables.length = mark;
    return "next";
  }

  #node(node: Node, dot: Value): Outcome {
    if (node.type === "text") {
      this.#literal(node.text);
      return "next";
    }
    try {
      switch (node.type) {
        case "action": {
          const value = this.#pipe(node.pipe, dot);
          if (node.pipe.variables.length === 0) this.#print(isQuery(node.pipe) ? asAddress(value) : value);
          return "next";
        }
        case "if":
        case "with":
          return this.#branch(node, dot);
        case "range":
          return this.#range(node, dot);
        case "template":
          this.#call(node.name, node.pipe ? this.#pipe(node.pipe, dot) : null);
          return "next";
        default:
          return node.type;
      }
    } catch (error) {
      if (error instanceof TemplateError) error.line ??= node.line;
      throw error;
    }
  }

  #literal(literal: string): void {
    if (this.#template.isText) this.#write(literal);
    else this.#escaped(writeLiteral(this.#context, literal));
  }

  #write(text: string): void {
    this.#runtime.budget.write(text.length);
    this.#out.push(text);
  }

  #print(value: Value): void {
    if (this.#template.isText) this.#write(value === null ? "<no value>" : printValue(value));
    else this.#escaped(escapeValue(value, this.#context));
  }

  #escaped({ text, context }: Escaped): void {
    this.#write(text);
    this.#context = context;
  }

  #branch(node: BranchNode, dot: Value): Outcome {
    const mark = this.#variables.length;
    const value = this.#pipe(node.pipe, dot);
    const outcome = isTrue(value)
      ? this.#walk(node.body, node.type === "with" ? value : dot)
      : this.#walk(node.otherwise, dot);
    this.#variables.length = mark;
    return outcome;
  }

  #range(node: BranchNode, dot: Value): Outcome {
    const mark = this.#variables.length;
    const value = this.#pipe(node.pipe, dot, { declares: false });
    const pairs = pairsOf(value);
    if (pairs === null) throw new TemplateError(`range can't iterate over a ${typeName(value)}`);
    let rounds = 0;
    for (const [key, item] of pairs) {
      this.#runtime.budget.step();
      rounds++;
      this.#variables.length = mark;
      this.#loopVariables(node.pipe, key, item);
      if (this.#walk(node.body, item) === "break") break;
    }
    this.#variables.length = mark;
    return rounds === 0 ? this.#walk(node.otherwise, dot) : "next";
  }

  #loopVariables({ variables, assigns }: Pipe, key: Value, item: Value): void {
    const [first, second] = variables;
    const set = (name: string, value: Value) => this.#set(name, value, assigns);
    if (first !== undefined && second !== undefined) {
      set(first, key);
      set(second, item);
    } else if (first !== undefined) set(first, item);
  }

  #set(name: string, value: Value, assigns: boolean): void {
    const known = assigns ? this.#variables.findLast((variable) => variable.name === name) : undefined;
    if (known) known.value = value;
    else this.#variables.push({ name, value });
  }

  /** `{{ template }}`: runs in this one's place, with variables of its own. */
  #call(name: string, dot: Value): void {
    const nodes = this.#template.defined.get(name);
    if (!nodes) {
      const file = this.#runtime.template(name.replace(/^_internal\//, ""));
      if (!file) throw new TemplateError(`there is no template ${JSON.stringify(name)}`);
      this.#print(html(execute(file, dot, this.#runtime)));
      return;
    }
    const outer = this.#variables;
    this.#runtime.budget.enter();
    this.#variables = [{ name: "$", value: dot }];
    this.#walk(nodes, dot);
    this.#variables = outer;
    this.#runtime.budget.leave();
  }

  #pipe(pipe: Pipe, dot: Value, { declares } = { declares: true }): Value {
    let value: Value | undefined;
    for (const command of pipe.commands) value = this.#command(command, dot, value);
    const result = value ?? null;
    if (declares) for (const name of pipe.variables) this.#set(name, result, pipe.assigns);
    return result;
  }

  #command(operands: Operand[], dot: Value, final: Value | undefined): Value {
    this.#runtime.budget.step();
    const [first, ...rest] = operands;
    if (!first) return null;
    const args = () => {
      const values = rest.map((operand) => this.#operand(operand, dot));
      return final === undefined ? values : [...values, final];
    };
    switch (first.type) {
      case "field":
        return this.#fields(dot, first.names, args());
      case "variable":
        return first.names.length > 0
          ? this.#fields(this.#variable(first.name), first.names, args())
          : this.#alone(this.#variable(first.name), args());
      case "chain":
        return this.#chain(first, dot, args);
      case "function":
        return this.#function(first.name, rest, dot, final);
      default:
        return this.#alone(this.#operand(first, dot), args());
    }
  }

  #alone(value: Value, args: Value[]): Value {
    if (args.length > 0) throw new TemplateError("a value that is no function is given arguments");
    return value;
  }

  #operand(operand: Operand, dot: Value): Value {
    switch (operand.type) {
      case "dot":
        return dot;
      case "nil":
        return null;
      case "literal":
        return operand.value;
      case "float":
        return new Float(operand.value);
      case "field":
        return this.#fields(dot, operand.names, []);
      case "variable":
        return this.#fields(this.#variable(operand.name), operand.names, []);
      case "pipe":
        return this.#pipe(operand.pipe, dot);
      case "function":
        return this.#function(operand.name, [], dot, undefined);
      case "chain":
        return this.#chain(operand, dot, () => []);
      default:
        return operand satisfies never;
    }
  }

  #variable(name: string): Value {
    return this.#variables.findLast((variable) => variable.name === name)?.value ?? null;
  }

  /** `strings.ToUpper x` is a function of a namespace, `site.Title` a field of what a function answers. */
  #chain(operand: Operand & { type: "chain" }, dot: Value, args: () => Value[]): Value {
    const { of, names } = operand;
    const [first = "", ...rest] = names;
    if (of.type === "function") {
      const name = `${of.name}.${first}`;
      if (findFunction(name)) {
        if (rest.length === 0) return this.#invoke(name, args());
        return this.#fields(this.#invoke(name, []), rest, args());
      }
      if (!findFunction(of.name)) throw new TemplateError(`the function ${name} is not supported`);
    }
    return this.#fields(this.#operand(of, dot), names, args());
  }

  #fields(start: Value, names: string[], args: Value[]): Value {
    let value: Value | undefined = start;
    for (const [i, name] of names.entries()) {
      this.#runtime.budget.step();
      value = fieldOf(value, name, i === names.length - 1 ? args : []);
    }
    return value ?? null;
  }

  #function(name: string, rest: Operand[], dot: Value, final: Value | undefined): Value {
    if (name === "and" || name === "or") return this.#logic(name, rest, dot, final);
    if (name === "try") return this.#attempt(rest, dot);
    const values = rest.map((operand) => this.#operand(operand, dot));
    return this.#invoke(name, final === undefined ? values : [...values, final]);
  }

  #invoke(name: string, args: Value[]): Value {
    if (name === "return") throw new Return(args[0] ?? null);
    const found = findFunction(name);
    if (!found) throw new TemplateError(`the function ${name} is not supported`);
    try {
      return bounded(found(args, this.#runtime));
    } catch (error) {
      if (error instanceof TemplateError && error.line === null) error.message = `${name}: ${error.message}`;
      throw error;
    }
  }

  /** The first argument that decides; the others are not computed. */
  #logic(name: "and" | "or", rest: Operand[], dot: Value, final: Value | undefined): Value {
    let value: Value = null;
    for (const operand of rest) {
      value = this.#operand(operand, dot);
      if (isTrue(value) === (name === "or")) return value;
    }
    return final === undefined ? value : final;
  }

  #attempt(rest: Operand[], dot: Value): Value {
    try {
      const [operand] = rest;
      return new Attempt(operand ? this.#operand(operand, dot) : null, null);
    } catch (error) {
      if (error instanceof TemplateError) return new Attempt(null, error.message);
      throw error;
    }
  }
}

function bounded(value: Value): Value {
  if ((textOf(value)?.length ?? 0) > MAX_TEXT) throw new TemplateError("the text gets too long");
  if (Array.isArray(value) && value.length > MAX_ITEMS) throw new TemplateError("the list gets too long");
  return value;
}

function fieldOf(value: Value | undefined, name: string, args: Value[]): Value | undefined {
  // A key that is missing has no fields, and asking for them is no error.
  if (value === undefined || value === null) return undefined;
  if (value instanceof GoMap) {
    const found = value.get(name);
    if (args.length > 0) throw new TemplateError(`${name} is no method but is given arguments`);
    return found;
  }
  if (value instanceof Nil) throw new TemplateError(`nil pointer evaluating ${value.typeName}.${name}`);
  if (value instanceof GoObject) {
    const found = value.member(name, args);
    if (found !== undefined) return found;
  }
  throw new TemplateError(`a ${typeName(value)} has no supported field or method ${name}`);
}

function pairsOf(value: Value): Iterable<[Value, Value]> | null {
  if (value === null || value instanceof Nil) return [];
  if (typeof value === "number") return counting(value);
  const list = listOf(value);
  if (list) return list.entries();
  const map = mapOf(value);
  return map ? map.sortedKeys().map((key): [Value, Value] => [key, map.get(key) ?? null]) : null;
}

function* counting(end: number): Generator<[Value, Value]> {
  for (let i = 0; i < end; i++) yield [i, i];
}

/** What is escaped for a query already stays as it is there (html/template, `predefinedEscapers`). */
function isQuery({ commands }: Pipe): boolean {
  const [last] = commands.at(-1) ?? [];
  return last?.type === "function" && last.name === "urlquery";
}

const asAddress = (value: Value): Safe => new Safe("URL", printValue(value));
