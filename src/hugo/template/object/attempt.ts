// What `try` answers: a value, or the error that came in its place.

import { GoObject, type Value } from "../value.ts";

export class Attempt extends GoObject {
  readonly typeName = "TryValue";
  readonly #value: Value;
  readonly #message: string | null;

  constructor(value: Value, message: string | null) {
    super();
    this.#value = value;
    this.#message = message;
  }

  member(name: string): Value | undefined {
    if (name === "Value") return this.#value;
    return name === "Err" ? this.#message : undefined;
  }

  print(): string {
    return this.#message ?? "";
  }
}
