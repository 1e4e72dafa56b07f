// Romanian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ro: Settings["strings"] = {
  prev_page: "Înapoi",
  next_page: "Înainte",
  read_time: { one: "1 minut", few: "{{ .Count }} minute", other: "{{ .Count }} de minute" },
  words: { one: "{{ .Count }} cuvânt", few: "{{ .Count }} cuvinte", other: "{{ .Count }} de cuvinte" },
  toc: "Sumar",
  translations: "Traduceri",
  home: "Acasă",
  edit_post: "Editează",
  code_copy: "Copiază",
  code_copied: "Copiat!",
  skip_link: "Sari la conținut",
  menu: "Meniu",
  breadcrumbs: "Cale de navigare",
  pagination: "Pagini",
  languages: "Limbi",
  tags: "Etichete",
  share: "Distribuie",
  canonical: "Publicat inițial pe",
  theme_toggle: "Luminos sau întunecat",
  scroll_top: "Înapoi sus",
  show_comments: "Arată comentariile",
  series: "Serie",
  not_found: "Pagina nu a fost găsită",
  not_found_hint:
    "La această adresă nu este publicat nimic. Poate că pagina a fost mutată sau nu a existat niciodată.",
  search: "Căutare",
  search_none: "Nu s-a găsit nimic.",
  search_hint:
    "Încercați mai puține cuvinte sau altele. Cuvintele dintre ghilimele trebuie să fie alăturate.",
};
