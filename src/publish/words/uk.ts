// Ukrainian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const uk: Settings["strings"] = {
  prev_page: "Попередня",
  next_page: "Наступна",
  read_time: {
    one: "{{ .Count }} хвилина",
    few: "{{ .Count }} хвилини",
    many: "{{ .Count }} хвилин",
    other: "{{ .Count }} хвилини",
  },
  words: {
    one: "{{ .Count }} слово",
    few: "{{ .Count }} слова",
    many: "{{ .Count }} слів",
    other: "{{ .Count }} слова",
  },
  toc: "Зміст",
  translations: "Переклади",
  home: "Головна",
  edit_post: "Змінити",
  code_copy: "Копіювати",
  code_copied: "Скопійовано!",
  skip_link: "Перейти до вмісту",
  menu: "Меню",
  breadcrumbs: "Навігація",
  pagination: "Сторінки",
  languages: "Мови",
  tags: "Теги",
  share: "Поділитися",
  canonical: "Уперше опубліковано на",
  theme_toggle: "Світла чи темна тема",
  scroll_top: "Нагору",
  show_comments: "Показати коментарі",
  series: "Серія",
  not_found: "Сторінку не знайдено",
  not_found_hint: "За цією адресою нічого немає. Можливо, сторінку перенесли або її ніколи не було.",
  search: "Пошук",
  search_none: "Нічого не знайдено.",
  search_hint: "Спробуйте менше слів або інші. Слова в лапках мають стояти поруч.",
};
