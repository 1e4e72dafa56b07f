// English.

import type { Language } from "./language.ts";

export const en: Language = {
  phrases: {
    prev_page: "Prev",
    next_page: "Next",
    read_time: { one: "1 min", other: "{{ .Count }} min" },
    words: { one: "1 word", other: "{{ .Count }} words" },
    toc: "Table of Contents",
    translations: "Translations",
    home: "Home",
    edit_post: "Edit",
    code_copy: "copy",
    code_copied: "copied!",
    skip_link: "Skip to content",
    menu: "Menu",
    breadcrumbs: "Breadcrumbs",
    pagination: "Pages",
    languages: "Languages",
    tags: "Tags",
    share: "Share",
    canonical: "Originally published at",
    theme_toggle: "Light or dark",
    scroll_top: "Back to top",
    show_comments: "Show comments",
    series: "Series",
    not_found: "Page not found",
    not_found_hint: "Nothing is published at this address. It may have moved, or it was never here.",
    search: "Search",
    search_none: "Nothing was found.",
    search_hint: "Try fewer or other words. Words in quotation marks have to stand side by side.",
  },
  plural: (count) => (count === 1 ? "one" : "other"),
};
