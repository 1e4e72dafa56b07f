// Swahili. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const sw: Settings["strings"] = {
  prev_page: "Iliyotangulia",
  next_page: "Inayofuata",
  read_time: "dakika {{ .Count }}",
  words: { one: "neno {{ .Count }}", other: "maneno {{ .Count }}" },
  toc: "Yaliyomo",
  translations: "Tafsiri",
  home: "Mwanzo",
  edit_post: "Hariri",
  code_copy: "Nakili",
  code_copied: "Imenakiliwa!",
  skip_link: "Nenda kwenye maudhui",
  menu: "Menyu",
  breadcrumbs: "Mahali ulipo",
  pagination: "Kurasa",
  languages: "Lugha",
  tags: "Lebo",
  share: "Shiriki",
  canonical: "Ilichapishwa kwanza kwenye",
  theme_toggle: "Mwangaza au giza",
  scroll_top: "Rudi juu",
  show_comments: "Onyesha maoni",
  series: "Mfululizo",
  not_found: "Ukurasa haukupatikana",
  not_found_hint:
    "Hakuna kilichochapishwa kwenye anwani hii. Huenda ukurasa umehamishwa, au haujawahi kuwepo.",
  search: "Tafuta",
  search_none: "Hakuna kilichopatikana.",
  search_hint:
    "Jaribu maneno machache zaidi au maneno mengine. Maneno yaliyo ndani ya alama za nukuu lazima yafuatane.",
};
