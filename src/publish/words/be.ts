// Belarusian. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const be: Settings["strings"] = {
  prev_page: "Папярэдняя",
  next_page: "Наступная",
  read_time: {
    one: "{{ .Count }} хвіліна",
    few: "{{ .Count }} хвіліны",
    many: "{{ .Count }} хвілін",
    other: "{{ .Count }} хвіліны",
  },
  words: {
    one: "{{ .Count }} слова",
    few: "{{ .Count }} словы",
    many: "{{ .Count }} слоў",
    other: "{{ .Count }} слоў",
  },
  toc: "Змест",
  translations: "Пераклады",
  home: "Галоўная",
  edit_post: "Рэдагаваць",
  code_copy: "Капіяваць",
  code_copied: "Скапіявана!",
  skip_link: "Перайсці да зместу",
  menu: "Меню",
  breadcrumbs: "Шлях да старонкі",
  pagination: "Старонкі",
  languages: "Мовы",
  tags: "Тэгі",
  share: "Падзяліцца",
  canonical: "Упершыню апублікавана на",
  theme_toggle: "Светлая або цёмная тэма",
  scroll_top: "Уверх",
  show_comments: "Паказаць каментарыі",
  series: "Серыя",
  not_found: "Старонка не знойдзена",
  not_found_hint: "Па гэтым адрасе нічога няма. Магчыма, старонку перанеслі або яе ніколі не было.",
  search: "Пошук",
  search_none: "Нічога не знойдзена.",
  search_hint: "Паспрабуйце менш слоў або іншыя. Словы ў двукоссі павінны стаяць побач.",
};
