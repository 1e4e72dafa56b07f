// Occitan. The platform knows neither its dates nor its plurals.

import type { Settings } from "../../site/settings.ts";

export const oc: Settings["strings"] = {
  prev_page: "Precedent",
  next_page: "Seguent",
  read_time: "{{ .Count }} min",
  words: { one: "{{ .Count }} mot", other: "{{ .Count }} mots" },
  toc: "Taula de las matèrias",
  translations: "Traduccions",
  home: "Acuèlh",
  edit_post: "Modificar",
  code_copy: "Copiar",
  code_copied: "Copiat !",
  skip_link: "Anar al contengut",
  menu: "Menú",
  breadcrumbs: "Fil d’Ariana",
  pagination: "Paginas",
  languages: "Lengas",
  tags: "Etiquetas",
  share: "Partejar",
  canonical: "Publicat a l’origina sus",
  theme_toggle: "Clar o escur",
  scroll_top: "Tornar amont",
  show_comments: "Mostrar los comentaris",
  series: "Seria",
  not_found: "Pagina pas trobada",
  not_found_hint:
    "I a pas res de publicat a aquesta adreça. La pagina es benlèu estada desplaçada, o a pas jamai existit.",
  search: "Recercar",
  search_none: "Cap de resultat.",
  search_hint: "Ensajatz mens de mots, o d’autres. Los mots entre guilhemets se devon seguir.",
};
