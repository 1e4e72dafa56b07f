// Slovak. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const sk: Settings["strings"] = {
  prev_page: "Predošlá",
  next_page: "Ďalšia",
  read_time: "{{ .Count }} min",
  words: { one: "{{ .Count }} slovo", few: "{{ .Count }} slová", other: "{{ .Count }} slov" },
  toc: "Obsah",
  translations: "Preklady",
  home: "Domov",
  edit_post: "Upraviť",
  code_copy: "Kopírovať",
  code_copied: "Skopírované!",
  skip_link: "Prejsť na obsah",
  menu: "Menu",
  breadcrumbs: "Omrvinková navigácia",
  pagination: "Stránky",
  languages: "Jazyky",
  tags: "Štítky",
  share: "Zdieľať",
  canonical: "Pôvodne vyšlo na",
  theme_toggle: "Svetlý alebo tmavý režim",
  scroll_top: "Nahor",
  show_comments: "Zobraziť komentáre",
  series: "Séria",
  not_found: "Stránka sa nenašla",
  not_found_hint: "Na tejto adrese nič nie je. Stránka bola možno presunutá alebo nikdy neexistovala.",
  search: "Hľadať",
  search_none: "Nič sa nenašlo.",
  search_hint: "Skúste menej slov alebo iné. Slová v úvodzovkách musia stáť vedľa seba.",
};
