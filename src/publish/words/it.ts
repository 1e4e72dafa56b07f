// Italian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const it: Settings["strings"] = {
  prev_page: "Precedente",
  next_page: "Successivo",
  read_time: { one: "1 minuto", other: "{{ .Count }} minuti" },
  words: { one: "{{ .Count }} parola", other: "{{ .Count }} parole" },
  toc: "Indice contenuti",
  translations: "Traduzioni",
  home: "Home",
  edit_post: "Modifica",
  code_copy: "Copia",
  code_copied: "Copiato!",
  skip_link: "Vai al contenuto",
  menu: "Menu",
  breadcrumbs: "Percorso",
  pagination: "Pagine",
  languages: "Lingue",
  tags: "Tag",
  share: "Condividi",
  canonical: "Pubblicato originariamente su",
  theme_toggle: "Chiaro o scuro",
  scroll_top: "Torna su",
  show_comments: "Mostra i commenti",
  series: "Serie",
  not_found: "Pagina non trovata",
  not_found_hint:
    "A questo indirizzo non è pubblicato nulla. La pagina può essere stata spostata, o non essere mai esistita.",
  search: "Cerca",
  search_none: "Nessun risultato.",
  search_hint:
    "Prova con meno parole, o con altre. Le parole tra virgolette devono stare una accanto all’altra.",
};
