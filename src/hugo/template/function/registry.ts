// Every function that a template may call, by its name.

import type { GoFunction } from "../runtime.ts";
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

let all: Map<string, GoFunction> | null = null;

/** Put together on first use: partials run templates, which look functions up here. */
export function findFunction(name: string): GoFunction | null {
  all ??= new Map(
    [
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
  return all.get(name) ?? null;
}
