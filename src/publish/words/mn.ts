// Mongolian. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const mn: Settings["strings"] = {
  prev_page: "Өмнөх",
  next_page: "Дараах",
  read_time: "{{ .Count }} мин",
  words: "{{ .Count }} үг",
  toc: "Агуулга",
  translations: "Орчуулга",
  home: "Нүүр",
  edit_post: "Засах",
  code_copy: "Хуулах",
  code_copied: "Хуулсан!",
  skip_link: "Агуулга руу очих",
  menu: "Цэс",
  breadcrumbs: "Байршил",
  pagination: "Хуудсууд",
  languages: "Хэлүүд",
  tags: "Шошго",
  share: "Хуваалцах",
  canonical: "Анх нийтэлсэн:",
  theme_toggle: "Цайвар эсвэл бараан",
  scroll_top: "Дээш буцах",
  show_comments: "Сэтгэгдлүүдийг харуулах",
  series: "Цуврал",
  not_found: "Хуудас олдсонгүй",
  not_found_hint: "Энэ хаягт нийтэлсэн зүйл алга. Хуудас зөөгдсөн, эсвэл хэзээ ч байгаагүй байж магадгүй.",
  search: "Хайх",
  search_none: "Юу ч олдсонгүй.",
  search_hint: "Цөөн эсвэл өөр үгээр хайж үзнэ үү. Хашилтад бичсэн үгс дараалан байх ёстой.",
};
