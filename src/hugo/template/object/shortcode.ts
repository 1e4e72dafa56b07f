// A call of an author's shortcode, as its template sees it.

import { type Argument, deindent, type ShortcodeCall } from "../../shortcode/shortcode.ts";
import { refer } from "../function/url.ts";
import { quote } from "../quote.ts";
import type { Runtime } from "../runtime.ts";
import { Float, fail, GoMap, GoObject, html, Nil, numberOf, textOf, type Value } from "../value.ts";
import { Scratch } from "./scratch.ts";

/** A list that is `nil`, too: templates ask `ne .Params nil`. */
class NoParams extends Nil {
  override print(): string {
    return "[]";
  }

  override items(): Value[] {
    return [];
  }
}

const noParams = new NoParams("[]interface {}");
const noShortcode = new Nil("*hugolib.ShortcodeWithPage");

const toValue = (argument: Argument): Value =>
  typeof argument === "number" && !Number.isInteger(argument) ? new Float(argument) : argument;

export class ShortcodeObject extends GoObject {
  readonly typeName = "*hugolib.ShortcodeWithPage";
  readonly #call: ShortcodeCall;
  readonly #runtime: Runtime;
  readonly #parent: ShortcodeObject | null;
  readonly #scratch = new Scratch("Scratch");

  constructor(call: ShortcodeCall, runtime: Runtime, parent: ShortcodeObject | null) {
    super();
    this.#call = call;
    this.#runtime = runtime;
    this.#parent = parent;
  }

  member(name: string, args: Value[]): Value | undefined {
    const { shortcode, inner, ordinal } = this.#call;
    switch (name) {
      case "Get":
        return this.#get(args[0] ?? null);
      case "Params":
        return this.#params();
      case "IsNamedParams":
        return shortcode.named !== null;
      case "Inner":
        return html(inner);
      case "InnerDeindent":
        return html(deindent(inner, shortcode));
      case "Page":
        return this.#runtime.page;
      case "Site":
        return this.#runtime.site;
      case "Parent":
        return this.#parent ?? noShortcode;
      case "Ordinal":
        return ordinal;
      case "Name":
        return shortcode.name;
      case "Position":
        return this.#position();
      case "Scratch":
      case "Store":
        return this.#scratch;
      case "Ref":
        return refer("absolute", args[0] ?? null, this.#runtime);
      case "RelRef":
        return refer("relative", args[0] ?? null, this.#runtime);
    }
    return undefined;
  }

  /** Named arguments asked by number, and the other way about, are nothing; a missing one is empty. */
  #get(key: Value): Value {
    const { named, positional } = this.#call.shortcode;
    const name = textOf(key);
    if (!named && positional.length === 0) return null;
    if (name !== null) {
      if (!named) return null;
      const value = named.get(name);
      return value === undefined ? "" : toValue(value);
    }
    const index = numberOf(key);
    if (index === null) return fail("a shortcode's argument has a name or a number");
    if (named) return null;
    const value = positional[index];
    return value === undefined ? "" : toValue(value);
  }

  #params(): Value {
    const { named, positional } = this.#call.shortcode;
    if (named === null && positional.length === 0) return noParams;
    if (named) return new GoMap(new Map([...named].map(([key, value]) => [key, toValue(value)])));
    return positional.map(toValue);
  }

  #position(): string {
    const { source, shortcode } = this.#call;
    const before = source.body.slice(0, shortcode.offset).split("\n");
    return `${quote(`/${source.file}`)}:${source.bodyLine + before.length - 1}:${(before.at(-1)?.length ?? 0) + 1}`;
  }

  print(): string {
    return this.#call.shortcode.name;
  }
}
