// Persian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const fa: Settings["strings"] = {
  prev_page: "صفحه قبلی",
  next_page: "صفحه بعدی",
  read_time: "{{ .Count }} دقیقه",
  words: "{{ .Count }} واژه",
  toc: "فهرست مطالب",
  translations: "ترجمه‌ها",
  home: "خانه",
  edit_post: "ویرایش",
  code_copy: "کپی",
  code_copied: "کپی شد!",
  skip_link: "رفتن به متن",
  menu: "منو",
  breadcrumbs: "مسیر",
  pagination: "صفحه‌ها",
  languages: "زبان‌ها",
  tags: "برچسب‌ها",
  share: "هم‌رسانی",
  canonical: "نخستین انتشار در",
  theme_toggle: "روشن یا تیره",
  scroll_top: "بازگشت به بالا",
  show_comments: "نمایش دیدگاه‌ها",
  series: "مجموعه",
  not_found: "صفحه پیدا نشد",
  not_found_hint: "در این نشانی چیزی منتشر نشده است. شاید صفحه جابه‌جا شده یا هرگز نبوده است.",
  search: "جستجو",
  search_none: "چیزی پیدا نشد.",
  search_hint: "واژه‌های کمتر یا دیگری را بیازمایید. واژه‌های درون گیومه باید پشت سر هم باشند.",
};
