// What the theme must know of a language: its words, plurals and dates. One file a language stands
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

/** `full long medium short`, as in Hugo's `:date_long`. */
export type DateStyle = "full" | "long" | "medium" | "short";

export interface Calendar {
  /** January first. */
  months: readonly string[];
  monthsShort: readonly string[];
  /** Sunday first. */
  days: readonly string[];
  daysShort: readonly string[];
  /** Go layouts. */
  date: { readonly [style in DateStyle]: string };
  time: { readonly [style in DateStyle]: string };
}

export interface Language {
  phrases: { readonly [id in WordId]: Phrase };
  calendar: Calendar;
  plural(count: number): string;
}

/** Hours to 24, as nearly everywhere. */
export const TIME_24: Calendar["time"] = {
  full: "15:04:05 MST",
  long: "15:04:05 MST",
  medium: "15:04:05",
  short: "15:04",
};

export const words = (list: string): string[] => list.split(" ");

/** The months of languages that count them. */
export const numbered = (after: string, before = ""): string[] =>
  Array.from({ length: 12 }, (_, index) => `${before}${index + 1}${after}`);
