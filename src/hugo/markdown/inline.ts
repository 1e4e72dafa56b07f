// A piece of a line of text while it is being read, and the list that such pieces form: what
// Goldmark calls an inline node. Owns the list; how text becomes pieces is inline-parser.ts.

export type InlineKind =
  | "root"
  | "text"
  | "string" // finished HTML: a smart quote, an emoji
  | "code"
  | "em"
  | "strong"
  | "del"
  | "deletion" // that of the extras
  | "mark"
  | "ins"
  | "sub"
  | "sup"
  | "link"
  | "image"
  | "autolink"
  | "html"
  | "footnote"
  | "checkbox"
  | "passthrough"
  | "delimiter"
  | "bracket";

export class Inline {
  kind: InlineKind;
  parent: Inline | null = null;
  previous: Inline | null = null;
  next: Inline | null = null;
  first: Inline | null = null;
  last: Inline | null = null;
  /** Text, HTML, code; the label of an autolink; the name of an emoji's string. */
  text: string;
  /** Of a link or image; of a passthrough what stands between its delimiters. */
  target = "";
  title: string | null = null;
  /** Of a passthrough: its formula, without what its source has before further lines of a quote or a list. */
  tex = "";
  /** Text: what follows it. */
  lineBreak: "" | "soft" | "hard" = "";
  /** Text: nothing in it is resolved. */
  raw = false;
  /** Footnote: its number, and which reference to it this is. Passthrough: 1 if it stands as a block. */
  number = 0;
  use = 0;
  checked = false;

  constructor(kind: InlineKind, text = "") {
    this.kind = kind;
    this.text = text;
  }

  append(child: Inline): void {
    child.parent = this;
    child.next = null;
    child.previous = this.last;
    if (this.last) this.last.next = child;
    else this.first = child;
    this.last = child;
  }

  insertAfter(sibling: Inline, child: Inline): void {
    child.parent = this;
    child.previous = sibling;
    child.next = sibling.next;
    if (sibling.next) sibling.next.previous = child;
    else this.last = child;
    sibling.next = child;
  }

  remove(child: Inline): void {
    if (child.previous) child.previous.next = child.next;
    else this.first = child.next;
    if (child.next) child.next.previous = child.previous;
    else this.last = child.previous;
    child.previous = null;
    child.next = null;
    child.parent = null;
  }

  /** Everything after `sibling` and before `end` (`null` for all) moves into `into`. */
  moveBetween(sibling: Inline, end: Inline | null, into: Inline): void {
    for (let child = sibling.next; child && child !== end; ) {
      const next = child.next;
      this.remove(child);
      into.append(child);
      child = next;
    }
  }

  appendText(text: string): void {
    if (text === "") return;
    const last = this.last;
    if (last?.kind === "text" && last.lineBreak === "" && !last.raw) last.text += text;
    else this.append(new Inline("text", text));
  }

  /** A sign that pairs with nothing goes on the text before it: ids are made of a link's first piece only. */
  becomeText(text = this.text): void {
    const { parent, previous } = this;
    if (parent && previous?.kind === "text" && previous.lineBreak === "" && !previous.raw) {
      previous.text += text;
      parent.remove(this);
    } else {
      this.kind = "text";
      this.text = text;
    }
  }

  *[Symbol.iterator](): Iterator<Inline> {
    for (let child = this.first; child; child = child.next) yield child;
  }
}
