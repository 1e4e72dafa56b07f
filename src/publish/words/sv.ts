// Swedish. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const sv: Settings["strings"] = {
  prev_page: "Förra sidan",
  next_page: "Nästa sida",
  read_time: "{{ .Count }} min",
  words: "{{ .Count }} ord",
  toc: "Innehållsförteckning",
  translations: "Översättningar",
  home: "Hem",
  edit_post: "Redigera",
  code_copy: "Kopiera",
  code_copied: "Kopierat!",
  skip_link: "Hoppa till innehållet",
  menu: "Meny",
  breadcrumbs: "Länkstig",
  pagination: "Sidor",
  languages: "Språk",
  tags: "Taggar",
  share: "Dela",
  canonical: "Först publicerat på",
  theme_toggle: "Ljust eller mörkt",
  scroll_top: "Till toppen",
  show_comments: "Visa kommentarer",
  series: "Serie",
  not_found: "Sidan hittades inte",
  not_found_hint:
    "Inget är publicerat på den här adressen. Sidan kan ha flyttats, eller så har den aldrig funnits.",
  search: "Sök",
  search_none: "Inga träffar.",
  search_hint: "Prova färre eller andra ord. Ord inom citattecken måste stå bredvid varandra.",
};
