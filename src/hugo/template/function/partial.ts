// Partials: templates that a template calls (Hugo's namespace partials).

import { execute, Return } from "../evaluate.ts";
import type { Template } from "../node.ts";
import { printAll } from "../print.ts";
import type { GoFunction, Runtime } from "../runtime.ts";
import { fail, html, type Value } from "../value.ts";
import { text } from "./argument.ts";

const partial: GoFunction = (args, runtime) => call(text(args, 0), args[1] ?? null, runtime);

function call(name: string, dot: Value, runtime: Runtime): Value {
  const path = name.replace(/^(?:_?partials\/|\/)/, "");
  const template = inline(path, runtime) ?? runtime.template(`partials/${path}`);
  if (!template) return fail(`there is no partial ${JSON.stringify(path)} in layouts/partials`);
  try {
    return html(execute(template, dot, runtime));
  } catch (error) {
    if (error instanceof Return) return error.value;
    throw error;
  }
}

/** `{{ define "partials/x.html" }}` in the running files. */
function inline(path: string, { defined }: Runtime): Template | null {
  for (const template of defined.toReversed()) {
    for (const folder of ["partials", "_partials"]) {
      const body =
        template.defined.get(`${folder}/${path}`) ?? template.defined.get(`${folder}/${path}.html`);
      if (body) return { ...template, body };
    }
  }
  return null;
}

const cached: GoFunction = (args, runtime) => {
  const key = `${text(args, 0)}\n${printAll(args.slice(2))}`;
  const known = runtime.cached.get(key);
  if (known !== undefined) return known;
  const value = partial(args, runtime);
  runtime.cached.set(key, value);
  return value;
};

export const partialFunctions: { [name: string]: GoFunction } = {
  partial,
  partialCached: cached,
  "partials.Include": partial,
  "partials.IncludeCached": cached,
  "templates.Exists": (args, runtime) => runtime.template(text(args, 0)) !== null,
};
