// Checks the JSON that an author sends, field by field. What is wrong is told with the field's name,
// all of it at once; what is not known is refused, because it is most often mistyped.

import { problemResponse } from "../../http/problem.ts";
import type { Problem } from "../../site/problem.ts";

export type Fields = { [name: string]: unknown };

/** Collects what is wrong while a body is read. */
export class Shape {
  readonly problems: Problem[] = [];

  /** The answer if anything was wrong, else `null`. */
  refusal(): Response | null {
    const [first, ...rest] = this.problems;
    return first ? problemResponse([first, ...rest]) : null;
  }

  wrong(field: string, must: string): void {
    this.problems.push({ code: "invalid", message: `${field || "The body"} must be ${must}` });
  }

  /** An object with no other fields than `known`; `null`, and a problem, for anything else. */
  object(value: unknown, field: string, known: readonly string[]): Fields | null {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.wrong(field, `an object with ${known.join(", ")}`);
      return null;
    }
    const fields: Fields = { ...value };
    for (const name of Object.keys(fields))
      if (!known.includes(name)) {
        const whole = field === "" ? name : `${field}.${name}`;
        this.problems.push({
          code: "invalid",
          message: `${whole} is not known here; known are ${known.join(", ")}`,
        });
      }
    return fields;
  }

  text(value: unknown, field: string): string | undefined {
    // An unpaired surrogate has no UTF-8: it would be stored as something else than was sent.
    const isText = typeof value === "string" && value.isWellFormed();
    return isText ? value : this.mismatch(value, field, "a text");
  }

  flag(value: unknown, field: string): boolean | undefined {
    return typeof value === "boolean" ? value : this.mismatch(value, field, "true or false");
  }

  list(value: unknown, field: string): unknown[] | undefined {
    return Array.isArray(value) ? value : this.mismatch(value, field, "a list");
  }

  texts(value: unknown, field: string): string[] | undefined {
    const items = this.list(value, field);
    return items?.flatMap((item, i) => this.text(item, `${field}[${i}]`) ?? []);
  }

  private mismatch(value: unknown, field: string, must: string): undefined {
    if (value !== undefined) this.wrong(field, must);
    return undefined;
  }
}
