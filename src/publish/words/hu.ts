// Hungarian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const hu: Settings["strings"] = {
  prev_page: "Előző oldal",
  next_page: "Következő oldal",
  read_time: "{{ .Count }} perc",
  words: "{{ .Count }} szó",
  toc: "Tartalomjegyzék",
  translations: "Fordítások",
  home: "Kezdőlap",
  edit_post: "Szerkesztés",
  code_copy: "Másolás",
  code_copied: "Másolva!",
  skip_link: "Ugrás a tartalomra",
  menu: "Menü",
  breadcrumbs: "Morzsamenü",
  pagination: "Oldalak",
  languages: "Nyelvek",
  tags: "Címkék",
  share: "Megosztás",
  canonical: "Eredeti megjelenés:",
  theme_toggle: "Világos vagy sötét",
  scroll_top: "Vissza a tetejére",
  show_comments: "Hozzászólások megjelenítése",
  series: "Sorozat",
  not_found: "Az oldal nem található",
  not_found_hint: "Ezen a címen nincs semmi. Lehet, hogy az oldalt áthelyezték, vagy soha nem is létezett.",
  search: "Keresés",
  search_none: "Nincs találat.",
  search_hint:
    "Próbálja kevesebb vagy más szavakkal. Az idézőjelbe tett szavaknak egymás mellett kell állniuk.",
};
