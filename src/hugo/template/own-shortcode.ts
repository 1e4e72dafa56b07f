// The author's own shortcodes, `layouts/_shortcodes/*.html` and `layouts/shortcodes/*.html`: run as
// templates; what can't be run leaves a note in its place and a warning.

import type { ShortcodeCall, ShortcodeTemplate } from "../shortcode/shortcode.ts";
import type { AuthorTemplates } from "./author-template.ts";
import { execute, Return } from "./evaluate.ts";
import type { Template } from "./node.ts";
import { ShortcodeObject } from "./object/shortcode.ts";
import { parseTemplate } from "./parse.ts";
import { TemplateError } from "./value.ts";

export class OwnShortcodes {
  readonly #templates: AuthorTemplates;
  readonly #objects = new WeakMap<ShortcodeCall, ShortcodeObject>();

  constructor(templates: AuthorTemplates) {
    this.#templates = templates;
  }

  /** `null` if the author has none of this name. */
  find(name: string): ShortcodeTemplate | null {
    const path = this.#templates.pathOf(`shortcodes/${name}`);
    if (path === null) return null;
    return {
      ...this.#kind(path),
      render: (call) => this.#render(path, () => this.#templates.parse(path), call),
    };
  }

  /** A template that stands in the page itself, `{{< x.inline >}}…{{< /x.inline >}}`. */
  inline(name: string, text: string): ShortcodeTemplate {
    const parse = (): Template => ({ ...parseTemplate(name, text), isText: true });
    return { takesInner: true, render: (call) => this.#render(name, parse, call) };
  }

  #kind(path: string): { takesInner: boolean; isPlaced: boolean } {
    try {
      const { readsInner, isOld } = this.#templates.parse(path);
      return { takesInner: readsInner, isPlaced: isOld };
    } catch {
      return { takesInner: false, isPlaced: false }; // the note where it stands says what is wrong
    }
  }

  #render(path: string, parse: () => Template, call: ShortcodeCall): string {
    return this.#templates.warning(call.warn, () => {
      try {
        return execute(parse(), this.#object(call), this.#templates.runtime);
      } catch (error) {
        return call.refuse(explain(error, path));
      }
    });
  }

  /** One a call: what an inner shortcode puts into its parent's store, the parent finds there. */
  #object(call: ShortcodeCall): ShortcodeObject {
    const known = this.#objects.get(call);
    if (known) return known;
    const parent = call.parent === null ? null : this.#object(call.parent);
    const made = new ShortcodeObject(call, this.#templates.runtime, parent);
    this.#objects.set(call, made);
    return made;
  }
}

/** What stopped a template, with its file and line. Anything else is thrown on. */
export function explain(error: unknown, path: string): string {
  if (error instanceof TemplateError) {
    const place = `${error.file ?? path}${error.line === null ? "" : `:${error.line}`}`;
    return `${place}: ${error.message}`;
  }
  if (error instanceof Return) return `${path}: return stands outside of a partial`;
  if (error instanceof RangeError) return `${path}: the template nests too deeply`;
  throw error;
}
