// Bulgarian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const bg: Settings["strings"] = {
  prev_page: "Предишна страница",
  next_page: "Следваща страница",
  read_time: "{{ .Count }} мин",
  words: { one: "{{ .Count }} дума", other: "{{ .Count }} думи" },
  toc: "Съдържание",
  translations: "Преводи",
  home: "Начало",
  edit_post: "Редактиране",
  code_copy: "Копиране",
  code_copied: "Копирано!",
  skip_link: "Към съдържанието",
  menu: "Меню",
  breadcrumbs: "Местоположение",
  pagination: "Страници",
  languages: "Езици",
  tags: "Етикети",
  share: "Споделяне",
  canonical: "Първоначално публикувано в",
  theme_toggle: "Светла или тъмна тема",
  scroll_top: "Нагоре",
  show_comments: "Показване на коментарите",
  series: "Поредица",
  not_found: "Страницата не е намерена",
  not_found_hint:
    "На този адрес няма нищо публикувано. Страницата може да е преместена или никога да не е съществувала.",
  search: "Търсене",
  search_none: "Нищо не е намерено.",
  search_hint: "Опитайте с по-малко или с други думи. Думите в кавички трябва да стоят една до друга.",
};
