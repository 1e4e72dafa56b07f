// Every function that a template may call, by its name.

import type { GoFunction } from "../runtime.ts";
import { fail, textOf } from "../value.ts";
import { given, list, text } from "./argument.ts";
import { castFunctions } from "./cast.ts";
import { collectionFunctions } from "./collection.ts";
import { compareFunctions } from "./compare.ts";
import { encodeFunctions } from "./encode.ts";
import { mathFunctions } from "./math.ts";
import { partialFunctions } from "./partial.ts";
import { queryFunctions } from "./query.ts";
import { regexpFunctions } from "./regexp.ts";
import { siteFunctions } from "./site.ts";
import { stringFunctions } from "./string.ts";
import { timeFunctions } from "./time.ts";
import { transformFunctions } from "./transform.ts";
import { urlFunctions } from "./url.ts";

/** Names that are nothing but other names. */
const ALIASES: { [alias: string]: string } = {
  isSet: "isset",
  "cast.ToFloat": "float",
  "cast.ToInt": "int",
  "cast.ToString": "string",
  "collections.Delimit": "delimit",
  "compare.Conditional": "cond",
  "compare.Default": "default",
  "compare.Eq": "eq",
  "compare.Ge": "ge",
  "compare.Gt": "gt",
  "compare.Le": "le",
  "compare.Lt": "lt",
  "compare.Ne": "ne",
  "crypto.FNV32a": "hash.FNV32a",
  "fmt.Erroridf": "erroridf",
  "fmt.Warnidf": "warnidf",
  "inflect.Humanize": "humanize",
  "inflect.Pluralize": "pluralize",
  "inflect.Singularize": "singularize",
  "math.ModBool": "modBool",
  "safe.CSS": "safeCSS",
  "safe.HTML": "safeHTML",
  "safe.HTMLAttr": "safeHTMLAttr",
  "safe.JS": "safeJS",
  "safe.JSStr": "safeJSStr",
  "safe.URL": "safeURL",
};

/** A function for each of a list's items, which stand for `"."` among its arguments. */
const apply: GoFunction = (args, runtime) => {
  const name = text(args, 1);
  const run = findFunction(name) ?? fail(`the function ${name} is not supported`);
  return list(given(args, 0)).map((item) => {
    runtime.budget.step();
    const values = args.slice(2).map((value) => (textOf(value) === "." ? item : value));
    return run(values, runtime);
  });
};

let all: Map<string, GoFunction> | null = null;

/** Put together on first use: partials run templates, which look functions up here. */
export function findFunction(name: string): GoFunction | null {
  all ??= new Map(
    [
      { apply, "collections.Apply": apply },
      castFunctions,
      collectionFunctions,
      compareFunctions,
      encodeFunctions,
      mathFunctions,
      partialFunctions,
      queryFunctions,
      regexpFunctions,
      siteFunctions,
      stringFunctions,
      timeFunctions,
      transformFunctions,
      urlFunctions,
    ].flatMap((table) => Object.entries(table)),
  );
  return all.get(ALIASES[name] ?? name) ?? null;
}
