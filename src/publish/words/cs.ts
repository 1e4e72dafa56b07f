// Czech. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const cs: Settings["strings"] = {
  prev_page: "Předchozí",
  next_page: "Další",
  read_time: "{{ .Count }} min",
  words: { one: "{{ .Count }} slovo", few: "{{ .Count }} slova", other: "{{ .Count }} slov" },
  toc: "Obsah",
  translations: "Překlady",
  home: "Domů",
  edit_post: "Upravit",
  code_copy: "Kopírovat",
  code_copied: "Zkopírováno!",
  skip_link: "Přejít k obsahu",
  menu: "Menu",
  breadcrumbs: "Drobečková navigace",
  pagination: "Stránky",
  languages: "Jazyky",
  tags: "Štítky",
  share: "Sdílet",
  canonical: "Původně vyšlo na",
  theme_toggle: "Světlý nebo tmavý režim",
  scroll_top: "Nahoru",
  show_comments: "Zobrazit komentáře",
  series: "Série",
  not_found: "Stránka nenalezena",
  not_found_hint: "Na této adrese nic není. Stránka byla možná přesunuta, nebo nikdy neexistovala.",
  search: "Hledat",
  search_none: "Nic nebylo nalezeno.",
  search_hint: "Zkuste méně slov nebo jiná. Slova v uvozovkách musí stát vedle sebe.",
};
