// Norwegian Bokmål, for Nynorsk too. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const nb: Settings["strings"] = {
  prev_page: "Forrige side",
  next_page: "Neste side",
  read_time: "{{ .Count }} min",
  words: "{{ .Count }} ord",
  toc: "Innholdsfortegnelse",
  translations: "Oversettelser",
  home: "Hjem",
  edit_post: "Rediger",
  code_copy: "Kopier",
  code_copied: "Kopiert!",
  skip_link: "Hopp til innholdet",
  menu: "Meny",
  breadcrumbs: "Brødsmulesti",
  pagination: "Sider",
  languages: "Språk",
  tags: "Stikkord",
  share: "Del",
  canonical: "Opprinnelig publisert på",
  theme_toggle: "Lyst eller mørkt",
  scroll_top: "Til toppen",
  show_comments: "Vis kommentarer",
  series: "Serie",
  not_found: "Fant ikke siden",
  not_found_hint:
    "Ingenting er publisert på denne adressen. Siden kan være flyttet, eller den har aldri eksistert.",
  search: "Søk",
  search_none: "Ingen treff.",
  search_hint: "Prøv færre eller andre ord. Ord i anførselstegn må stå ved siden av hverandre.",
};
