// The tree that a template is parsed to: Go's text/template/parse, node by node.

export type Node = TextNode | ActionNode | BranchNode | TemplateNode | BreakNode;

export interface TextNode {
  type: "text";
  text: string;
}

export interface ActionNode {
  type: "action";
  pipe: Pipe;
  line: number;
}

export interface BranchNode {
  type: "if" | "with" | "range";
  pipe: Pipe;
  body: Node[];
  otherwise: Node[];
  line: number;
}

/** `{{ template "name" . }}`, and `block`, whose body stands under its name. */
export interface TemplateNode {
  type: "template";
  name: string;
  pipe: Pipe | null;
  line: number;
}

export interface BreakNode {
  type: "break" | "continue";
  line: number;
}

export interface Pipe {
  /** Variables that take the value. */
  variables: string[];
  assigns: boolean;
  commands: Operand[][];
  line: number;
}

export type Operand =
  | { type: "dot" }
  | { type: "nil" }
  | { type: "literal"; value: string | boolean | number }
  | { type: "float"; value: number }
  /** `.a.b`. */
  | { type: "field"; names: string[] }
  /** `$x.a.b`; `names` starts after the variable. */
  | { type: "variable"; name: string; names: string[] }
  | { type: "function"; name: string }
  | { type: "pipe"; pipe: Pipe }
  /** `(…).a.b`, `site.Params`. */
  | { type: "chain"; of: Operand; names: string[] };

export interface Template {
  file: string;
  body: Node[];
  /** By `define` and `block`. */
  defined: Map<string, Node[]>;
  /** Reads `.Inner`, so its shortcode must be closed. */
  readsInner: boolean;
  /** `{{ $_hugo_config := `{"version": 1}` }}`: as shortcodes were before Hugo 0.55. */
  isOld: boolean;
  /** Prints values as they are: Go's text/template, which Hugo has for a template inside a page. */
  isText?: true;
}
