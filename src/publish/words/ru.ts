// Russian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ru: Settings["strings"] = {
  prev_page: "Предыдущая",
  next_page: "Следующая",
  read_time: {
    one: "{{ .Count }} минута",
    few: "{{ .Count }} минуты",
    many: "{{ .Count }} минут",
    other: "{{ .Count }} минуты",
  },
  words: {
    one: "{{ .Count }} слово",
    few: "{{ .Count }} слова",
    many: "{{ .Count }} слов",
    other: "{{ .Count }} слова",
  },
  toc: "Оглавление",
  translations: "Переводы",
  home: "Главная",
  edit_post: "Редактировать",
  code_copy: "Копировать",
  code_copied: "Скопировано!",
  skip_link: "Перейти к содержанию",
  menu: "Меню",
  breadcrumbs: "Навигация",
  pagination: "Страницы",
  languages: "Языки",
  tags: "Теги",
  share: "Поделиться",
  canonical: "Впервые опубликовано на",
  theme_toggle: "Светлая или тёмная тема",
  scroll_top: "Наверх",
  show_comments: "Показать комментарии",
  series: "Серия",
  not_found: "Страница не найдена",
  not_found_hint: "По этому адресу ничего нет. Возможно, страницу перенесли или её никогда не было.",
  search: "Поиск",
  search_none: "Ничего не найдено.",
  search_hint: "Попробуйте меньше слов или другие. Слова в кавычках должны стоять рядом.",
};
