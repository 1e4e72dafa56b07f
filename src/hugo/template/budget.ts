// What all templates of one page may do together, so that no author's text costs more than it is worth.

import { TemplateError } from "./value.ts";

const MAX_STEPS = 300_000;
const MAX_OUTPUT = 5_000_000;
const MAX_DEPTH = 40;
/** One text that a function makes, in characters. */
export const MAX_TEXT = 2_000_000;
/** One list that a function makes. */
export const MAX_ITEMS = 100_000;

export class Budget {
  #steps = 0;
  #output = 0;
  #depth = 0;

  /** `cost` in about as many values looked at. */
  step(cost = 1): void {
    this.#steps += cost;
    if (this.#steps > MAX_STEPS) throw new TemplateError("the templates of this page compute too much");
  }

  write(length: number): void {
    this.#output += length;
    if (this.#output > MAX_OUTPUT) throw new TemplateError("the templates of this page print too much");
  }

  enter(): void {
    if (++this.#depth > MAX_DEPTH) {
      this.#depth--;
      throw new TemplateError("templates call each other too deeply");
    }
  }

  leave(): void {
    this.#depth--;
  }
}
