// Hindi. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const hi: Settings["strings"] = {
  prev_page: "पिछला",
  next_page: "अगला",
  read_time: "{{ .Count }} मिनट",
  words: "{{ .Count }} शब्द",
  toc: "विषय-सूची",
  translations: "अनुवाद",
  home: "मुखपृष्ठ",
  edit_post: "संपादित करें",
  code_copy: "कॉपी करें",
  code_copied: "कॉपी हो गया!",
  skip_link: "सामग्री पर जाएँ",
  menu: "मेन्यू",
  breadcrumbs: "नेविगेशन पथ",
  pagination: "पृष्ठ",
  languages: "भाषाएँ",
  tags: "टैग",
  share: "साझा करें",
  canonical: "मूल प्रकाशन:",
  theme_toggle: "हल्का या गहरा",
  scroll_top: "ऊपर जाएँ",
  show_comments: "टिप्पणियाँ दिखाएँ",
  series: "शृंखला",
  not_found: "पृष्ठ नहीं मिला",
  not_found_hint: "इस पते पर कुछ भी प्रकाशित नहीं है। हो सकता है कि पृष्ठ कहीं और चला गया हो, या कभी था ही नहीं।",
  search: "खोजें",
  search_none: "कुछ नहीं मिला।",
  search_hint: "कम या दूसरे शब्दों से कोशिश करें। उद्धरण चिह्नों के भीतर के शब्द एक के बाद एक आने चाहिए।",
};
