// Danish. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const da: Settings["strings"] = {
  prev_page: "Forrige side",
  next_page: "Næste side",
  read_time: "{{ .Count }} min",
  words: "{{ .Count }} ord",
  toc: "Indholdsfortegnelse",
  translations: "Oversættelser",
  home: "Start",
  edit_post: "Rediger",
  code_copy: "Kopier",
  code_copied: "Kopieret!",
  skip_link: "Gå til indholdet",
  menu: "Menu",
  breadcrumbs: "Brødkrummesti",
  pagination: "Sider",
  languages: "Sprog",
  tags: "Tags",
  share: "Del",
  canonical: "Oprindeligt udgivet på",
  theme_toggle: "Lyst eller mørkt",
  scroll_top: "Til toppen",
  show_comments: "Vis kommentarer",
  series: "Serie",
  not_found: "Siden blev ikke fundet",
  not_found_hint:
    "Der er ikke udgivet noget på denne adresse. Siden kan være flyttet, eller den har aldrig eksisteret.",
  search: "Søg",
  search_none: "Ingen resultater.",
  search_hint: "Prøv med færre eller andre ord. Ord i anførselstegn skal stå ved siden af hinanden.",
};
