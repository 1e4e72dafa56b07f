// Polish. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const pl: Settings["strings"] = {
  prev_page: "Poprzednia",
  next_page: "Następna",
  read_time: "{{ .Count }} min",
  words: {
    one: "{{ .Count }} słowo",
    few: "{{ .Count }} słowa",
    many: "{{ .Count }} słów",
    other: "{{ .Count }} słowa",
  },
  toc: "Spis treści",
  translations: "Tłumaczenia",
  home: "Strona główna",
  edit_post: "Edytuj",
  code_copy: "Kopiuj",
  code_copied: "Skopiowano!",
  skip_link: "Przejdź do treści",
  menu: "Menu",
  breadcrumbs: "Ścieżka",
  pagination: "Strony",
  languages: "Języki",
  tags: "Tagi",
  share: "Udostępnij",
  canonical: "Pierwotnie opublikowano na",
  theme_toggle: "Jasny lub ciemny",
  scroll_top: "Do góry",
  show_comments: "Pokaż komentarze",
  series: "Seria",
  not_found: "Nie znaleziono strony",
  not_found_hint:
    "Pod tym adresem nic nie opublikowano. Strona mogła zostać przeniesiona albo nigdy nie istniała.",
  search: "Szukaj",
  search_none: "Nic nie znaleziono.",
  search_hint: "Spróbuj mniej słów lub innych. Słowa w cudzysłowie muszą stać obok siebie.",
};
