// Finds the shortcodes in a text and how they nest. Never fails: what is malformed comes back as a
// shortcode with a problem, and the rest is read on. The tags themselves are read-tag.ts.

import { readTags, type Tag } from "./read-tag.ts";
import type { Shortcode, ShortcodePart } from "./shortcode.ts";

export interface ParseOptions {
  /** Whether the shortcode of this name uses what stands between its tags; `null` if it is not known. */
  takesInner(name: string): boolean | null;
}

/** Deeper nesting than anybody writes. */
const MAX_DEPTH = 20;

export function parseShortcodes(text: string, options: ParseOptions): ShortcodePart[] {
  if (!text.includes("{{<") && !text.includes("{{%")) return text === "" ? [] : [text];
  return new Nesting(readTags(text), options).parts();
}

class Nesting {
  readonly #tags: (string | Tag)[];
  readonly #options: ParseOptions;
  /** Positions in `#tags` of each name's closing tags. */
  readonly #closings = new Map<string, number[]>();
  /** Every closing tag closes the innermost shortcode, whatever its name. */
  readonly #crosses: boolean;
  #index = 0;

  constructor(tags: (string | Tag)[], options: ParseOptions) {
    this.#tags = tags;
    this.#options = options;
    for (const [i, tag] of tags.entries()) {
      if (typeof tag === "string" || !tag.closing) continue;
      const known = this.#closings.get(tag.name);
      if (known) known.push(i);
      else this.#closings.set(tag.name, [i]);
    }
    this.#crosses = this.#closings.size > 0 && crosses(tags, options);
  }

  parts(): ShortcodePart[] {
    const out: ShortcodePart[] = [];
    while (this.#index < this.#tags.length) {
      const tag = this.#tags[this.#index++];
      if (tag === undefined) break;
      out.push(typeof tag === "string" ? tag : this.#shortcode(tag, 0));
    }
    return out;
  }

  #shortcode(tag: Tag, depth: number): Shortcode {
    const { name, markup, positional, named, indentation, offset, source } = tag;
    const shortcode: Shortcode = {
      type: "shortcode",
      name,
      markup,
      positional,
      named,
      inner: [],
      closed: tag.selfClosing,
      indentation,
      offset,
      source,
      problem: tag.problem,
    };
    if (tag.problem !== null) return shortcode;
    if (tag.closing) {
      shortcode.problem = `the closing tag of ${name} closes nothing: remove it, or write the opening tag`;
      return shortcode;
    }
    if (tag.selfClosing || depth >= MAX_DEPTH || !this.#wantsInner(name)) return shortcode;
    if (!this.#closesLater(name)) {
      shortcode.problem = `${name} is not closed: write {{< /${name} >}} after its text, or {{< ${name} />}}`;
      return shortcode;
    }
    this.#readInner(shortcode, depth);
    return shortcode;
  }

  #wantsInner(name: string): boolean {
    return name.endsWith(".inline") || (this.#options.takesInner(name) ?? this.#closesLater(name));
  }

  #closesLater(name: string): boolean {
    if (this.#crosses) return true;
    const last = this.#closings.get(name)?.at(-1);
    return last !== undefined && last >= this.#index;
  }

  #readInner(shortcode: Shortcode, depth: number): void {
    while (this.#index < this.#tags.length) {
      const tag = this.#tags[this.#index++];
      if (tag === undefined) break;
      if (typeof tag === "string") shortcode.inner.push(tag);
      else if (tag.closing && (this.#crosses || tag.name === shortcode.name)) {
        shortcode.closed = true;
        return;
      } else shortcode.inner.push(this.#shortcode(tag, depth + 1));
    }
  }
}

/**
 * Hugo closes the innermost shortcode by any name that was opened before. So it is done where all of
 * a text's shortcodes end closed that way; else Hugo would refuse the post, and names say more.
 */
function crosses(tags: (string | Tag)[], { takesInner }: ParseOptions): boolean {
  const opened = new Set<string>();
  const open: string[] = [];
  let crossed = false;
  for (const tag of tags) {
    if (typeof tag === "string") continue;
    const takes = tag.name.endsWith(".inline") || takesInner(tag.name);
    if (tag.problem !== null || takes === null) return false;
    if (tag.closing) {
      const innermost = open.pop();
      if (innermost === undefined || !opened.has(tag.name)) return false;
      crossed ||= innermost !== tag.name;
    } else {
      opened.add(tag.name);
      if (takes && !tag.selfClosing) open.push(tag.name);
    }
  }
  return crossed && open.length === 0;
}
