// What the theme must know of a language: its words and plurals. One file a language stands
// beside this one.

export type WordId =
  | "prev_page"
  | "next_page"
  | "read_time"
  | "words"
  | "toc"
  | "translations"
  | "home"
  | "edit_post"
  | "code_copy"
  | "code_copied"
  // Ours, beside PaperMod's:
  | "skip_link"
  | "menu"
  | "breadcrumbs"
  | "pagination"
  | "languages"
  | "tags"
  | "share"
  | "canonical"
  | "theme_toggle"
  | "scroll_top"
  | "show_comments"
  | "series"
  | "not_found"
  | "not_found_hint"
  | "search"
  | "search_none"
  | "search_hint";

/** By plural form of the language, `other` at least; `{{ .Count }}` is the number. */
export type Phrase = string | { [plural: string]: string };

export interface Language {
  phrases: { readonly [id in WordId]: Phrase };
  plural(count: number): string;
}
