// Uzbek. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const uz: Settings["strings"] = {
  prev_page: "Oldingi sahifa",
  next_page: "Keyingi sahifa",
  read_time: "{{ .Count }} daqiqa",
  words: "{{ .Count }} ta soʻz",
  toc: "Mundarija",
  translations: "Tarjimalar",
  home: "Bosh sahifa",
  edit_post: "Tahrirlash",
  code_copy: "Nusxa olish",
  code_copied: "Nusxa olindi!",
  skip_link: "Matnga oʻtish",
  menu: "Menyu",
  breadcrumbs: "Sahifa yoʻli",
  pagination: "Sahifalar",
  languages: "Tillar",
  tags: "Teglar",
  share: "Ulashish",
  canonical: "Ilk bor eʼlon qilingan joyi:",
  theme_toggle: "Yorugʻ yoki qorongʻi",
  scroll_top: "Tepaga qaytish",
  show_comments: "Izohlarni koʻrsatish",
  series: "Turkum",
  not_found: "Sahifa topilmadi",
  not_found_hint:
    "Bu manzilda hech narsa eʼlon qilinmagan. Sahifa koʻchirilgan yoki hech qachon boʻlmagan boʻlishi mumkin.",
  search: "Qidiruv",
  search_none: "Hech narsa topilmadi.",
  search_hint:
    "Kamroq yoki boshqa soʻzlar bilan urinib koʻring. Qoʻshtirnoq ichidagi soʻzlar yonma-yon turishi kerak.",
};
