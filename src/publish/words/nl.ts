// Dutch. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const nl: Settings["strings"] = {
  prev_page: "Vorige",
  next_page: "Volgende",
  read_time: "{{ .Count }} min",
  words: { one: "{{ .Count }} woord", other: "{{ .Count }} woorden" },
  toc: "Inhoudsopgave",
  translations: "Vertalingen",
  home: "Startpagina",
  edit_post: "Bewerk",
  code_copy: "Kopieer",
  code_copied: "Gekopieerd!",
  skip_link: "Naar de inhoud",
  menu: "Menu",
  breadcrumbs: "Kruimelpad",
  pagination: "Pagina’s",
  languages: "Talen",
  tags: "Tags",
  share: "Delen",
  canonical: "Oorspronkelijk verschenen op",
  theme_toggle: "Licht of donker",
  scroll_top: "Naar boven",
  show_comments: "Reacties tonen",
  series: "Reeks",
  not_found: "Pagina niet gevonden",
  not_found_hint: "Op dit adres staat niets. De pagina is misschien verplaatst, of heeft nooit bestaan.",
  search: "Zoeken",
  search_none: "Niets gevonden.",
  search_hint: "Probeer minder woorden, of andere. Woorden tussen aanhalingstekens moeten na elkaar staan.",
};
