// Croatian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const hr: Settings["strings"] = {
  prev_page: "Prethodna stranica",
  next_page: "Sljedeća stranica",
  read_time: { one: "{{ .Count }} minuta", few: "{{ .Count }} minute", other: "{{ .Count }} minuta" },
  words: { one: "{{ .Count }} riječ", other: "{{ .Count }} riječi" },
  toc: "Tablica sadržaja",
  translations: "Prijevodi",
  home: "Početna stranica",
  edit_post: "Uredi",
  code_copy: "Kopiraj",
  code_copied: "Kopirano!",
  skip_link: "Prijeđi na sadržaj",
  menu: "Izbornik",
  breadcrumbs: "Putanja",
  pagination: "Stranice",
  languages: "Jezici",
  tags: "Oznake",
  share: "Podijeli",
  canonical: "Izvorno objavljeno na",
  theme_toggle: "Svijetlo ili tamno",
  scroll_top: "Na vrh",
  show_comments: "Prikaži komentare",
  series: "Serijal",
  not_found: "Stranica nije pronađena",
  not_found_hint: "Na ovoj adresi nema ničega. Stranica je možda premještena ili nikada nije postojala.",
  search: "Pretraži",
  search_none: "Ništa nije pronađeno.",
  search_hint:
    "Pokušajte s manje riječi ili s drugim riječima. Riječi u navodnicima moraju stajati jedna do druge.",
};
