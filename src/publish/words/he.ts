// Hebrew. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const he: Settings["strings"] = {
  prev_page: "הקודם",
  next_page: "הבא",
  read_time: { one: "דקה אחת", other: "{{ .Count }} דקות" },
  words: { one: "מילה אחת", two: "שתי מילים", other: "{{ .Count }} מילים" },
  toc: "תוכן עניינים",
  translations: "תרגומים",
  home: "בית",
  edit_post: "עריכה",
  code_copy: "העתקה",
  code_copied: "הועתק!",
  skip_link: "דילוג לתוכן",
  menu: "תפריט",
  breadcrumbs: "נתיב ניווט",
  pagination: "עמודים",
  languages: "שפות",
  tags: "תגיות",
  share: "שיתוף",
  canonical: "פורסם לראשונה באתר",
  theme_toggle: "בהיר או כהה",
  scroll_top: "חזרה למעלה",
  show_comments: "הצגת תגובות",
  series: "סדרה",
  not_found: "העמוד לא נמצא",
  not_found_hint: "לא פורסם דבר בכתובת הזאת. ייתכן שהעמוד הועבר, או שמעולם לא היה קיים.",
  search: "חיפוש",
  search_none: "לא נמצאו תוצאות.",
  search_hint: "כדאי לנסות פחות מילים או מילים אחרות. מילים במירכאות חייבות להופיע זו לצד זו.",
};
