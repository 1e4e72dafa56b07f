// Finnish. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const fi: Settings["strings"] = {
  prev_page: "Edellinen",
  next_page: "Seuraava",
  read_time: { one: "1 min", other: "{{ .Count }} minuuttia" },
  words: { one: "{{ .Count }} sana", other: "{{ .Count }} sanaa" },
  toc: "Sisällysluettelo",
  translations: "Käännökset",
  home: "Etusivu",
  edit_post: "Muokkaa",
  code_copy: "Kopioi",
  code_copied: "Kopioitu!",
  skip_link: "Siirry sisältöön",
  menu: "Valikko",
  breadcrumbs: "Murupolku",
  pagination: "Sivut",
  languages: "Kielet",
  tags: "Tunnisteet",
  share: "Jaa",
  canonical: "Julkaistu alun perin osoitteessa",
  theme_toggle: "Vaalea tai tumma",
  scroll_top: "Takaisin ylös",
  show_comments: "Näytä kommentit",
  series: "Sarja",
  not_found: "Sivua ei löytynyt",
  not_found_hint:
    "Tässä osoitteessa ei ole mitään. Sivu on ehkä siirretty, tai sitä ei ole koskaan ollutkaan.",
  search: "Haku",
  search_none: "Mitään ei löytynyt.",
  search_hint:
    "Kokeile vähemmillä tai muilla sanoilla. Lainausmerkeissä olevien sanojen on oltava vierekkäin.",
};
