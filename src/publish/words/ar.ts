// Arabic. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ar: Settings["strings"] = {
  prev_page: "السابق",
  next_page: "التالي",
  read_time: { one: "دقيقة واحدة", two: "دقيقتان", few: "{{ .Count }} دقائق", other: "{{ .Count }} دقيقة" },
  words: { one: "كلمة واحدة", two: "كلمتان", few: "{{ .Count }} كلمات", other: "{{ .Count }} كلمة" },
  toc: "فهرس المحتوى",
  translations: "ترجمات أخرى",
  home: "الصفحة الرئيسية",
  edit_post: "تعديل",
  code_copy: "نسخ الكود",
  code_copied: "تم النسخ!",
  skip_link: "انتقل إلى المحتوى",
  menu: "القائمة",
  breadcrumbs: "المسار",
  pagination: "الصفحات",
  languages: "اللغات",
  tags: "الوسوم",
  share: "مشاركة",
  canonical: "نُشر أولًا في",
  theme_toggle: "فاتح أو داكن",
  scroll_top: "إلى الأعلى",
  show_comments: "إظهار التعليقات",
  series: "سلسلة",
  not_found: "الصفحة غير موجودة",
  not_found_hint: "لا يوجد شيء منشور على هذا العنوان. ربما نُقلت الصفحة أو لم تكن موجودة قط.",
  search: "بحث",
  search_none: "لا نتائج.",
  search_hint: "جرّب كلمات أقل أو كلمات أخرى. الكلمات بين علامتي اقتباس يجب أن تتتابع.",
};
