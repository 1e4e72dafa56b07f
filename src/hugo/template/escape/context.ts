// Where in HTML a template's output stands, as Go's html/template follows it: what was written so far
// decides how the next value is escaped. Owns the states and their transitions through text.

export type State =
  | "text"
  | "tag"
  | "attrName"
  | "afterName"
  | "beforeValue"
  | "comment"
  | "rcdata"
  | "attr"
  | "url"
  | "srcset"
  | "js"
  | "jsDouble"
  | "jsSingle"
  | "jsTemplate"
  | "jsRegexp"
  | "jsBlockComment"
  | "jsLineComment"
  | "css"
  | "cssDouble"
  | "cssSingle"
  | "cssDoubleUrl"
  | "cssSingleUrl"
  | "cssUrl"
  | "cssBlockComment"
  | "cssLineComment";

export type Delimiter = "none" | "double" | "single" | "space";
export type AttributeKind = "" | "url" | "css" | "js" | "srcset" | "scriptType";

export interface Context {
  state: State;
  delimiter: Delimiter;
  /** How much of the address stands before. */
  urlPart: "none" | "preQuery" | "queryOrFragment";
  /** Whether a slash would divide. */
  divides: boolean;
  attribute: AttributeKind;
  element: "" | "script" | "style" | "textarea" | "title";
  /** Braces open in each `${` of a template literal. */
  braces: number[];
}

export const START: Context = {
  state: "text",
  delimiter: "none",
  urlPart: "none",
  divides: false,
  attribute: "",
  element: "",
  braces: [],
};

export interface Step {
  context: Context;
  /** Characters taken. */
  length: number;
}

export const isComment = (state: State): boolean =>
  state === "comment" ||
  state === "jsBlockComment" ||
  state === "jsLineComment" ||
  state === "cssBlockComment" ||
  state === "cssLineComment";
