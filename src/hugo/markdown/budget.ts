// How much work one text may cost. Every scan that could be made to repeat itself by hostile input
// spends from here; when nothing is left the text is refused, so the worst case stays linear.

export class TooComplex extends Error {}

/** Steps a character: ordinary posts spend below 10. */
const STEPS_PER_CHARACTER = 300;
const STEPS_AT_LEAST = 200_000;

export class Budget {
  #left: number;

  constructor(length: number) {
    this.#left = STEPS_AT_LEAST + STEPS_PER_CHARACTER * length;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooComplex();
  }
}
