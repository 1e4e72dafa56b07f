// Kurmanji Kurdish. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ku: Settings["strings"] = {
  prev_page: "Rûpela paş",
  next_page: "Rûpela pêş",
  read_time: "{{ .Count }} xulek",
  words: "{{ .Count }} peyv",
  toc: "Pêrist",
  translations: "Wergeran",
  home: "Xanî",
  edit_post: "Biguherîne",
  code_copy: "Jê bigire",
  code_copied: "Hat jêgirtin!",
  skip_link: "Here naverokê",
  menu: "Menû",
  breadcrumbs: "Rêya rûpelê",
  pagination: "Rûpel",
  languages: "Ziman",
  tags: "Etîket",
  share: "Parve bike",
  canonical: "Weşana pêşîn:",
  theme_toggle: "Ronî an tarî",
  scroll_top: "Vegere jor",
  show_comments: "Şîroveyan nîşan bide",
  series: "Rêze",
  not_found: "Rûpel nehat dîtin",
  not_found_hint: "Li vê navnîşanê tiştek nehatiye weşandin. Dibe ku rûpel hatibe guhastin an jî qet nebûbe.",
  search: "Lêgerîn",
  search_none: "Tiştek nehat dîtin.",
  search_hint:
    "Bi kêmtir peyvan an bi peyvên din biceribînin. Divê peyvên di nav dunikan de li kêleka hev bin.",
};
