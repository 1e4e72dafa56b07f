// Catalan. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ca: Settings["strings"] = {
  prev_page: "Pàgina anterior",
  next_page: "Pàgina següent",
  read_time: { one: "1 minut", other: "{{ .Count }} minuts" },
  words: { one: "{{ .Count }} paraula", other: "{{ .Count }} paraules" },
  toc: "Taula de continguts",
  translations: "Traduccions",
  home: "Inici",
  edit_post: "Editar",
  code_copy: "Copiar",
  code_copied: "Copiat!",
  skip_link: "Ves al contingut",
  menu: "Menú",
  breadcrumbs: "Fil d’Ariadna",
  pagination: "Pàgines",
  languages: "Llengües",
  tags: "Etiquetes",
  share: "Comparteix",
  canonical: "Publicat originalment a",
  theme_toggle: "Clar o fosc",
  scroll_top: "Torna a dalt",
  show_comments: "Mostra els comentaris",
  series: "Sèrie",
  not_found: "No s’ha trobat la pàgina",
  not_found_hint:
    "En aquesta adreça no hi ha res publicat. Pot ser que la pàgina s’hagi mogut o que no hagi existit mai.",
  search: "Cerca",
  search_none: "No s’ha trobat res.",
  search_hint:
    "Proveu amb menys paraules o amb unes altres. Les paraules entre cometes han d’anar l’una al costat de l’altra.",
};
