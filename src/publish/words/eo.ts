// Esperanto. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const eo: Settings["strings"] = {
  prev_page: "Antaŭa paĝo",
  next_page: "Sekva paĝo",
  read_time: "{{ .Count }} min",
  words: { one: "{{ .Count }} vorto", other: "{{ .Count }} vortoj" },
  toc: "Enhavo",
  translations: "Tradukoj",
  home: "Ĉefpaĝo",
  edit_post: "Redakti",
  code_copy: "Kopii",
  code_copied: "Kopiita!",
  skip_link: "Iri al la enhavo",
  menu: "Menuo",
  breadcrumbs: "Navigvojo",
  pagination: "Paĝoj",
  languages: "Lingvoj",
  tags: "Etikedoj",
  share: "Kunhavigi",
  canonical: "Unue aperis ĉe",
  theme_toggle: "Hela aŭ malhela",
  scroll_top: "Reen supren",
  show_comments: "Montri komentojn",
  series: "Serio",
  not_found: "Paĝo ne trovita",
  not_found_hint: "Ĉe ĉi tiu adreso nenio estas publikigita. La paĝo eble translokiĝis aŭ neniam ekzistis.",
  search: "Serĉi",
  search_none: "Nenio trovita.",
  search_hint: "Provu malpli da vortoj aŭ aliajn. Vortoj inter citiloj devas stari unu apud la alia.",
};
